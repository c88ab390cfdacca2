"""Models of ``zones``, ``areas`` and ``regions`` (``.toml``): what the back is divided into."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from .checks import one_of, simple_polygon, within
from .common import Entry, Point, Source, identifier, listed, prose, read_only, sources_field

SHAPES = ("strip", "rect", "polygon", "disc", "near", "bone", "muscle", "below")


@frozen(kw_only=True, eq=False, repr=False)
class Shape(Entry):
    """One piece of a zone or an area, right side (always mirrored), in reference-body cm.

    ``strip`` abs(x) < half_width, never scaled in x; ``rect`` x and y ranges on abs(x);
    ``polygon`` points; ``disc`` center and radius, radius never scaled; ``near`` all points within
    ``within`` cm of the bones named in ``of``, distance never scaled; ``bone`` and ``muscle`` the
    polygon of that id; ``below`` all y greater than y[0] (abs(x) < half_width if that is given).
    """

    kind: str = field(validator=one_of(*SHAPES))
    x: Point | None = None
    y: Point | None = None
    points: tuple[Point, ...] = field(default=(), validator=simple_polygon)
    center: Point | None = None
    radius: float | None = field(default=None, validator=within(0.1, 30))
    half_width: float | None = field(default=None, validator=within(0.1, 30))
    of: tuple[str, ...] = ()
    within: float | None = field(default=None, validator=within(0.1, 30))
    muscle_edge: str | None = field(default=None, validator=one_of("inside", "outside"))
    """Keep only what lies inside (or outside) the outer edge of the erector spinae."""

    def __attrs_post_init__(self) -> None:
        needs = {
            "strip": ("half_width", "y"),
            "rect": ("x", "y"),
            "polygon": ("points",),
            "disc": ("center", "radius"),
            "near": ("of", "within"),
            "bone": ("of",),
            "muscle": ("of",),
            "below": ("y",),
        }[self.kind]
        missing = [name for name in needs if getattr(self, name) in (None, ())]
        if missing:
            raise ValueError(f"found no {', '.join(missing)}; a {self.kind} shape needs it")


@frozen(kw_only=True, eq=False, repr=False)
class ZonePart(Entry):
    """A part of a no-press zone: the highest level for soft and for firm contacts (0 none)."""

    shape: tuple[Shape, ...] = listed()
    """The part is the union of these."""
    soft: int = field(validator=within(0, 4))
    firm: int = field(validator=within(0, 4))
    unless: str | None = field(default=None, validator=one_of("buttock"))
    """The part falls away once this area has been agreed with the receiver."""
    banned: tuple[str, ...] = ()
    """Contact ids that are not allowed at all here, whatever ``firm`` says."""
    lifted: int | None = field(default=None, validator=within(0, 4))
    """Highest level for a fold of muscle lifted off the ribs (T06, T07), where it differs."""


@frozen(kw_only=True, eq=False, repr=False)
class Zone(Entry):
    """A no-press zone Z01 on: where, how much at most, and why."""

    id: str = identifier()
    name: str = prose()
    rule: str = prose()
    why: str = prose()
    part: tuple[ZonePart, ...] = listed()
    hatch: bool = True
    """Whether the back map hatches it."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class ZoneFile(Entry):
    """``zones.toml``."""

    zone: tuple[Zone, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Area(Entry):
    """One row of the technique by area matrix: where, and the highest level of each technique."""

    id: str = identifier()
    name: str = prose()
    shape: tuple[Shape, ...] = ()
    """Empty for A13, the rest of the back."""
    order: int = field(validator=within(1, 13))
    """A point belongs to the area of lowest order that holds it."""
    levels: Mapping[str, int] = field(converter=read_only)
    """Technique id to highest level; a technique that is not named is not allowed here."""
    on_request: Mapping[str, int] = field(factory=dict, converter=read_only)
    """Highest level when the receiver asks for strong pressure."""
    passing: tuple[str, ...] = ()
    """Techniques that may only pass over it."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class AreaFile(Entry):
    """``areas.toml``."""

    area: tuple[Area, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Region(Entry):
    """A part of the back that a lay person would name; used to mark places, right side."""

    id: str = identifier()
    name: str = prose()
    side: str = field(validator=one_of("each", "middle"))
    points: tuple[Point, ...] = field(validator=simple_polygon)
    label_at: Point
    areas: tuple[str, ...] = listed()
    """Ids of the areas it overlaps, for cross-reference."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Lane(Entry):
    """A safe working lane beside the spine, right side, cm."""

    id: str = identifier()
    name: str = prose()
    x: Point
    y: Point
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class RegionFile(Entry):
    """``regions.toml``."""

    region: tuple[Region, ...] = listed()
    lane: tuple[Lane, ...] = listed()
