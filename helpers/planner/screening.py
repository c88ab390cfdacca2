"""Screen a session: what the safety answers allow, in one verdict and a set of limits."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

from attrs import frozen

from helpers.body import Cap, Limits, Skip
from helpers.content import load
from helpers.content.models.safety import Effect
from helpers.routine.verdict import Verdict
from helpers.session import MOST_MINUTES, POSITIONS, Answer, Session

from .answers import Said, effects_of, verdict_of

AREAS_OF = {"neck": ("A02",), "low_back": ("A07", "A08"), "sides": ("A09", "A10")}
"""The areas that stay out as long as the two have not agreed on them; the buttock is a zone."""

SPOT_MARGIN = 5.0
"""How far to stay clear of a lump or a painful spot, cm."""

SPOT_RADIUS = 1.5
"""How large such a spot is taken to be, cm."""

TOO_MUCH = 8
"""The number, from 0 to 10, at which a place is left for this session."""

LIGHT_LEVEL = 2
NEEDED = {"P2": "T02", "P6": "T22"}
"""What stays where a phase that every massage needs would be left without a stroke."""

LUMP = "We keep well clear of the lump that you marked. Have it looked at by a doctor or nurse."
PAIN = "We keep well clear of the place that hurts. Have it looked at if it does not go away."


@frozen(kw_only=True)
class Screening:
    """The outcome: a verdict, the limits on every stroke, and the sentences that say why."""

    verdict: Verdict
    limits: Limits
    minutes: int
    """The longest session that the answers allow."""
    positions: tuple[str, ...]
    notes: tuple[str, ...]


def screen(session: Session) -> Screening:
    """Return what the session's safety answers allow. Never raises for a valid session."""
    said = effects_of(session)
    named = [s.effect.positions for s in _kind(said, "position")]
    positions = tuple(one for one in POSITIONS if all(one in names for names in named))
    verdict = verdict_of(session, said, positions)
    minutes = [s.effect.minutes for s in said if s.effect.minutes is not None]
    notes = [*verdict.reasons, *(s.effect.say for s in said)]
    notes += [_spot_note(spot.feel) for spot in session.spots if spot.feel in ("lump", "pain")]
    return Screening(
        verdict=verdict,
        limits=_limits(session, said),
        minutes=min([MOST_MINUTES, *minutes]),
        positions=positions,
        notes=tuple(dict.fromkeys(notes)),
    )


def length_of(session: Session) -> int:
    """Return how long the massage takes: as wished, or as long as the answers allow; minutes."""
    return min(session.minutes, screen(session).minutes)


def _kind(said: Iterable[Said], kind: str) -> list[Said]:
    return [one for one in said if one.effect.kind == kind]


def _spot_note(feel: str) -> str:
    return LUMP if feel == "lump" else PAIN


def _everywhere(effect: Effect) -> bool:
    return not (effect.marked or effect.areas or effect.quarter)


def _limits(session: Session, said: tuple[Said, ...]) -> Limits:
    light = any(_everywhere(s.effect) for s in _kind(said, "light_only"))
    levels = [
        s.effect.level for s in _kind(said, "cap_level") if s.effect.level and _everywhere(s.effect)
    ]
    top = min([session.top_level, *levels, *([LIGHT_LEVEL] if light else [])])
    out = {name for s in _kind(said, "forbid") for name in s.effect.techniques}
    areas = {
        name
        for kind in ("forbid", "skip_area")
        for s in _kind(said, kind)
        for name in s.effect.areas
    }
    for name, ids in AREAS_OF.items():
        if name not in session.agreed:
            areas.update(ids)
    return Limits(
        top_level=top,
        light_only=light,
        strong=top == 4,
        techniques_out=out | (session.left_out - kept_in(session, out)),
        areas_out=areas,
        agreed=session.agreed,
        asked=session.asked,
        skips=_skips(session, said),
        caps=(*(cap for s in said for cap in _caps(s)), *_too_much(session)),
    )


def kept_in(session: Session, out: Collection[str] = ()) -> frozenset[str]:
    """Return the strokes that stay although they were left out: no massage goes without them."""
    kept = set()
    for name, needed in NEEDED.items():
        possible = [t for t in load().phase[name].techniques if t not in out]
        if session.left_out.issuperset(possible):
            kept.add(needed)
    return frozenset(kept)


def _skips(session: Session, said: tuple[Said, ...]) -> tuple[Skip, ...]:
    marked = [
        Skip(center=mark.center, radius=mark.radius, margin=s.effect.margin or 0.0)
        for s in _kind(said, "skip_area")
        if s.effect.marked
        for mark in s.answer.marks
    ]
    spots = [
        Skip(
            center=(spot.x, spot.y),
            radius=SPOT_RADIUS,
            margin=SPOT_MARGIN,
        )
        for spot in session.spots
        if spot.feel in ("lump", "pain")
    ]
    return _widest(dict.fromkeys([*marked, *spots]))


def _widest(skips: Iterable[Skip]) -> tuple[Skip, ...]:
    """Return the skips without those that lie wholly within another one."""
    kept: list[Skip] = []
    for skip in sorted(skips, key=lambda one: (-one.radius, -one.margin, one.center)):
        if not any(_within(skip, other) for other in kept):
            kept.append(skip)
    return tuple(kept)


def _within(inner: Skip, outer: Skip) -> bool:
    (x, y), (u, v) = inner.center, outer.center
    apart = math.hypot(x - u, y - v)
    reach = outer.radius + outer.margin - inner.radius - inner.margin
    return apart <= min(outer.radius - inner.radius, reach) + 1e-9


def _caps(said: Said) -> list[Cap]:
    effect = said.effect
    if effect.kind not in ("light_only", "cap_level") or _everywhere(effect):
        return []
    level = LIGHT_LEVEL if effect.level is None else effect.level
    light = effect.kind == "light_only"
    caps = []
    if effect.marked:
        caps += [
            Cap(
                level=level,
                center=mark.center,
                radius=mark.radius + (effect.margin or 0.0),
                light_only=light,
            )
            for mark in said.answer.marks
        ]
    if effect.areas:
        caps.append(Cap(level=level, areas=effect.areas, light_only=light))
    if effect.quarter:
        caps += [
            Cap(level=level, quarter=effect.quarter, side=side, light_only=light)
            for side in sides_of(said.answer)
        ]
    return caps


def _too_much(session: Session) -> list[Cap]:
    """Return a cap where a spot hurt when it was pressed: nothing but light strokes passes it."""
    return [
        Cap(
            level=LIGHT_LEVEL,
            center=(spot.x, spot.y),
            radius=SPOT_RADIUS + SPOT_MARGIN,
            light_only=True,
        )
        for spot in session.spots
        if spot.work.comfort is not None and spot.work.comfort >= TOO_MUCH
    ]


def sides_of(answer: Answer) -> tuple[str, ...]:
    """Return the sides that the marks reach; both where nobody marked one."""
    right = any(mark.center[0] + mark.radius > 0 for mark in answer.marks)
    left = any(mark.center[0] - mark.radius < 0 for mark in answer.marks)
    if right == left:
        return ("left", "right")
    return ("right",) if right else ("left",)
