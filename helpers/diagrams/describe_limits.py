"""The map of one person in words."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.body import Back
from helpers.content.phrases import small
from helpers.planner.limit_places import CLEAR, LimitPlace

from . import style
from .words import HOW_TO_READ, amount, where


def describe_limits(
    body: Back, places: Sequence[LimitPlace], *, banner: str = "", also: Sequence[str] = ()
) -> str:
    """Return the map in words: the banner, each place, and what holds for the whole back."""
    lines = [
        "The back of a person, head at the top; the receiver's right is on the right of the "
        "picture. Bones, kidneys, neck and the other places where nobody presses hard are tinted "
        "quietly."
    ]
    if banner:
        lines.append(f"Across the back is written: {banner}.")
    lines += also
    if any(place.center is not None for place in places):
        lines.append(HOW_TO_READ)
    lines += [_place(body, place) for place in places]
    if not places:
        lines.append("No place is marked.")
    if any(place.kind == CLEAR and place.margin for place in places):
        lines.append(
            "What is kept clear on one side is left out on the other, so both get the same."
        )
    return "\n\n".join([*lines, style.DISCLAIMER])


def _place(body: Back, place: LimitPlace) -> str:
    if place.center is not None:
        at = where(body, body.bone_scale([place.center])[0], side=True)
        return f"{place.name}: {place.says}, {amount(2 * place.radius)} cm across, {at}."
    if place.quarter is not None:
        which = "upper" if place.quarter == "upper" else "lower"
        sides = " and ".join(place.sides)
        return f"{place.name}: {place.says}, on the {which} part of the receiver's {sides}."
    names = ", ".join(small(body.content.area[name].name) for name in place.areas)
    return f"{place.name}: {place.says} ({names})."
