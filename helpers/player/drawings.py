"""The pictures of a score: the very drawings of the lessons, with what they share stored once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from helpers.body import back
from helpers.diagrams import describe_stroke, moving_svg, stroke_still, stroke_view
from helpers.diagrams.about import place_of
from helpers.diagrams.svg import NOTHING_MOVES
from helpers.strokes import Stroke

from .tracks import same

_PART = re.compile(r"<[^<]*")
_WAY = re.compile(r'(?<= d=")[^"]*')
_TENTH = re.compile(r"-?\d+\.\d+")


class Drawings:
    """Pictures, each drawn once; every piece of SVG that comes up again is kept once."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pictures: list[dict[str, Any]] = []
        self._part: dict[str, int] = {}
        self._drawn: dict[str, int] = {}
        self._known: list[tuple[Stroke, int]] = []

    def add(self, stroke: Stroke) -> int:
        """Return the number of the picture of a stroke, which is drawn if it is new."""
        for known, number in self._known:
            if known is stroke or same(known, stroke):
                return number
        self._known.append((stroke, len(self.pictures)))
        body = back(stroke.size)
        entry, place = place_of(body, stroke.technique, stroke.place)
        view = stroke_view(stroke.technique, stroke.place, body)
        self.pictures.append(
            {
                "svg": [self._number(part) for part in _PART.findall(_svg(stroke))],
                "name": f"{entry.plain}: {place.name}",
                "description": describe_stroke(stroke, body),
                "w": round(view.half_width * 2 * view.scale),
                "h": view.height,
            }
        )
        return len(self.pictures) - 1

    def _number(self, drawn: str) -> int:
        if drawn not in self._drawn:
            self._drawn[drawn] = self._rounded(drawn)
        return self._drawn[drawn]

    def _rounded(self, part: str) -> int:
        # Whole px are fine enough for a picture that is never shown larger, and much shorter.
        part = _WAY.sub(lambda way: _TENTH.sub(lambda n: f"{float(n[0]):.0f}", way[0]), part)
        if part not in self._part:
            self._part[part] = len(self.parts)
            self.parts.append(part)
        return self._part[part]


@lru_cache(maxsize=64)
def _svg(stroke: Stroke) -> str:
    """Return the whole picture of a stroke, its hands left out: the player moves those."""
    still = stroke_still(stroke.technique, stroke.place, stroke.size)
    return still.replace(NOTHING_MOVES, moving_svg(stroke, show_hands=False))
