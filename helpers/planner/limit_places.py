"""Where on the back the answers and the agreement change something, and in which words."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from helpers.content import load
from helpers.content.models.common import Point
from helpers.session import AREAS, Session
from helpers.session.words import question_name

from .answers import Said, effects_of
from .screening import AREAS_OF, SPOT_MARGIN, SPOT_RADIUS, sides_of

BUTTOCK = ("A12",)
"""The area behind the one agreement that is a zone and no area of its own."""
CLEAR, LIGHT, OFF, YES = "clear", "light", "off", "yes"
"""What a place is: kept clear, light only, left out, or agreed on."""


@frozen(kw_only=True)
class LimitPlace:
    """A place on the back with what holds there. Centimetres of the reference body.

    It is a disc (``center``, ``radius`` and the ``margin`` around it), some ``areas``, or a
    ``quarter`` of the back on one or both ``sides``.
    """

    kind: str
    name: str
    """A few words for the label: "Cut or wound"."""
    says: str
    """What holds there: "keep 10 cm clear"."""
    center: Point | None = None
    radius: float = 0.0
    margin: float = 0.0
    areas: tuple[str, ...] = ()
    quarter: str | None = None
    sides: tuple[str, ...] = field(default=("left", "right"))


def limit_places(session: Session) -> tuple[LimitPlace, ...]:
    """Return the places that the safety answers and the spots left alone narrow, in order."""
    found = [one for said in effects_of(session) for one in _of_effect(said)]
    for spot in session.spots:
        if spot.feel in ("lump", "pain"):
            found.append(
                LimitPlace(
                    kind=CLEAR,
                    name="Lump" if spot.feel == "lump" else "Painful place",
                    says=_clear(SPOT_MARGIN),
                    center=(spot.x, spot.y),
                    radius=SPOT_RADIUS,
                    margin=SPOT_MARGIN,
                )
            )
    return tuple(dict.fromkeys(found))


def agreed_places(session: Session) -> tuple[LimitPlace, ...]:
    """Return the areas that need a yes of their own: agreed on, or left out."""
    found = []
    for name in AREAS:
        entry = load().agreed_area[name]
        yes = name in session.agreed
        no = "stay covered" if name == "buttock" else "hands stay off"
        found.append(
            LimitPlace(
                kind=YES if yes else OFF,
                name=entry.name,
                says="agreed" if yes else no,
                areas=AREAS_OF.get(name, BUTTOCK),
            )
        )
    return tuple(found)


def left_out_places(session: Session) -> tuple[LimitPlace, ...]:
    """Return the areas that were not agreed on, but for the buttocks, which stay covered anyway."""
    names = {load().agreed_area[name].name for name in AREAS if name not in session.agreed}
    names.discard(load().agreed_area["buttock"].name)
    return tuple(one for one in agreed_places(session) if one.name in names)


def _of_effect(said: Said) -> Iterator[LimitPlace]:
    effect, answer = said.effect, said.answer
    name = question_name(answer.question)
    if effect.kind == "skip_area":
        kind, says = CLEAR, _clear(effect.margin or 0.0)
    elif effect.kind == "forbid":
        kind, says = OFF, "left out"
    elif effect.kind in ("light_only", "cap_level"):
        kind, says = LIGHT, "light only" if effect.kind == "light_only" else _level(effect.level)
    else:
        return
    if effect.marked:
        margin = effect.margin or 0.0
        wide = (0.0, margin) if kind == CLEAR else (margin, 0.0)
        for mark in answer.marks:
            yield LimitPlace(
                kind=kind, name=name, says=says, center=mark.center,
                radius=mark.radius + wide[0], margin=wide[1],
            )  # fmt: skip
    elif effect.areas:
        yield LimitPlace(kind=kind, name=name, says=says, areas=effect.areas)
    elif effect.quarter and effect.kind == "cap_level":
        yield LimitPlace(
            kind=kind, name=name, says=says, quarter=effect.quarter, sides=sides_of(answer)
        )


def _clear(margin: float) -> str:
    return f"keep {margin:g} cm clear" if margin else "leave it out"


def _level(level: int | None) -> str:
    return "not touched" if level == 0 else f"level {level} at most"
