"""One stroke as its planner shows it, in lines and in words; what was shown lately is kept."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from helpers.content.models.technique import Technique
from helpers.diagrams import describe_stroke, moving_svg
from helpers.strokes import Stroke

from .controls import Card, Row
from .words import duration, stroke_summary


@frozen
class StrokePicture:
    """The moving part of the picture, all of it in words, and what it adds up to."""

    moving: str
    description: str
    summary: str


@lru_cache(maxsize=256)
def stroke_picture(stroke: Stroke, passes: int) -> StrokePicture:
    """Return the picture of a stroke that is done so often; a hand on a slider goes to and fro."""
    each = duration(stroke.seconds)
    note = each if passes == 1 else f"{passes} passes, {each} each"
    return StrokePicture(
        moving_svg(stroke, note=note),
        describe_stroke(stroke, passes=passes),
        stroke_summary(stroke, passes),
    )


def stroke_cards(entry: Technique) -> Row:
    """Return what is said below the picture: how the hand works, what goes wrong, what to say."""
    return Row(
        [
            Card("Your hand, and why now", [entry.hand, entry.why_here]),
            Card("Common mistakes", bullets=[_sentence(one) for one in entry.mistakes]),
            Card("Say this", [f"“{entry.cue}”"], tone="note"),
        ]
    )


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
