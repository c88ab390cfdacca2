"""The back in centimetres: sizes, areas and zones, and the level allowed at each point.

The numbers in these tests are worked out by hand from the tables of the body and its zones;
``judge``, which shares no code with the helpers, then checks every point of a fine grid.
"""

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity, contains_xy
from shapely.geometry import Point, Polygon
from shapely.ops import unary_union

from helpers.body import Cap, Limits, Skip, back
from helpers.body.geometry import Polygons, inside, to_right

from .judge import AREAS, BODY, CONTACTS, NEAR, SIZES, TECHNIQUES, judge

Array = np.ndarray[Any, Any]
NOBODY = Limits()
AGREED = Limits(agreed={"buttock"})
STRONG = Limits(strong=True, top_level=4)
RING = np.array([[np.cos(a), np.sin(a)] for a in np.linspace(0, 2 * np.pi, 13)])
TAUGHT = [name for name, entry in TECHNIQUES.items() if entry.get("taught", True)]


def cap(
    at: tuple[float, float], technique: str, contact: str, limits: Limits = NOBODY,
    size: str = "reference", angle: float = 0.0,
) -> int:  # fmt: skip
    """Return the one level allowed at a point, the same on both sides for limits without sides."""
    level = back(size).cap([at], technique=technique, contact=contact, limits=limits, angle=angle)
    return int(level[0])


def grid(size: str, step: float) -> Array:
    """Return points all over the back and a little beyond it."""
    x, y = np.arange(-20.03, 20.03, step), np.arange(-10.57, 66, step) * SIZES[size]["y"]
    return np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)


# --- Sizes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "at", "wanted"),
    [
        ("reference", (12.3, 31.7), (12.3, 31.7)),
        ("tall", (10, 0), (10.64, 0)),  # above the shoulder line: the shoulder factor
        ("tall", (10, 14.5), (10.51, 15.4425)),  # half way from 1.064 to 1.038
        ("small", (10, 22.5), (9.62, 21.0375)),
        ("slim", (10, 33.15), (8.75, 33.15)),  # half way from 0.91 to 0.84
        ("broad", (10, 51.1), (11.6, 51.1)),  # half way from 1.19 to 1.13
        ("slim", (10, 66), (8.9, 66)),  # below the hip line: the hip factor
    ],
)
def test_skin_is_scaled(size: str, at: tuple[float, float], wanted: tuple[float, float]) -> None:
    assert back(size).skin(at)[0] == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("size", "at", "wanted"),
    [
        ("reference", (6.5, 20), (6.5, 20)),
        ("tall", (10, 6.5), (10.64, 6.9225)),
        ("tall", (10, 21.7), (10.32, 23.1105)),  # half way from 1.064 to 1
        ("small", (10, 36.9), (10, 34.5015)),  # girth does not move bones
        ("slim", (10, 21.7), (9.05, 21.7)),  # half way from 0.92 to 0.89
        ("broad", (10, 21.7), (10.4, 21.7)),
        ("broad", (10, 60), (10, 60)),
    ],
)
def test_bones_are_scaled(size: str, at: tuple[float, float], wanted: tuple[float, float]) -> None:
    assert back(size).bone_scale(at)[0] == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("size", "at", "wanted"),
    [
        ("tall", (10, 22.5), (10.30316, 23.9625)),  # bones 1.0303, skin 1.038
        ("slim", (10, 43.8), (8.4, 43.8)),  # bones 0.89, skin 0.84
        ("broad", (10, 43.8), (10, 43.8)),  # bones 1, skin 1.19
        ("small", (10, 6.5), (9.36, 6.0775)),  # both 0.936
    ],
)
def test_paths_take_the_smaller_factor(
    size: str, at: tuple[float, float], wanted: tuple[float, float]
) -> None:
    assert back(size).path(at)[0] == pytest.approx(wanted, abs=1e-4)
    assert back(size).reference(np.array([wanted]))[0] == pytest.approx(at, abs=1e-4)


def test_shapes_are_scaled_by_their_kind() -> None:
    slim = back("slim")
    assert slim.outline("torso")[0] == pytest.approx((0, -10))
    assert slim.outline("torso")[-2][0] == pytest.approx(16.5 * 0.89)
    assert slim.bone("iliac-crest")[-1] == pytest.approx((13.7 * 0.89, 45.5))
    assert slim.muscle("M10")[0] == pytest.approx((4 * 0.89, 48.8))
    assert back("tall").scale_y == 1.065
    assert slim.erector_edge([40.0, 0.0]) == pytest.approx([7.7 * 0.89, 3.3 * 0.92])


def test_outlines_for_drawing_are_of_this_body() -> None:
    (spine,) = back("tall").zone_outlines("Z01")
    assert np.abs(spine[:, 0]).max() == pytest.approx(1.5, abs=0.2)
    assert spine[:, 1].max() == pytest.approx(58 * 1.065, abs=0.2)
    (armpit,) = back("slim").zone_outlines("Z08")
    assert np.ptp(armpit, axis=0) == pytest.approx([8, 8], abs=0.02)
    for name in AREAS:
        for size in SIZES:
            lines = back(size).area_outlines(name)
            assert bool(lines) == ("shape" in AREAS[name])
            assert all(len(line) > 3 for line in lines)


def test_each_size_is_made_once() -> None:
    assert back("slim") is back("slim")
    assert back() is back("reference")
    with pytest.raises(KeyError):
        back("giant")


@pytest.mark.parametrize("size", SIZES)
def test_kidneys_lie_inside_their_zone(size: str) -> None:
    for kidney in BODY["kidney"]:
        right = 1 if kidney["center"][0] > 0 else -1
        ellipse = affinity.scale(Point(0, 0).buffer(1, quad_segs=32), *kidney["half_axes"])
        ellipse = affinity.rotate(ellipse, -right * kidney["tilt"], origin=(0, 0))
        ellipse = affinity.translate(ellipse, *kidney["center"])
        rim = back(size).bone_scale(list(ellipse.exterior.coords))
        assert all("Z02" in zones for zones in back(size).zones_at(rim))


# --- The level allowed, worked out by hand ------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "technique", "contact", "wanted"),
    [
        # Z01 and A01: a flat hand at level 1, nothing firm.
        ((0, 20), "T02", "palm", 1),
        ((1.4, 40), "T08", "palm", 1),
        ((0, 20), "T04", "palm", 0),
        ((0, 20), "T05", "palm-heel", 0),
        ((1.4, 20), "T14", "fingers", 0),
        ((0, 12), "T01", "palm", 1),
        # Z02 and A07: flat hands, level 2 at most, and as the technique has it.
        ((5, 35), "T02", "palm", 1),
        ((5, 35), "T03", "palm", 2),
        ((5, 35), "T05", "palm-heel", 2),
        ((5, 35), "T10", "palm", 2),
        ((5, 35), "T10", "fist", 0),
        ((5, 35), "T14", "palm", 2),
        ((5, 35), "T14", "fingers", 0),
        ((5, 35), "T14", "thumb", 0),
        ((5, 35), "T08", "palm", 1),
        ((5, 35), "T06", "lift", 0),
        ((5, 35), "T19", "edge", 0),
        ((4.4, 30), "T16", "fist", 0),
        ((4.4, 30), "T17", "forearm", 0),
        ((5, 29.4), "T21", "pads", 1),
        # Z03 and A10: light glides only.
        ((12.5, 38), "T02", "palm", 1),
        ((12.5, 38), "T04", "palm", 1),
        ((12.5, 38), "T05", "palm-heel", 0),
        ((12.5, 38), "T06", "lift", 0),
        # Z04: the rim of the blade, 1 cm wide; A05 between.
        ((7, 12), "T02", "palm", 1),
        ((10.5, 11), "T02", "palm", 2),
        ((10.5, 11), "T05", "palm-heel", 2),
        ((10.5, 11), "T11", "fingers", 2),
        ((10.5, 11), "T04", "palm", 1),
        ((10.5, 11), "T15", "fingers", 0),
        ((10.5, 7.8), "T11", "fingers", 0),
        # Z05 and A09: the sides of the ribs.
        ((12, 25), "T02", "palm", 2),
        ((12, 25), "T05", "palm-heel", 1),
        ((12, 25), "T11", "fingers", 0),
        ((12, 25), "T10", "fist", 0),
        ((13, 25), "T06", "lift", 2),
        ((13, 25), "T07", "lift", 2),
        ((12, 25), "T09", "fold", 0),
        ((12, 25), "T20", "palm", 1),
        # Z06, the front and side of the neck; Z07 and A02, the back of it.
        ((6, -2), "T02", "palm", 0),
        ((9, 2), "T06", "lift", 0),
        ((3, -5), "T02", "palm", 2),
        ((3, -5), "T20", "palm", 2),
        ((3, -5), "T21", "pads", 1),
        ((3, -5), "T11", "fingers", 0),
        ((3, -5), "T01", "palm", 0),
        # Z08, the armpit.
        ((16, 16), "T02", "palm", 0),
        ((14, 16), "T21", "pads", 0),
        # Z09 and A11: the sacrum and the tailbone.
        ((2.5, 48.5), "T02", "palm", 1),
        ((0, 50), "T01", "palm", 1),
        ((2.5, 48.5), "T05", "palm-heel", 0),
        ((0, 57), "T02", "palm", 0),
        # Z10: the hip-bone rim and the dimples.
        ((9.5, 43.2), "T02", "palm", 1),
        ((4.5, 50.4), "T02", "palm", 1),
        ((9.5, 43.2), "T05", "palm-heel", 0),
        # Z12 and A08: the low back.
        ((3, 43), "T11", "fingers", 2),
        ((3, 43), "T05", "palm-heel", 3),
        ((3, 43), "T02", "palm", 3),
        ((3, 43), "T10", "palm", 2),
        ((3, 43), "T10", "fist", 0),
        ((3.4, 44), "T15", "fingers", 2),
        ((3.4, 44), "T15", "fist", 0),
        ((7.5, 43.5), "T11", "fingers", 0),  # outside the long muscle
        # Z13: nothing below y 52 until it is agreed.
        ((10, 54), "T02", "palm", 0),
        ((10, 54), "T15", "palm-heel", 0),
        # A03, A04, A06: the muscles that may be worked.
        ((12, 4.6), "T06", "lift", 3),
        ((12, 4.5), "T15", "fingers", 3),
        ((12, 4.6), "T05", "palm-heel", 0),
        ((4.6, 12), "T11", "fingers", 3),
        ((4.6, 12), "T06", "lift", 0),
        ((4.8, 12), "T14", "fingers", 3),
        ((4, 24), "T05", "palm-heel", 3),
        ((4, 24), "T04", "palm", 2),
        ((4, 24), "T17", "forearm", 0),  # reaches to y 29, over the kidneys
        ((4, 15), "T17", "forearm", 2),
        ((4, 24), "T16", "fist", 3),
        ((4, 24.5), "T16", "fist", 0),  # reaches to y 28.5
        ((4, 24), "T19", "edge", 1),
        ((4, 24), "T13", "palm", 2),
        ((4, 24), "T18", "thumb", 0),
        # A13: what is left over.
        ((17, 8.5), "T02", "palm", 1),
        # Off the body.
        ((25, 30), "T02", "palm", 0),
        ((3, -11), "T02", "palm", 0),
    ],
)
def test_level_allowed(at: tuple[float, float], technique: str, contact: str, wanted: int) -> None:
    assert cap(at, technique, contact) == wanted
    assert cap((-at[0], at[1]), technique, contact) == wanted


@pytest.mark.parametrize(
    ("at", "technique", "contact", "wanted"),
    [
        ((10, 54), "T02", "palm", 1),
        ((10, 53), "T15", "palm-heel", 3),
        ((10.4, 53.6), "T11", "fingers", 2),
        ((7.5, 58), "T05", "palm-heel", 3),  # Z11: the palm only
        ((7.5, 58), "T11", "fingers", 0),
        ((13, 59), "T19", "cup", 2),
        ((1.8, 60), "T02", "palm", 0),  # the middle never
        ((0, 57), "T02", "palm", 0),
    ],
)
def test_level_allowed_once_the_buttock_is_agreed(
    at: tuple[float, float], technique: str, contact: str, wanted: int
) -> None:
    assert cap(at, technique, contact, AGREED) == wanted


@pytest.mark.parametrize(
    ("at", "technique", "contact", "wanted"),
    [
        ((4, 15), "T05", "palm-heel", 4),
        ((4, 15), "T16", "fist", 4),
        ((4, 15), "T02", "palm", 3),
        ((4, 15), "T11", "fingers", 3),
        ((4, 43), "T05", "palm-heel", 3),
        ((5, 35), "T05", "palm-heel", 2),
        ((6.2, 8), "T05", "palm-heel", 1),
        ((5.6, 14), "T05", "palm-heel", 3),  # A04, beside the blade: not the long muscle
    ],
)
def test_strong_is_for_the_long_muscles_above_the_kidneys(
    at: tuple[float, float], technique: str, contact: str, wanted: int
) -> None:
    assert cap(at, technique, contact, STRONG) == wanted
    assert cap(at, technique, contact, Limits(strong=True)) <= 3
    assert cap(at, technique, contact, Limits(top_level=4)) <= 3


@pytest.mark.parametrize(
    ("contact", "gap"),
    [("thumb", 2.5), ("fingers", 2.7), ("fist", 3.0), ("forearm", 4.0), ("fold", 3.0)],
)
def test_firm_contacts_keep_their_distance_from_the_spine(contact: str, gap: float) -> None:
    technique = {"fist": "T16", "forearm": "T17", "fold": "T09"}.get(contact, "T11")
    for size in ("reference", "tall", "broad"):
        assert cap((gap + 0.01, 15), technique, contact, size=size) > 0
        assert cap((gap - 0.01, 15), technique, contact, size=size) == 0


def test_forearm_stays_off_the_blade() -> None:
    assert cap((4.0, 15), "T17", "forearm") == 2
    assert cap((4.6, 15), "T17", "forearm") == 0
    assert cap((4.0, 15), "T17", "forearm", size="slim") == 0


# --- Every point, against the judge -------------------------------------------------------------


def pairs() -> list[tuple[str, str]]:
    """Return every technique with the contacts it uses anywhere, and with some it must not."""
    found = set()
    for name in TAUGHT:
        entry = TECHNIQUES[name]
        pieces = [piece for place in entry["place"]
                  for piece in [*place.get("stations", []), *place.get("legs", [])]]  # fmt: skip
        found |= {(name, piece.get("contact", entry["contact"])) for piece in pieces}
    return sorted(found | {("T02", "pads"), ("T15", "fist"), ("T11", "thumb"), ("T05", "fist")})


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("technique", "contact"), pairs())
def test_level_agrees_with_the_judge_everywhere(technique: str, contact: str, size: str) -> None:
    points = grid(size, 1.13)
    for limits in (NOBODY, AGREED):
        found = back(size).cap(points, technique=technique, contact=contact, limits=limits)
        assert_agreed(found, points, technique, contact, limits, size)


def assert_agreed(
    found: Array, points: Array, technique: str, contact: str, limits: Limits, size: str
) -> None:
    """Never above the judge, nor below it, but for a border that runs close by."""
    wanted = plain(size, points, technique, contact, limits)
    # The whole of a fist or forearm is tried at points round its edge.
    close = 0.06 if "clear_of" in CONTACTS[contact] else 0.0
    for i in np.flatnonzero(found > wanted):
        near = plain(size, points[i] + close * RING, technique, contact, limits)
        assert near.max() >= found[i], (points[i], found[i], wanted[i])
    below = found < wanted
    if CONTACTS[contact]["kind"] == "firm":
        # Beyond the end of the spine strip the helpers still keep firm hands off the midline.
        below &= points[:, 1] < (58 - 6) * SIZES[size]["y"]
    for i in np.flatnonzero(below):
        near = plain(size, points[i] + 0.06 * RING, technique, contact, limits)
        assert near.min() <= found[i], (points[i], found[i], wanted[i])


def plain(size: str, points: Array, technique: str, contact: str, limits: Limits) -> Array:
    """Return the judge's levels without the technique's own easing windows."""
    return judge(size).allowed(points, technique, contact, limits, windows=False)


LIMITS = [
    Limits(skips=(Skip(center=(6, 20), radius=1, margin=5),)),
    Limits(skips=(Skip(center=(-3, 44), radius=2, margin=0),)),
    Limits(caps=(Cap(level=1, center=(8, 15), radius=6),)),
    Limits(caps=(Cap(level=2, areas=("A06", "A03")), Cap(level=0, areas=("A10",)))),
    Limits(caps=(Cap(level=2, quarter="upper", side="right", light_only=True),)),
    Limits(caps=(Cap(level=1, quarter="lower", side="left"),)),
    Limits(caps=(Cap(level=1, light_only=True),)),
    Limits(light_only=True, areas_out={"A02", "A10"}),
    Limits(top_level=4, strong=True, techniques_out={"T14"}),
]


@pytest.mark.parametrize("size", ["reference", "tall", "slim"])
@pytest.mark.parametrize("limits", LIMITS, ids=range(len(LIMITS)))
def test_this_person_agrees_with_the_judge_everywhere(limits: Limits, size: str) -> None:
    points = grid(size, 1.27)
    for technique, contact in [("T02", "palm"), ("T05", "palm-heel"), ("T14", "fingers")]:
        found = back(size).cap(points, technique=technique, contact=contact, limits=limits)
        assert_agreed(found, points, technique, contact, limits, size)


# --- Areas and zones ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_areas_and_zones_are_those_of_the_judge(size: str) -> None:
    points = grid(size, 0.37)
    points = points[back(size).on_back(points)]
    areas, zones = back(size).area_at(points), back(size).zones_at(points)
    rules = judge(size)
    for name, room in rules.rooms.items():
        check_room(np.array([one == name for one in areas]), room, points)
    for name in {zone for zone, _, _ in rules.zones}:
        parts = [room for zone, _, room in rules.zones if zone == name]
        check_room(np.array([name in one for one in zones]), unary_union(parts), points)


def check_room(held: Array, room: Any, points: Array) -> None:
    """Every point that is held lies in the room, and every other one outside or on its border."""
    large, small = (
        contains_xy(room.buffer(by), points[:, 0], points[:, 1]) for by in (NEAR, -NEAR)
    )
    assert not points[held & ~large].tolist()
    assert not points[~held & small].tolist()


def test_every_point_has_one_area_on_both_sides() -> None:
    points = grid("reference", 0.5)
    names = back().area_at(points)
    assert set(names) == set(AREAS)
    assert names == back().area_at(points * [-1, 1])


@pytest.mark.parametrize("size", SIZES)
def test_cap_is_the_same_on_both_sides(size: str) -> None:
    points, body = grid(size, 0.9), back(size)
    for technique, contact in pairs()[::2]:
        right = body.cap(points, technique=technique, contact=contact, limits=AGREED, angle=30.0)
        left = body.cap(
            points * [-1, 1], technique=technique, contact=contact, limits=AGREED, angle=-30.0
        )
        assert (right == left).all()


def test_on_back_is_the_drawn_torso() -> None:
    body = back()
    assert body.on_back([(0, 0), (-13, 37), (17, 58)]).all()
    assert not body.on_back([(14.5, 37), (-19, 30), (0, 67), (0, -11)]).any()


# --- What this person allows --------------------------------------------------------------------


def test_skip_keeps_the_centre_out_of_its_margin() -> None:
    mole = Limits(skips=(Skip(center=(4, 20), radius=1, margin=5),))
    assert cap((4, 13.9), "T14", "fingers", mole) == 3
    assert cap((4, 14.1), "T14", "fingers", mole) == 0
    assert cap((-4, 20), "T14", "fingers", mole) == 3
    assert cap((-4, 20), "T14", "fingers", mole.mirrored()) == 0


def test_skip_keeps_the_whole_hand_off_the_place_itself() -> None:
    mole = Limits(skips=(Skip(center=(4, 20), radius=0.5, margin=0),))
    assert cap((4, 10.0), "T02", "palm", mole) == 3  # the hand ends at y 19.35
    assert cap((4, 11.0), "T02", "palm", mole) == 0  # at y 20.35
    assert cap((4, 11.0), "T02", "palm", mole, angle=90.0) == 3  # the hand lies across
    assert cap((12, 20), "T02", "palm", mole) == 2  # beside it, fingers to the head
    assert cap((12, 20), "T02", "palm", mole, angle=-90.0) == 0  # the fingers lie over it
    mole = Limits(skips=(Skip(center=(9, 15), radius=0.5, margin=0),))
    assert cap((4, 20), "T02", "palm", mole, angle=45.0) == 0  # the fingers point at it
    assert cap((4, 20), "T02", "palm", mole, angle=-45.0) == 3


def test_skip_is_where_it_is_on_this_body_but_as_wide_as_it_is() -> None:
    mole = Limits(skips=(Skip(center=(10, 21.7), radius=0.5, margin=2),))
    for size, x, y in [("tall", 10.32, 23.1105), ("slim", 9.05, 21.7)]:
        assert cap((x - 2.45, y), "T21", "pads", mole, size=size) == 0
        assert cap((x, y + 2.55), "T21", "pads", mole, size=size) == 1


def test_cap_on_a_round_place() -> None:
    tender = Limits(caps=(Cap(level=1, center=(4, 20), radius=3),))
    assert cap((4, 17.1), "T05", "palm-heel", tender) == 1
    assert cap((4, 16.9), "T05", "palm-heel", tender) == 3
    assert cap((-4, 20), "T05", "palm-heel", tender) == 3
    assert cap((-4, 20), "T05", "palm-heel", tender.mirrored()) == 1


def test_cap_on_areas() -> None:
    sore = Limits(caps=(Cap(level=1, areas=("A06",)), Cap(level=0, areas=("A07",))))
    assert cap((4, 20), "T02", "palm", sore) == 1
    assert cap((-4, 20), "T02", "palm", sore) == 1
    assert cap((12, 4.6), "T02", "palm", sore) == 3
    assert cap((5, 35), "T02", "palm", sore) == 0


@pytest.mark.parametrize(
    ("quarter", "side", "held", "free"),
    [
        ("upper", "right", (4, 20), (-4, 20)),
        ("upper", "left", (-4, 20), (4, 20)),
        ("upper", "right", (3, 41.9), (3, 42.1)),
        ("lower", "left", (-4, 28.1), (-4, 27.9)),
        ("lower", "right", (3, 43), (-3, 43)),
        ("lower", None, (3, 43), (3, 20)),
    ],
)
def test_cap_on_a_quarter(
    quarter: str, side: str | None, held: tuple[float, float], free: tuple[float, float]
) -> None:
    nodes = Limits(caps=(Cap(level=0, quarter=quarter, side=side),))
    assert cap(held, "T03", "palm", nodes) == 0
    assert cap(free, "T03", "palm", nodes) > 0
    assert cap((held[0], held[1] * 1.065), "T03", "palm", nodes, size="tall") == 0
    if side:
        assert cap((-held[0], held[1]), "T03", "palm", nodes.mirrored()) == 0


def test_cap_of_the_whole_back() -> None:
    weak = Limits(caps=(Cap(level=1),))
    assert cap((4, 20), "T05", "palm-heel", weak) == 1


def test_light_only_cap_leaves_the_light_strokes() -> None:
    thin = Limits(caps=(Cap(level=2, areas=("A06",), light_only=True),))
    assert cap((4, 20), "T05", "palm-heel", thin) == 2
    assert cap((4, 20), "T14", "fingers", thin) == 0
    assert cap((4, 20), "T14", "palm", thin) == 0
    assert cap((3, 43), "T14", "fingers", thin) == 2


def test_light_only_session() -> None:
    light = Limits(light_only=True)
    wanted = {"T01", "T02", "T03", "T04", "T05", "T20", "T21", "T22"}
    found = {name for name in TAUGHT if cap((4, 20), name, "palm", light)}
    assert found == wanted
    assert cap((4, 20), "T02", "palm", light) == 2
    assert cap((4, 20), "T05", "fist", light) == 0


def test_areas_and_techniques_left_out() -> None:
    assert cap((4, 20), "T02", "palm", Limits(areas_out={"A06"})) == 0
    assert cap((4, 20), "T02", "palm", Limits(areas_out={"A07"})) == 3
    assert cap((4, 20), "T02", "palm", Limits(techniques_out={"T02"})) == 0
    assert cap((4, 20), "T03", "palm", Limits(techniques_out={"T02"})) == 3


@pytest.mark.parametrize("top", [1, 2, 3])
def test_top_level_caps_everything(top: int) -> None:
    points = grid("reference", 2)
    for technique, contact in pairs():
        levels = back().cap(points, technique=technique, contact=contact,
                            limits=Limits(top_level=top))  # fmt: skip
        assert levels.max() <= top


def test_mirrored_limits() -> None:
    skip, round_ = (
        Skip(center=(3, 9), radius=1, margin=2, why="a mole"),
        Cap(level=1, center=(2, 5)),
    )
    quarter, areas = Cap(level=0, quarter="upper", side="left"), Cap(level=1, areas=("A06",))
    limits = Limits(top_level=2, agreed={"buttock"}, skips=(skip,), caps=(round_, quarter, areas))
    both = limits.mirrored()
    assert {one.center for one in both.skips} == {(3, 9), (-3, 9)}
    assert {(one.radius, one.margin, one.why) for one in both.skips} == {(1, 2, "a mole")}
    assert {one.center for one in both.caps} == {(2, 5), (-2, 5), None}
    assert {one.side for one in both.caps if one.quarter} == {"left", "right"}
    assert [one for one in both.caps if one.areas] == [areas]
    assert (both.top_level, both.agreed) == (2, frozenset({"buttock"}))
    assert both.mirrored() == both
    assert hash(both.mirrored()) == hash(both)


POINTS = st.tuples(st.floats(-18, 18), st.floats(-9, 60))


@settings(max_examples=60, deadline=None)
@given(
    st.builds(Skip, center=POINTS, radius=st.floats(0.2, 6), margin=st.sampled_from([0, 5, 10])),
    st.builds(Cap, center=POINTS, radius=st.floats(0.2, 12), level=st.integers(0, 3)),
    st.sampled_from(list(SIZES)),
    st.floats(-90, 90),
)
def test_more_limits_never_allow_more(skip: Skip, one: Cap, size: str, angle: float) -> None:
    points = grid(size, 2.3)
    chain = [Limits(), Limits(skips=(skip,)), Limits(skips=(skip,), caps=(one,)),
             Limits(skips=(skip,), caps=(one,)).mirrored(),
             Limits(skips=(skip,), caps=(one,), light_only=True).mirrored()]  # fmt: skip
    levels = [
        back(size).cap(points, technique="T03", contact="palm", limits=limits, angle=angle)
        for limits in chain
    ]
    for more, less in itertools.pairwise(levels):
        assert (less <= more).all()
    both = levels[3].copy()
    other = back(size).cap(
        points * [-1, 1], technique="T03", contact="palm", limits=chain[3], angle=-angle
    )
    assert (both == other).all()


# --- The tools underneath -----------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=30))
def test_inside_is_what_shapely_says(points: list[tuple[float, float]]) -> None:
    torso = back().outline("torso")
    polygon = Polygon(torso)
    for at, found in zip(points, inside(np.array(points), torso), strict=True):
        if polygon.exterior.distance(Point(at)) > 1e-6:
            assert found == polygon.contains(Point(at))


def test_many_polygons_asked_at_once_answer_as_each_alone() -> None:
    body = back("tall")
    known = [body.outline("torso"), body.bone("scapula"), body.muscle("M01")]
    points = np.concatenate([grid("tall", 0.71), *known, np.array([[-40.0, 5], [3, 200]])])
    codes = Polygons(known, [1, 2, 4]).codes(points)
    for bit, polygon in zip((1, 2, 4), known, strict=True):
        assert ((codes & bit != 0) == inside(points, polygon)).all()
    assert {0, 1, 3, 5, 7} <= set(codes.tolist())


def test_folding_keeps_the_points_it_was_given() -> None:
    points = np.array([[-3.0, 5.0], [2.0, 1.0]])
    assert to_right(points).tolist() == [[3, 5], [2, 1]]
    assert points.tolist() == [[-3, 5], [2, 1]]


def test_no_points_are_no_trouble() -> None:
    nothing = np.empty((0, 2))
    assert back().cap(nothing, technique="T02", contact="palm", limits=NOBODY).shape == (0,)
    assert back().area_at(nothing) == []
