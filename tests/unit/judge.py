"""An independent judge of strokes: what may a hand do where, worked out from the tables alone.

It shares no code with ``helpers``: it reads ``content/*.toml`` itself and draws every zone and
area, for every body size, with shapely. A sample within ``NEAR`` of a border may take the larger
of the two values. Centimetres, degrees; x > 0 is the receiver's right, y > 0 towards the feet.
"""

import tomllib
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import shapely
from shapely import Geometry, affinity
from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import unary_union

CONTENT = Path(__file__).resolve().parents[2] / "content"
NEAR = 0.02
"""Borders are sharp to this many cm."""
SLACK = 1e-6
"""Pressure levels are sharp to this much."""
FAR = 99.0
LIFT, LINK = 4, 5
"""Roles of a moment that matter here: hand off the skin; light glide or rest between the parts."""
LINKED_AS = "T02"
"""Links are judged as the long glide is."""
LIGHT = {"T01", "T02", "T03", "T04", "T05", "T20", "T21", "T22"}
LIGHT_LEVEL = 2
ANYBODY = SimpleNamespace(
    top_level=4, light_only=False, strong=False, techniques_out=(), areas_out=(), agreed=(),
    skips=(), caps=(),
)  # fmt: skip

Table = dict[str, Any]
Array = np.ndarray[Any, Any]


def read(name: str) -> Table:
    """Return one content file as it stands."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def by_id(entries: Iterable[Table]) -> dict[str, Table]:
    return {entry["id"]: entry for entry in entries}


BODY = read("body")
BONES = by_id(BODY["bone"])
MUSCLES = by_id(read("muscles")["muscle"])
SIZES = by_id(BODY["size"])
ZONES = by_id(read("zones")["zone"])
AREAS = by_id(read("areas")["area"])
CONTACTS = by_id(read("contacts")["contact"])
TECHNIQUES = by_id(read("techniques")["technique"])
TORSO = by_id(BODY["outline"])["torso"]["points"]
ERECTOR = [(row["y"], row["edge"]) for row in BODY["erector"]]


def both_sides(right: Geometry) -> Geometry:
    """Return the right side and its mirror image as one."""
    return unary_union([right, affinity.scale(right, -1, 1, origin=(0, 0))])


class Judge:
    """The rules of one body size."""

    def __init__(self, size: str) -> None:
        self.size = SIZES[size]
        zones = [(zone["id"], part) for zone in ZONES.values() for part in zone["part"]]
        self.zones = [(name, part, both_sides(self.union(part["shape"]))) for name, part in zones]
        self.torso = both_sides(self.warp(Polygon(TORSO), self.skin_factor)).buffer(0)
        self.rooms = self._rooms()
        self._inner = [(name, part, _sharp(room, -NEAR)) for name, part, room in self.zones]
        self._outer = {name: _sharp(room, NEAR) for name, room in self.rooms.items()}
        self._skin = _sharp(self.torso, NEAR)

    # --- sizes ----------------------------------------------------------------------------------

    def skin_factor(self, y: Array) -> Array:
        size = self.size
        factors = [size["shoulders"], size["chest"], size["waist"], size["hips"]]
        return np.interp(y, [6.5, 22.5, 43.8, 58.4], factors)

    def bone_factor(self, y: Array) -> Array:
        return np.interp(y, [6.5, 36.9], [self.size["shoulders"], self.size["crest"]])

    def warp(self, shape: Geometry, factor: Callable[[Array], Array]) -> Geometry:
        """Return a reference shape on this body; edges are cut up, for they turn into curves."""

        def move(xy: Array) -> Array:
            return np.column_stack([xy[:, 0] * factor(xy[:, 1]), xy[:, 1] * self.size["y"]])

        return shapely.transform(shapely.segmentize(shape, 0.2), move)

    def fixed(self, shape: Geometry) -> Geometry:
        """Return a reference shape scaled as bones, muscles, zones and areas are."""
        return self.warp(shape, self.bone_factor)

    def point(self, xy: tuple[float, float]) -> Point:
        return self.fixed(Point(xy))

    def reference(self, xy: Array) -> Array:
        """Return stroke points of this body in reference cm."""
        y = xy[:, 1] / self.size["y"]
        return np.column_stack([xy[:, 0] / np.minimum(self.skin_factor(y), self.bone_factor(y)), y])

    # --- shapes, right side ---------------------------------------------------------------------

    def bone(self, name: str) -> Geometry:
        entry = BONES[name]
        shape = Polygon if entry["kind"] == "polygon" else LineString
        return self.fixed(shape(entry["points"]))

    def union(self, shapes: list[Table]) -> Geometry:
        return unary_union([self.shape(one) for one in shapes])

    def shape(self, shape: Table) -> Geometry:
        found = self._plain(shape)
        if "muscle_edge" not in shape:
            return found
        column = self._column(*shape["y"])
        inside = shape["muscle_edge"] == "inside"
        return found.intersection(column) if inside else found.difference(column)

    def _plain(self, shape: Table) -> Geometry:
        tall = self.size["y"]
        match shape["kind"]:
            case "strip" | "below":
                low, high = shape["y"]
                return box(0, low * tall, shape.get("half_width", FAR), high * tall)
            case "rect":
                (left, right), (low, high) = shape["x"], shape["y"]
                whole = self.fixed(box(0, low, right, high))
                strip = ZONES["Z01"]["part"][0]["shape"][0]["half_width"]
                if left == strip:  # The strip is never scaled, nor what borders on it.
                    return whole.difference(box(-1, low * tall - 1, left, high * tall + 1))
                return whole.difference(self.fixed(box(-1, low - 1, left, high + 1)))
            case "polygon":
                return self.fixed(Polygon(shape["points"]))
            case "disc":
                return self.point(shape["center"]).buffer(shape["radius"], quad_segs=64)
            case "near":
                bones = [self.bone(name) for name in shape["of"]]
                lines = [bone.exterior if bone.geom_type == "Polygon" else bone for bone in bones]
                return unary_union([one.buffer(shape["within"], quad_segs=64) for one in lines])
            case "bone":
                return unary_union([self.bone(name) for name in shape["of"]])
            case "muscle":
                names = shape["of"]
                return unary_union([self.fixed(Polygon(MUSCLES[one]["points"])) for one in names])
        raise AssertionError(shape["kind"])

    def _column(self, low: float, high: float) -> Geometry:
        """Return the long muscle from the midline to its outer edge."""
        ys = [low, *(y for y, _ in ERECTOR if low < y < high), high]
        edges = np.interp(ys, *zip(*ERECTOR, strict=True))
        return self.fixed(Polygon([(0, low), *zip(edges, ys, strict=True), (0, high)]))

    def _rooms(self) -> dict[str, Geometry]:
        """Return what each area really gets: the first that holds a point has it."""
        taken: Geometry = Polygon()
        found = {}
        for area in sorted(AREAS.values(), key=lambda each: each["order"]):
            own = both_sides(self.union(area["shape"])) if "shape" in area else self.torso
            found[area["id"]] = own.difference(taken)
            taken = taken.union(own)
        return found

    # --- what is allowed ------------------------------------------------------------------------

    def allowed(
        self,
        xy: Array,
        technique: str,
        contact: str,
        limits: Any = ANYBODY,
        *,
        angle: Array | float = 0.0,
        passing: Array | bool = True,
        windows: bool = True,
    ) -> Array:
        """Return the highest level that each sample may have, shape (n,); 0 = no contact.

        ``windows``: whether the technique's own easing windows count too.
        """
        xy = np.asarray(xy, dtype=float).reshape(-1, 2)
        grip = CONTACTS[contact]
        angles = np.broadcast_to(np.asarray(angle, dtype=float), len(xy))
        result = self._by_area(xy, technique, grip, limits, np.broadcast_to(passing, len(xy)))
        result = np.minimum(result, self._by_person(technique, grip, limits))
        if windows:
            result = np.minimum(result, self._by_window(xy, technique))
        result = np.minimum(result, self._by_zone(xy, grip, limits))
        for cap in limits.caps:
            if not cap.areas:
                held = self._capped(xy, cap)
                level = cap.level if _light(technique, grip) or not cap.light_only else 0
                result[held] = np.minimum(result[held], level)
        result[self._outline_bad(xy, grip, angles, limits)] = 0
        result[~_holds(self._skin, xy)] = 0
        return result

    def _by_person(self, technique: str, grip: Table, limits: Any) -> int:
        """Return the most that the technique and this person allow anywhere."""
        levels = TECHNIQUES[technique].get("level", {"max": 0})
        most: int = levels.get("on_request", levels["max"]) if limits.strong else levels["max"]
        most = min(most, limits.top_level)
        if limits.light_only:
            most = min(most, LIGHT_LEVEL) if _light(technique, grip) else 0
        return 0 if technique in limits.techniques_out else most

    def _by_window(self, xy: Array, technique: str) -> Array:
        result = np.full(len(xy), FAR)
        at = self.reference(xy)
        for ease in TECHNIQUES[technique].get("ease", []):
            (left, right), (low, high) = ease.get("x", [0, FAR]), ease.get("y", [-FAR, FAR])
            held = _holds(both_sides(box(left, low, right, high)).buffer(-NEAR), at)
            result[held] = np.minimum(result[held], ease["level"])
        return result

    def _by_area(
        self, xy: Array, technique: str, grip: Table, limits: Any, passing: Array
    ) -> Array:
        result = np.zeros(len(xy))
        light = _light(technique, grip)
        for name, room in self._outer.items():
            area = AREAS[name]
            most = area["levels"].get(technique, 0)
            if limits.strong:
                most = area.get("on_request", {}).get(technique, most)
            if name in limits.areas_out:
                most = 0
            for cap in limits.caps:
                if name in cap.areas:
                    most = min(most, cap.level if light or not cap.light_only else 0)
            if not most:
                continue
            held = _holds(room, xy)
            if technique in area.get("passing", []):
                held &= passing
            result[held] = np.maximum(result[held], most)
        return result

    def _by_zone(self, xy: Array, grip: Table, limits: Any) -> Array:
        result = np.full(len(xy), FAR)
        for _, part, room in self._inner:
            if part.get("unless") in limits.agreed:
                continue
            most = part[grip["kind"]]
            if grip.get("lifts") and "lifted" in part:
                most = part["lifted"]
            if grip["id"] in part.get("banned", []):
                most = 0
            held = _holds(room, xy)
            result[held] = np.minimum(result[held], most)
        return result

    def _capped(self, xy: Array, cap: Any) -> Array:
        if cap.center is not None:
            return _gaps(xy, self.point(cap.center)) <= cap.radius - NEAR
        if cap.quarter is None:
            return np.ones(len(xy), dtype=bool)
        low, high = (-FAR, 42) if cap.quarter == "upper" else (28, FAR)
        left, right = {"right": (0, FAR), "left": (-FAR, 0), None: (-FAR, FAR)}[cap.side]
        tall = self.size["y"]
        return _holds(box(left, low * tall, right, high * tall).buffer(-NEAR), xy)

    # --- the whole hand -------------------------------------------------------------------------

    @cached_property
    def _strip(self) -> Geometry:
        return next(room for name, _, room in self.zones if name == "Z01")

    def _outline_bad(self, xy: Array, grip: Table, angles: Array, limits: Any) -> Array:
        result = np.zeros(len(xy), dtype=bool)
        if grip["kind"] == "firm":
            hands = _rectangles(xy, grip["half_size"], angles)
            keep_off = [self._strip]
            for name in grip.get("clear_of", []):
                zones = [room for zone, _, room in self.zones if zone == name]
                keep_off += zones or [both_sides(self.bone(name))]
            for place in keep_off:
                shapely.prepare(place)
                result |= shapely.intersects(place, hands)
        for skip in limits.skips:
            place = self.point(skip.center)
            result |= _gaps(xy, place) < skip.radius + skip.margin - NEAR
            core, breadth = _capsules(xy, grip["half_size"], angles)
            result |= shapely.distance(core, place) < skip.radius + breadth - NEAR
        return result

    # --- verdicts -------------------------------------------------------------------------------

    def faults(
        self,
        xy: Array,
        pressure: Array | float,
        technique: str,
        contact: str,
        limits: Any = ANYBODY,
        *,
        angle: Array | float = 0.0,
        passing: Array | bool = True,
    ) -> list[str]:
        """Return what is wrong with the samples that touch the skin, one sentence each."""
        xy = np.asarray(xy, dtype=float).reshape(-1, 2)
        press = np.broadcast_to(np.asarray(pressure, dtype=float), len(xy))
        most = self.allowed(xy, technique, contact, limits, angle=angle, passing=passing)
        return [
            f"{technique} {contact} at ({xy[i, 0]:.2f}, {xy[i, 1]:.2f}): {press[i]:.2f}, allowed "
            f"{most[i]:g}"
            for i in np.flatnonzero((press > 0) & (press > most + SLACK))
        ]

    def stroke(self, stroke: Any, limits: Any = ANYBODY) -> list[str]:
        """Return what is wrong with both hands of a stroke."""
        found = []
        names = np.array(stroke.contacts)
        for hand in (stroke.right, stroke.left):
            contacts = names[hand.contact]
            off = (hand.role == LIFT) | (contacts == "on-top")
            if (hand.pressure[off] != 0).any():
                found.append(f"{stroke.technique}: a lifted hand presses")
            step = np.hypot(*np.diff(hand.xy, axis=0).T) > 1e-6
            moving = np.append(step, False) | np.append(False, step)
            for contact in dict.fromkeys(contacts[~off]):
                for linked in (False, True):
                    is_link = hand.role == LINK
                    at = np.flatnonzero(~off & (contacts == contact) & (is_link == linked))
                    if not at.size:
                        continue
                    if linked and CONTACTS[contact]["kind"] != "soft":
                        found.append(f"{stroke.technique}: a link with {contact}")
                    found += self.faults(
                        hand.xy[at],
                        hand.pressure[at],
                        LINKED_AS if linked else stroke.technique,
                        contact,
                        _linking(limits) if linked else limits,
                        angle=hand.angle[at],
                        # A light flat hand may also lie across the spine (Z01).
                        passing=moving[at] | linked,
                    )
        return found


def _linking(limits: Any) -> Any:
    """Return the limits of a link: it is nobody's stroke, so no technique is left out."""
    names = vars(ANYBODY)
    return SimpleNamespace(
        **{name: getattr(limits, name) for name in names} | {"techniques_out": ()}
    )


def _light(technique: str, grip: Table) -> bool:
    return technique in LIGHT and grip["kind"] == "soft"


def _sharp(shape: Geometry, by: float) -> Geometry:
    moved = shape.buffer(by, quad_segs=2)
    shapely.prepare(moved)
    return moved


def _holds(shape: Geometry, xy: Array) -> Array:
    return shapely.contains_xy(shape, xy[:, 0], xy[:, 1])


def _gaps(xy: Array, place: Point) -> Array:
    return np.hypot(xy[:, 0] - place.x, xy[:, 1] - place.y)


def _axes(angles: Array) -> tuple[Array, Array]:
    """Return where the fingers point and the direction across them, unit vectors (n, 2)."""
    turn = np.deg2rad(angles)
    ahead = np.column_stack([np.sin(turn), -np.cos(turn)])
    return ahead, np.column_stack([np.cos(turn), np.sin(turn)])


def _rectangles(xy: Array, half: list[float], angles: Array) -> Array:
    """Return the outline of a firm contact at each sample, ``NEAR`` smaller all round."""
    ahead, across = _axes(angles)
    breadth, length = half[0] - NEAR, half[1] - NEAR
    turns = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    corners = [xy + i * breadth * across + j * length * ahead for i, j in turns]
    return shapely.polygons(np.stack(corners, axis=1))


def _capsules(xy: Array, half: list[float], angles: Array) -> tuple[Array, float]:
    """Return the middle line of each hand and how far the hand reaches round it."""
    ahead, across = _axes(angles)
    long = ahead if half[1] >= half[0] else across
    breadth, length = min(half), max(half)
    reach = (length - breadth) * long
    return shapely.linestrings(np.stack([xy - reach, xy + reach], axis=1)), breadth


@cache
def judge(size: str = "reference") -> Judge:
    """Return the judge of a body size."""
    return Judge(size)
