"""The back of one body size, in cm: outlines, bones, muscles, and how firm a hand may be where."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.content import Content, load
from helpers.content.models.body import Shape, Size

from .geometry import Mask, Points, ellipse, inside, points, to_right
from .limits import Limits
from .person import person_cap
from .scale import Floats, path_factor, scaled, skin_factor, to_reference
from .shapes import Frame, holds, outlines

Levels = NDArray[np.int64]
UNLIMITED = 9
REST = "A13"
"""The area of every point of the back that no other area holds."""


class Back:
    """The back of a receiver of one size preset. Use ``back(size_id)``, which keeps it."""

    def __init__(self, content: Content, size: Size) -> None:
        self.content = content
        self.size = size
        self._frame = Frame(content, size)
        self._zones = [
            (zone.id, part, _union([holds(self._frame, shape) for shape in part.shape]))
            for zone in content.zone.values()
            for part in zone.part
        ]
        ordered = sorted(content.area.values(), key=lambda area: area.order)
        self._areas = [
            (area, _union([holds(self._frame, shape) for shape in area.shape]))
            for area in ordered
            if area.shape
        ]
        self._torso = self.outline("torso")

    def __repr__(self) -> str:
        """Return a short constant name."""
        return f"Back({self.size.id!r})"

    # --- geometry, right side, cm of this body -------------------------------------------------

    @property
    def scale_y(self) -> float:
        """How much longer than the reference this back is."""
        return self.size.y

    def skin(self, xy: ArrayLike) -> Points:
        """Return reference skin points on this body."""
        return scaled(self.size, xy, skin_factor)

    def bone_scale(self, xy: ArrayLike) -> Points:
        """Return reference points of bones, muscles, zones or areas on this body."""
        return self._frame.fixed(xy)

    def path(self, xy: ArrayLike) -> Points:
        """Return reference points of a stroke on this body."""
        return scaled(self.size, xy, path_factor)

    def reference(self, xy: Points) -> Points:
        """Return this body's stroke points as reference centimetres."""
        return to_reference(self.size, xy)

    def outline(self, name: str) -> Points:
        """Return a skin outline (torso, arm or head), right side."""
        entry = self.content.outline[name]
        if entry.points:
            return self.skin(entry.points)
        assert entry.center
        assert entry.half_axes
        return self.skin(ellipse(entry.center, entry.half_axes))

    def bone(self, name: str) -> Points:
        """Return the points of a bone."""
        return self.bone_scale(self.content.bone[name].points)

    def muscle(self, name: str) -> Points:
        """Return the outline of a muscle."""
        return self.bone_scale(self.content.muscle[name].points)

    def zone_outlines(self, name: str) -> list[Points]:
        """Return the closed outlines of a no-press zone, right side, for drawing.

        "Z09/2" is the second part of Z09 alone.
        """
        zone, _, number = name.partition("/")
        parts = self.content.zone[zone].part
        chosen = parts if not number else parts[int(number) - 1 : int(number)]
        return self._drawn([shape for part in chosen for shape in part.shape])

    def area_outlines(self, name: str) -> list[Points]:
        """Return the closed outlines of an area of the technique matrix, right side."""
        return self._drawn(self.content.area[name].shape)

    def erector_edge(self, y: ArrayLike) -> Floats:
        """Return x of the outer edge of the erector spinae at heights ``y``, cm."""
        return self._frame.edge(np.atleast_1d(np.asarray(y, dtype=float)))

    def on_back(self, xy: ArrayLike) -> Mask:
        """Return which points lie on the drawn torso."""
        return inside(to_right(points(xy)), self._torso)

    # --- what is allowed where -----------------------------------------------------------------

    def area_at(self, xy: ArrayLike) -> list[str]:
        """Return the id of the area that holds each point."""
        names = [area.id for area, _ in self._areas] + [REST]
        return [names[index] for index in self._area_index(to_right(points(xy)))]

    def zones_at(self, xy: ArrayLike) -> list[tuple[str, ...]]:
        """Return the ids of the zones that hold each point."""
        folded = to_right(points(xy))
        held = {name: np.zeros(len(folded), dtype=bool) for name, _, _ in self._zones}
        for name, _, test in self._zones:
            held[name] |= test(folded)
        return [tuple(name for name in held if held[name][i]) for i in range(len(folded))]

    def cap(
        self,
        xy: ArrayLike,
        *,
        technique: str,
        contact: str,
        limits: Limits,
        angle: ArrayLike | float = 0.0,
    ) -> Levels:
        """Return the highest level allowed at each centre of pressure, shape (n,); 0 = no contact.

        ``xy`` (n, 2) cm of this body; ``angle`` degrees, where the fingers point (0 to the head,
        +90 to the receiver's right). The smallest of: the technique's cap (evidence 3.5), the
        technique by area matrix (6.2), every zone that holds the point (2.5), and this person's
        limits (2.0). Off the torso nothing is allowed.
        """
        at = points(xy)
        folded = to_right(at)
        areas = self._area_index(folded)
        result = np.minimum(
            self._zone_cap(folded, technique, contact, limits),
            self._area_cap(areas, technique, limits),
        )
        grip = self.content.contact[contact]
        if grip.spine_gap:
            result[folded[:, 0] < grip.spine_gap - 1e-9] = 0
        angles = np.broadcast_to(np.asarray(angle, dtype=float), len(at))
        for name in grip.clear_of:
            test = self._whole(name)
            for corner in _rim(at, grip.half_size, angles):
                result[test(to_right(corner))] = 0
        names = [area.id for area, _ in self._areas] + [REST]
        person = person_cap(self, at, angles, [names[i] for i in areas], technique, grip, limits)
        result = np.minimum(result, person)
        result[~inside(folded, self._torso)] = 0
        return result

    def _zone_cap(self, folded: Points, technique: str, contact: str, limits: Limits) -> Levels:
        grip = self.content.contact[contact]
        result = np.full(len(folded), UNLIMITED)
        for _, part, test in self._zones:
            if part.unless in limits.agreed:
                continue
            most = part.soft if grip.kind == "soft" else part.firm
            if grip.lifts and part.lifted is not None:
                most = part.lifted
            if contact in part.banned:
                most = 0
            if most < UNLIMITED:
                held = test(folded)
                result[held] = np.minimum(result[held], most)
        return result

    def _area_index(self, folded: Points) -> NDArray[np.int64]:
        result = np.full(len(folded), len(self._areas))
        free = np.arange(len(folded))
        for index, (_, test) in enumerate(self._areas):
            held = test(folded[free])
            result[free[held]] = index
            free = free[~held]
            if not free.size:
                break
        return result

    def _area_cap(self, areas: NDArray[np.int64], technique: str, limits: Limits) -> Levels:
        entry = self.content.technique[technique]
        if not entry.taught or entry.level is None:
            return np.zeros(len(areas), dtype=np.int64)
        table = []
        for area in [area for area, _ in self._areas] + [self.content.area[REST]]:
            most = min(area.levels.get(technique, 0), entry.level.max)
            if limits.strong and technique in area.on_request:
                most = min(area.on_request[technique], entry.level.on_request or entry.level.max)
            table.append(0 if area.id in limits.areas_out else most)
        return np.array(table)[areas]

    def _whole(self, name: str) -> Callable[[Points], Mask]:
        """Return the test of a whole zone, or of a bone."""
        if name in self.content.zone:
            return _union([test for zone, _, test in self._zones if zone == name])
        polygon = self.bone(name)
        return lambda xy: inside(xy, polygon)

    def _drawn(self, shapes: tuple[Shape, ...] | list[Shape]) -> list[Points]:
        return [line for shape in shapes for line in outlines(self._frame, shape)]


def back(size: str = "reference") -> Back:
    """Return the back of a size preset (kept, so that its shapes are made once).

    Raises
    ------
    KeyError
        If there is no such size preset.
    """
    return _kept(size)


@cache
def _kept(size: str) -> Back:
    content = load()
    return Back(content, content.size[size])


def _union(tests: list[Callable[[Points], Mask]]) -> Callable[[Points], Mask]:
    if len(tests) == 1:
        return tests[0]

    def test(xy: Points) -> Mask:
        result: Mask = np.any([one(xy) for one in tests], axis=0)
        return result

    return test


def _rim(at: Points, half: tuple[float, float], angles: Floats) -> list[Points]:
    """Return points round the edge of a contact laid at each point, 1 cm apart or less."""
    turn = np.deg2rad(angles)
    ahead = np.column_stack([np.sin(turn), -np.cos(turn)])
    across = np.column_stack([np.cos(turn), np.sin(turn)])
    # A hair inside the rim: a contact that only touches an edge is not over it.
    i, j = (np.linspace(-0.99, 0.99, int(np.ceil(2 * one)) + 1) * one for one in half)
    ends = [(x, y) for x in i for y in j if x in (i[0], i[-1]) or y in (j[0], j[-1])]
    return [at + x * across + y * ahead for x, y in ends]
