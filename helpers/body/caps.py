"""How firm one contact of a technique may be for one person, as a table to look points up in."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from helpers.content import Content
from helpers.content.models.areas import ZonePart
from helpers.content.models.touch import Contact

from .limits import Limits
from .places import Looked, Places

Levels = NDArray[np.int64]


@frozen(eq=False)
class Caps:
    """The highest level in each area, and what zones take off it."""

    _areas: Levels
    _zones: tuple[tuple[int, int], ...]
    """(highest level, bits of the zones that allow no more)."""

    def levels(self, at: Looked) -> Levels:
        """Return the highest level at points that were looked up, (n,)."""
        result = self._areas[at.areas]
        for most, bits in self._zones:
            np.minimum(result, most, out=result, where=(at.codes & bits) != 0)
        return result


def caps(content: Content, places: Places, technique: str, grip: Contact, limits: Limits) -> Caps:
    """Return the table of a contact and a technique for a person."""
    zones: dict[int, int] = defaultdict(int)
    for _, part, bits in places.parts:
        most = _in_zone(part, grip, limits)
        if most is not None:
            zones[most] |= bits
    return Caps(_by_area(content, places, technique, limits), tuple(zones.items()))


def _in_zone(part: ZonePart, grip: Contact, limits: Limits) -> int | None:
    """Return the highest level in a part of a zone, or None where it does not count."""
    if part.unless in limits.agreed:
        return None
    if grip.id in part.banned:
        return 0
    if grip.lifts and part.lifted is not None:
        return part.lifted
    return part.soft if grip.kind == "soft" else part.firm


def _by_area(content: Content, places: Places, technique: str, limits: Limits) -> Levels:
    entry = content.technique[technique]
    table = np.zeros(len(places.areas), dtype=np.int64)
    if not entry.taught or entry.level is None:
        return table
    for index, area in enumerate(places.areas):
        most = min(area.levels.get(technique, 0), entry.level.max)
        if limits.strong and technique in area.on_request:
            most = min(area.on_request[technique], entry.level.on_request or entry.level.max)
        table[index] = 0 if area.id in limits.areas_out else most
    return table
