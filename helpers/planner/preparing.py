"""Getting ready: what is needed, what is still missing, what to do when, and how high to work."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import frozen

from helpers.content import load
from helpers.content.models.prepare import Pillow, Setting
from helpers.content.phrases import small
from helpers.session import Session

from .explain import about_length
from .oiling import judge_oil, patch_test
from .screening import length_of, screen

DAY = 24 * 60


@frozen(kw_only=True)
class Need:
    """One line of the checklist."""

    id: str
    name: str
    why: str
    optional: bool
    done: bool


@frozen(kw_only=True)
class Moment:
    """Something to do at its time; ``before`` is in minutes, negative once the massage is on."""

    before: int
    when: str
    """The time of day, or how many days before: "18:20", "2 days before"."""
    what: str


def uses_oil(session: Session) -> bool:
    """Return whether oil or lotion is used."""
    return load().oil[session.prepare.oil].kind != "none"


def setting_of(session: Session) -> Setting:
    """Return the chosen place."""
    return load().setting[session.prepare.place]


def pillows_of(session: Session, position: str | None = None) -> tuple[Pillow, ...]:
    """Return the pillows that the content suggests for a position at the chosen place."""
    position = position or session.position
    return tuple(
        one
        for one in load().pillow.values()
        if one.position == position and (not one.places or session.prepare.place in one.places)
    )


def pillows_used(session: Session, position: str | None = None) -> tuple[Pillow, ...]:
    """Return the suggested pillows without those that this receiver leaves out."""
    out = session.prepare.pillows_out
    return tuple(one for one in pillows_of(session, position) if one.id not in out)


def needs(session: Session) -> tuple[Need, ...]:
    """Return what to have ready before the first stroke, things first, then habits."""
    oily, place, ready = uses_oil(session), session.prepare.place, session.prepare.ready
    content = load()
    things = [
        Need(id=s.id, name=s.name, why=s.why, optional=s.optional, done=s.id in ready)
        for s in content.supply.values()
        if (oily or not s.with_oil)
        and (not s.places or place in s.places)
        and (s.id != "pillows" or pillows_used(session))
    ]
    habits = [
        Need(id=h.id, name=h.name, why=h.why, optional=False, done=h.id in ready)
        for h in content.habit.values()
        if h.when == "before" and (oily or not h.with_oil)
    ]
    return (*things, *habits)


def missing(session: Session) -> tuple[str, ...]:
    """Return plain sentences on what still stands between this session and the first stroke."""
    content, prepare = load(), session.prepare
    found = []
    if session.position not in setting_of(session).positions:
        found.append(_mismatch(session))
    allowed = screen(session)
    if allowed.verdict.blocks:
        found.append("The health questions say: not now. Look at the first lesson for what to do.")
    elif session.position not in allowed.positions:
        names = " or ".join(small(content.posture[p].name) for p in allowed.positions)
        found.append(f"This position does not suit the health answers. Choose: {names}.")
    if allowed.verdict.open:
        left = allowed.verdict.open
        ask = "1 health question is" if left == 1 else f"{left} health questions are"
        found.append(f"{ask} still open; the first lesson asks them.")
    verdict = judge_oil(session, prepare.oil)
    if verdict.grade == "avoid":
        found.append(f"Choose something else than this: {content.oil[prepare.oil].name}.")
    test = patch_test(session)
    if test.hours and not prepare.patch_tested:
        found.append(f"The skin test of {test.hours // 24} days with this product.")
    if advice := cold(session):
        found.append(advice)
    found += [f"{one.name}." for one in needs(session) if not (one.done or one.optional)]
    return tuple(found)


def _mismatch(session: Session) -> str:
    place = setting_of(session)
    names = " or ".join(small(load().posture[p].name) for p in place.positions)
    chosen = small(load().posture[session.position].name)
    return f"{place.name} and {chosen} do not go together: choose {names}, or another place."


def cold(session: Session) -> str:
    """Return what to do about the room where it is colder than advised (N01); else nothing."""
    low = load().number["N01"].lo or 0
    if session.prepare.room_c < low:
        return f"Warm the room to at least {low:g} degrees, or cover all but the place you work on."
    return ""


def room_words(session: Session) -> str:
    """Return one sentence on the room's temperature."""
    number, room = load().number["N01"], session.prepare.room_c
    if advice := cold(session):
        return f"{room:g} degrees are too cool for bare skin. {advice}"
    if room > (number.hi or 0):
        return f"{room:g} degrees are warm for you, who will be moving. Open a window first."
    return (
        f"{room:g} degrees suit bare skin. You get warm and they get cold, so keep a blanket near."
    )


def knuckle_height(giver_cm: float) -> float:
    """Return the surface height (cm) that suits a giver who stands: where the knuckles hang."""
    return load().giver_measure["knuckles"].share * giver_cm


def reach(giver_cm: float) -> float:
    """Return the length of a giver's arm with the hand, cm."""
    return load().giver_measure["reach"].share * giver_cm


def height_words(session: Session) -> str:
    """Return what the giver's height means at the chosen place."""
    place, height = setting_of(session), round(knuckle_height(session.prepare.giver_cm))
    if place.id == "chair":
        return f"{place.stance} Your reach is about {reach(session.prepare.giver_cm):.0f} cm."
    if place.giver == "kneels":
        return (
            f"Standing, you would want a surface about {height} cm high. This one is lower, at "
            f"{place.height_lo:g} to {place.height_hi:g} cm, so: {small(place.stance)}"
        )
    return (
        f"Set the table to about {height} cm, where your knuckles hang. A little lower suits "
        "firmer work, and lower still suits lying on the side."
    )


def with_place(session: Session, place: str) -> dict[str, Any]:
    """Return the changes for a place; the position follows where it would not fit."""
    changes: dict[str, Any] = {"prepare": attrs.evolve(session.prepare, place=place)}
    fits = load().setting[place].positions
    if session.position not in fits:
        changes["position"] = fits[0]
    return changes


def with_position(session: Session, position: str) -> dict[str, Any]:
    """Return the changes for a position; the place follows where it would not fit."""
    changes: dict[str, Any] = {"position": position}
    if position not in setting_of(session).positions:
        fits = [one.id for one in load().setting.values() if position in one.positions]
        changes["prepare"] = attrs.evolve(session.prepare, place=fits[0])
    return changes


def with_pillows(session: Session, ids: tuple[str, ...]) -> dict[str, Any]:
    """Return the changes for the pillows used in the present position."""
    here = {one.id for one in pillows_of(session)}
    out = (session.prepare.pillows_out - here) | (here - set(ids))
    return {"prepare": attrs.evolve(session.prepare, pillows_out=out)}


def minutes_words(session: Session) -> tuple[str, ...]:
    """Return what the length means: for the plan, and for the giver's hands."""
    return tuple(about_length(session, length_of(session)))


def countdown(session: Session) -> tuple[Moment, ...]:
    """Return what to do when, up to the rest afterwards, in order of time."""
    oily, test = uses_oil(session), patch_test(session)
    moments = []
    for task in load().task.values():
        before = test.hours * 60 if task.id == "patch" else task.before
        skipped = task.id == "patch" and (session.prepare.patch_tested or not test.hours)
        if not skipped and (oily or not task.with_oil):
            moments.append((before, task.name))
    length = length_of(session)
    moments += [
        (0, "Start, with your hands resting on the back."),
        (-length, "Take your hands away slowly. They rest for a minute or two."),
    ]
    moments.sort(key=lambda one: -one[0])
    return tuple(Moment(before=b, when=_when(session, b), what=what) for b, what in moments)


def clock(minutes: int) -> str:
    """Return minutes after midnight as a time of day: 1140 is "19:00"."""
    return f"{minutes % DAY // 60}:{minutes % 60:02}"


def _when(session: Session, before: int) -> str:
    if before >= DAY:
        return f"{before // DAY} days before"
    at = session.prepare.start - before
    day = "the day before, " if at < 0 else "after midnight, " if at >= DAY else ""
    return f"{day}{clock(at)}"
