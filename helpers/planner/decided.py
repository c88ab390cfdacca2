"""What the session holds from each lesson, in plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

import attrs
from attrs import frozen

from helpers.body import back
from helpers.content import load
from helpers.content.phrases import small
from helpers.session import Session, Spot, TechniqueChoice
from helpers.session.words import NOTHING, piece

from .finish import FEATHER, HOLD
from .outcome import given_words, result
from .rest import rest_plan
from .screening import screen

SIDES = {"right": "receiver's right first", "left": "receiver's left first"}

PIECES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "00": ("agreed", "prepare.stop_word"),
        "01": ("minutes", "position", "prepare"),
        "02": ("size", "top_level", "asked", "left_out"),
        "03": (),
        "04": ("breaths_per_minute", "down_strokes", "feathers", "finish"),
        "05": ("rhythm", "puzzles"),
        "06": ("preset", "minutes", "top_level", "asked", "left_out"),
    }
)
"""The fields of the session that a lesson's planners change, as far as one line says them; of a
field with pieces, all pieces that no other lesson names."""


@frozen
class Decided:
    """What the learner chose in a lesson, and what still is as usual; short lines each."""

    chosen: tuple[str, ...]
    usual: tuple[str, ...]


def decided(lesson: str, session: Session) -> Decided:
    """Return what the session holds from a lesson, as sentences and as "Name: value"."""
    chosen = [*TELLERS.get(lesson, _nothing)(session)]
    usual = []
    for path in _paths(lesson):
        words, before = piece(session, path), piece(Session(), path)
        if words != before:
            chosen.append(words)
        elif not words.endswith(f": {NOTHING}"):
            usual.append(words)
    chosen += _questions(lesson, session)
    return Decided(tuple(chosen), tuple(usual))


def _questions(lesson: str, session: Session) -> Iterator[str]:
    asked = [q.id for q in load().quiz.values() if q.lesson == lesson and not q.warm_up]
    if done := sum(name in session.quiz for name in asked):
        yield f"Questions done: {done} of {len(asked)}"


def _paths(lesson: str) -> Iterator[tuple[str, ...]]:
    named = {name for names in PIECES.values() for name in names}
    for name in PIECES[lesson]:
        field, _, part = name.partition(".")
        kind: type[Any] = type(getattr(Session(), field))
        if part or not attrs.has(kind):
            yield (field, part) if part else (field,)
            continue
        for a in attrs.fields(kind):
            if f"{field}.{a.name}" not in named:
                yield field, a.name


# --- what one line of a field does not say ------------------------------------------------------


def _nothing(_session: Session) -> Iterator[str]:
    yield from ()


def _screening(session: Session) -> Iterator[str]:
    found = result(session)
    yield f"The safety questions: {found.outcome.name.rstrip('.')}"
    if found.open:
        yield "Some safety questions are still open"
    for words in given_words(session).values():
        yield f"You said yes to: {small(words.rstrip('?.'))}"
    yield from found.changes


def _strokes(session: Session) -> Iterator[str]:
    for name, choice in session.technique_choices.items():
        if words := _choice(name, choice):
            yield f"{load().technique[name].plain}: {words}"


def _choice(name: str, choice: TechniqueChoice) -> str:
    entry = load().technique[name]
    places = {place.id: place.name for place in entry.place}
    parts = []
    if choice.place is not None:
        where = places[choice.place]
        parts.append(small(where))
    if choice.side is not None:
        parts.append(SIDES[choice.side])
    if choice.pace is not None and entry.pace is not None:
        parts.append(f"{choice.pace:g} {UNITS.get(entry.pace.unit, entry.pace.unit)}")
    if choice.passes is not None:
        parts.append(f"{choice.passes} pass{'' if choice.passes == 1 else 'es'}")
    if choice.level is not None:
        parts.append(f"level {choice.level}")
    if choice.minutes is not None:
        parts.append(f"about {choice.minutes} min")
    return ", ".join(parts)


UNITS = {
    "cm/s": "cm a second",
    "s/circle": "seconds a circle",
    "circles/s": "circles a second",
    "Hz": "rubs a second",
    "strikes/s": "taps a second",
    "s": "seconds",
}


def _spots(session: Session) -> Iterator[str]:
    if not session.spots:
        yield "No spot is marked. That is fine: a massage of the whole back is just as good."
    for number, spot in enumerate(session.spots, 1):
        yield f"Spot {number}: {_spot(spot)}"
    yield from (note for note in screen(session).notes if "you marked" in note or "hurts" in note)


def _spot(spot: Spot) -> str:
    areas = back().area_at([(spot.x, spot.y)])
    where = load().area[areas[0]].name if areas else "on the back"
    side = "" if abs(spot.x) < 1 else ", receiver's right" if spot.x > 0 else ", receiver's left"
    feel = "lump" if spot.feel == "lump" else f"{spot.feel}, {spot.strength} of 10"
    return f"{feel}, {small(where)}{side}"


def _ending(session: Session) -> Iterator[str]:
    if FEATHER in session.left_out:
        yield "A still, warm hand instead of feathers"
    if hold := session.choice(HOLD).pace:
        yield f"Closing hold: {hold:g} seconds"
    if because := rest_plan(session).because:
        yield f"Both rests twice as long, because {' and because '.join(because)}"


def _steps(session: Session) -> Iterator[str]:
    found = result(session)
    if found.blocks:
        yield f"The safety questions: {found.outcome.name.rstrip('.')}"
    spots = sum(spot.feel in ("tight", "tender") for spot in session.spots)
    yield f"Spots to work on: {spots}" if spots else "Spots to work on: none"
    yield (
        f"Your own list has {len(session.edits)} steps"
        if session.edits
        else "The steps follow the plan as it is"
    )
    if session.log:
        yield f"Massages in your log: {len(session.log)}"


TELLERS: Mapping[str, Callable[[Session], Iterator[str]]] = MappingProxyType(
    {"00": _screening, "02": _strokes, "03": _spots, "04": _ending, "06": _steps}
)
"""What a lesson says beyond its fields."""
