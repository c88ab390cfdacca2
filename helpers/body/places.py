"""Which areas and zones of a back hold each of many points."""

from __future__ import annotations

from functools import reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from helpers.content import Content
from helpers.content.models.body import Area, ZonePart

from .frame import Frame
from .geometry import Codes, Points, Polygons
from .held import MOST, Held

REST = "A13"
"""The area of every point of the back that no other area holds."""
TORSO = 1 << (MOST - 1)
"""The bit of the drawn torso."""


class Places:
    """The areas, the parts of zones and the torso of a body of one size.

    Points are in cm of this body, folded to the right side. All about a point is in one number,
    its code.
    """

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

    def codes(self, xy: Points) -> Codes:
        """Return the code of each point, (n,)."""
        codes: Codes = self._held.codes(xy) | self._torso.codes(xy)
        return codes

    def area(self, codes: Codes) -> NDArray[np.int64]:
        """Return for each code which of the areas the point belongs to."""
        # What no other area holds belongs to the last one, whatever its code is.
        held = ((codes | TORSO)[:, None] & self._masks) != 0
        first: NDArray[np.int64] = held.argmax(axis=1)
        return first

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
