"""The back of one body size, in cm: outlines, bones, muscles, and how firm a hand may be where."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.content import Content, load
from helpers.content.models.areas import Shape
from helpers.content.models.body import Size

from .caps import Caps, Levels, caps
from .frame import Frame
from .geometry import Mask, Points, Polygons, ellipse, points, to_right
from .held import Held
from .limits import Limits
from .person import person_cap
from .places import TORSO, Looked, Places
from .scale import Floats, path_factor, scaled, skin_factor, to_reference
from .shapes import outlines


class Back:
    """The back of a receiver of one size preset. Use ``back(size_id)``, which keeps it."""

    def __init__(self, content: Content, size: Size) -> None:
        self.content = content
        self.size = size
        self._frame = Frame(content, size)
        self._places = Places(content, self._frame, self.outline("torso"))
        self._caps = lru_cache(maxsize=1024)(self._make_caps)
        self._whole = cache(self._make_whole)
        self._zones = cache(self._make_zone)

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

    def zone_outlines(self, name: str) -> tuple[Points, ...]:
        """Return the closed outlines of a no-press zone, right side, for drawing.

        "Z09/2" is the second part of Z09 alone. Kept, so they can only be read.
        """
        return self._zones(name)

    def _make_zone(self, name: str) -> tuple[Points, ...]:
        zone, _, number = name.partition("/")
        parts = self.content.zone[zone].part
        chosen = parts if not number else parts[int(number) - 1 : int(number)]
        found = tuple(self._drawn([shape for part in chosen for shape in part.shape]))
        for outline in found:
            outline.flags.writeable = False
        return found

    def area_outlines(self, name: str) -> list[Points]:
        """Return the closed outlines of an area of the technique matrix, right side."""
        return self._drawn(self.content.area[name].shape)

    def erector_edge(self, y: ArrayLike) -> Floats:
        """Return x of the outer edge of the erector spinae at heights ``y``, cm."""
        return self._frame.edge(np.atleast_1d(np.asarray(y, dtype=float)))

    def on_back(self, xy: ArrayLike) -> Mask:
        """Return which points lie on the drawn torso."""
        held: Mask = (self.look(xy).codes & TORSO) != 0
        return held

    # --- what is allowed where -----------------------------------------------------------------

    def look(self, xy: ArrayLike) -> Looked:
        """Look points up, (n, 2) cm of this body, to ask several times what is allowed there."""
        return self._places.look(points(xy))

    def area_at(self, xy: ArrayLike) -> list[str]:
        """Return the id of the area that holds each point."""
        found: list[str] = self._places.names[self.look(xy).areas].tolist()
        return found

    def zones_at(self, xy: ArrayLike) -> list[tuple[str, ...]]:
        """Return the ids of the zones that hold each point."""
        codes = self.look(xy).codes.tolist()
        zones = {zone.id: self._places.zone(zone.id) for zone in self.content.zone.values()}
        return [tuple(name for name, bits in zones.items() if code & bits) for code in codes]

    def cap(
        self,
        xy: ArrayLike | Looked,
        *,
        technique: str,
        contact: str,
        limits: Limits,
        angle: ArrayLike | float = 0.0,
    ) -> Levels:
        """Return the highest level allowed at each centre of pressure, shape (n,); 0 = no contact.

        ``xy`` (n, 2) cm of this body, or points that :meth:`look` gave; ``angle`` degrees, where
        the fingers point (0 to the head, +90 to the receiver's right). The smallest of: the
        technique's cap (evidence 3.5), the technique by area matrix (6.2), every zone that holds
        the point (2.5), and this person's limits (2.0). Off the torso nothing is allowed.
        """
        spots = xy if isinstance(xy, Looked) else self.look(xy)
        result = self._caps(technique, contact, limits).levels(spots)
        grip = self.content.contact[contact]
        if grip.spine_gap:
            result[spots.across < grip.spine_gap - 1e-9] = 0
        angles = np.asarray(angle, dtype=float)
        if angles.shape != result.shape:
            angles = np.broadcast_to(angles, len(result))
        for name in grip.clear_of:
            rim = _rim(spots.xy, grip.half_size, angles)
            held = self._whole(name)(to_right(rim.reshape(-1, 2)))
            result[held.reshape(rim.shape[:2]).any(axis=0)] = 0
        names = self._places.names
        person = person_cap(self, spots, names, angles, technique, grip, limits)
        result = np.minimum(result, person)
        result[(spots.codes & TORSO) == 0] = 0
        return result

    def _make_caps(self, technique: str, contact: str, limits: Limits) -> Caps:
        grip = self.content.contact[contact]
        return caps(self.content, self._places, technique, grip, limits)

    def _make_whole(self, name: str) -> Callable[[Points], Mask]:
        """Return the test of a whole zone, or of a bone."""
        if name in self.content.zone:
            parts = self.content.zone[name].part
            return Held(self._frame, [shape for part in parts for shape in part.shape]).hold
        return Polygons([self.bone(name)], [1]).hold

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


def _rim(at: Points, half: tuple[float, float], angles: Floats) -> NDArray[np.float64]:
    """Return points round the edge of a contact laid at each point, 1 cm apart or less.

    Shape (m, n, 2): the first of them for each point, then the second for each, and so on.
    """
    turn = np.deg2rad(angles)
    ahead = np.column_stack([np.sin(turn), -np.cos(turn)])
    across = np.column_stack([np.cos(turn), np.sin(turn)])
    # A hair inside the rim: a contact that only touches an edge is not over it.
    i, j = (np.linspace(-0.99, 0.99, int(np.ceil(2 * one)) + 1) * one for one in half)
    ends = [(x, y) for x in i for y in j if x in (i[0], i[-1]) or y in (j[0], j[-1])]
    return np.array([at + x * across + y * ahead for x, y in ends])
