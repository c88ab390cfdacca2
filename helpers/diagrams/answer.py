"""What a quiz question shows on the back as its answer."""

from __future__ import annotations

from helpers.content import load
from helpers.content.models.lesson import Show
from helpers.content.phrases import small
from helpers.strokes import build

from .pictures import back_picture, stroke_picture
from .still import Still


def answer_picture(show: Show, *, size: str = "reference") -> Still:
    """Return the picture that answers a question, with its words.

    Zones are hatched, regions stand out on the map of all regions, muscles are drawn alone, and a
    stroke is drawn as in its lesson, at its usual pace and pressure on the receiver's first side.
    """
    content = load()
    if show.technique is not None:
        return stroke_picture(build(show.technique, place=show.place, size=size))
    if show.zones:
        names = [content.zone[one].name for one in show.zones]
        return back_picture(
            name=_listed(names), size=size, show=("bones", "zones"), zones=show.zones
        )
    if show.regions:
        names = [content.region[one].name for one in show.regions]
        return back_picture(name=_listed(names), size=size, show=("regions",), chosen=show.regions)
    names = [content.muscle[one].plain for one in show.muscles]
    return back_picture(
        name=_listed(names), size=size, show=("bones", "muscles"), muscles=show.muscles
    )


def _listed(names: list[str]) -> str:
    """Return "One", "One and two" or "One, two and three"."""
    first, *rest = names
    words = [first, *map(small, rest)]
    return ", ".join(words[:-1]) + f" and {words[-1]}" if len(words) > 1 else first
