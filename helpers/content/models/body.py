"""Models of ``body.toml`` and ``muscles.toml``."""

from __future__ import annotations

from attrs import field, fields, frozen

from .checks import one_of, simple_polygon, within
from .common import Entry, Point, Source, identifier, listed, prose, sources_field

STATUS = ("S", "C", "I")
"""S sourced number, C computed from sourced numbers, I our anatomical estimate."""


@frozen(kw_only=True, eq=False, repr=False)
class SpineLevel(Entry):
    """One spinous process or landmark on the midline: y in cm."""

    id: str = identifier()
    name: str = prose()
    y: float
    status: str = field(validator=one_of(*STATUS))
    landmark: str = ""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Landmark(Entry):
    """One named point of the outline, right side, cm."""

    id: str = identifier()
    name: str = prose()
    at: Point
    status: str = field(validator=one_of(*STATUS))
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Outline(Entry):
    """A skin outline, right side (mirrored by the drawing), cm: a polygon or an ellipse."""

    id: str = identifier()
    name: str = prose()
    points: tuple[Point, ...] = field(default=(), validator=simple_polygon)
    center: Point | None = None
    half_axes: Point | None = None
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Bone(Entry):
    """A bone or a ridge of one, right side, cm. ``kind`` says whether it is closed or a line."""

    id: str = identifier()
    name: str = prose()
    kind: str = field(validator=one_of("polygon", "line"))
    points: tuple[Point, ...] = listed(2)
    status: str = field(validator=one_of(*STATUS))
    sources: tuple[Source, ...] = sources_field()

    def __attrs_post_init__(self) -> None:
        if self.kind == "polygon":
            simple_polygon(self, fields(Bone).points, self.points)


@frozen(kw_only=True, eq=False, repr=False)
class Kidney(Entry):
    """A kidney as an ellipse; the one organ whose two sides differ.

    ``tilt`` is in degrees, the top leaning inwards.
    """

    id: str = identifier()
    name: str = prose()
    center: Point
    half_axes: Point
    tilt: float = field(validator=within(-45, 45))
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class ErectorRow(Entry):
    """Distances from the midline at one spine level, cm: the outer edge of each long muscle."""

    id: str = identifier()
    level: str
    """A spine level id such as ``sp-T7``."""
    y: float
    spinalis: Point
    longissimus: Point | None = None
    iliocostalis: Point | None = None
    edge: float = field(validator=within(0.5, 15))
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Size(Entry):
    """A body-size preset: factors on the reference body at the levels of evidence 5.1."""

    id: str = identifier()
    name: str = prose()
    y: float = field(validator=within(0.8, 1.25))
    shoulders: float = field(validator=within(0.8, 1.25))
    chest: float = field(validator=within(0.8, 1.25))
    waist: float = field(validator=within(0.8, 1.25))
    hips: float = field(validator=within(0.8, 1.25))
    crest: float = field(validator=within(0.8, 1.25))
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class BodyFile(Entry):
    """``body.toml``: the reference body."""

    level: tuple[SpineLevel, ...] = listed()
    landmark: tuple[Landmark, ...] = listed()
    outline: tuple[Outline, ...] = listed()
    bone: tuple[Bone, ...] = listed()
    kidney: tuple[Kidney, ...] = listed()
    erector: tuple[ErectorRow, ...] = listed()
    size: tuple[Size, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Muscle(Entry):
    """A muscle, right side. Fibre angles: degrees below the horizontal, pointing outwards."""

    id: str = identifier()
    name: str = prose()
    plain: str = prose()
    """What a lay person would call it."""
    origin: str = prose()
    insertion: str = prose()
    points: tuple[Point, ...] = field(validator=simple_polygon)
    fibres: tuple[tuple[Point, float], ...] = listed()
    """Pairs ((x, y), angle): the angle near that point; drawings take the nearest one."""
    deep: bool = False
    """True where another muscle covers it all (quadratus lumborum)."""
    liftable: bool = False
    layer: int = field(validator=within(1, 9))
    """Drawing order, 1 deepest."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class MuscleFile(Entry):
    """``muscles.toml``."""

    muscle: tuple[Muscle, ...] = listed()
