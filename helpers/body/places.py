"""Which areas and zones of a back hold each of many points."""

from __future__ import annotations

from functools import lru_cache, reduce
from operator import or_

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from helpers.content import Content
from helpers.content.models.areas import Area, ZonePart

from .frame import Frame
from .geometry import Codes, Points, Polygons, changes, to_right
from .held import MOST, Held
from .scale import Floats

REST = "A13"
"""The area of every point of the back that no other area holds."""
KEPT = 256
"""So many ways of a hand stay looked up."""
TORSO = 1 << (MOST - 1)
"""The bit of the drawn torso."""


@frozen(eq=False)
class Looked:
    """Points that have been looked up: what a level cap needs to know about where they are.

    ``xy`` (n, 2) cm of this body; ``across`` (n,) cm from the midline; ``codes`` (n,) the bits of
    all that holds them; ``areas`` (n,) which of the areas they belong to.
    """

    xy: Points
    across: Floats
    codes: Codes
    areas: NDArray[np.int64]

    def __getitem__(self, where: NDArray[np.bool_] | NDArray[np.int64]) -> Looked:
        """Return only some of the points."""
        return Looked(self.xy[where], self.across[where], self.codes[where], self.areas[where])


class Places:
    """The areas, the parts of zones and the torso of a body of one size."""

    def __init__(self, content: Content, frame: Frame, torso: Points) -> None:
        ordered = sorted(content.area.values(), key=lambda area: area.order)
        shaped = [area for area in ordered if area.shape]
        self.areas: list[Area] = [*shaped, content.area[REST]]
        """The areas; the first that holds a point has it."""
        self.parts: list[tuple[str, ZonePart, int]] = []
        """Every part of a zone: the id of the zone, the part, and its bits."""
        shapes = [shape for area in shaped for shape in area.shape]
        masks = _masks([len(area.shape) for area in shaped], 0)
        for zone in content.zone.values():
            bits = _masks([len(part.shape) for part in zone.part], len(shapes))
            self.parts += zip([zone.id] * len(bits), zone.part, bits, strict=True)
            shapes += [shape for part in zone.part for shape in part.shape]
        assert len(shapes) < MOST
        self._held = Held(frame, shapes)
        self._torso = Polygons([torso], [TORSO])
        self._masks = np.array([*masks, -1], dtype=np.int64)
        self.names = np.array([area.id for area in self.areas])
        # The other hand, the same stroke at another level and the check all ask about the same
        # ways again.
        self._kept = lru_cache(maxsize=KEPT)(self._codes)

    def look(self, xy: Points) -> Looked:
        """Look points up, (n, 2) cm of this body."""
        folded = to_right(xy)
        # A hand that stays where it is asks but once.
        moved = changes(folded[:, 0], folded[:, 1])
        codes, areas = self._kept(folded[moved].tobytes())
        at = np.cumsum(moved) - 1
        return Looked(xy, folded[:, 0], codes[at], areas[at])

    def _codes(self, folded: bytes) -> tuple[Codes, NDArray[np.int64]]:
        """Return codes and areas of points that are folded to the right side."""
        xy = np.frombuffer(folded).reshape(-1, 2)
        codes = self._held.codes(xy) | self._torso.codes(xy)
        # What no other area holds belongs to the last one, whatever its code is.
        held = ((codes | TORSO)[:, None] & self._masks) != 0
        areas = held.argmax(axis=1)
        for array in (codes, areas):
            array.flags.writeable = False
        return codes, areas

    def zone(self, name: str) -> int:
        """Return the bits of a whole zone."""
        return reduce(or_, (bits for zone, _, bits in self.parts if zone == name))


def _masks(counts: list[int], first: int) -> list[int]:
    """Return the bits of groups of shapes that follow each other from a number on."""
    masks = []
    for count in counts:
        masks.append(((1 << count) - 1) << first)
        first += count
    return masks
