"""The anatomy data say what their tables say; shapely is the independent judge."""

import tomllib
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon, box
from shapely.ops import unary_union

CONTENT = Path(__file__).resolve().parents[2] / "content"

Table = dict[str, Any]
FAR = 99.0


def read(name: str) -> Table:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def by_id(entries: list[Table]) -> dict[str, Table]:
    found = {entry["id"]: entry for entry in entries}
    assert len(found) == len(entries), "two entries have the same id"
    return found


BODY = read("body")
LEVELS = by_id(BODY["level"])
OUTLINES = by_id(BODY["outline"])
BONES = by_id(BODY["bone"])
MUSCLES = by_id(read("muscles")["muscle"])
ZONES = by_id(read("zones")["zone"])
AREAS = by_id(read("areas")["area"])
REGIONS = by_id(read("regions")["region"])
LANES = by_id(read("regions")["lane"])
CONTACTS = by_id(read("contacts")["contact"])
PRESSURE = read("pressure")

TORSO = Polygon(OUTLINES["torso"]["points"])
TECHNIQUES = [f"T{number:02}" for number in range(1, 23) if number != 18]


def edge(y: float) -> float:
    """Outer edge of the long muscles, worked out from the rows alone."""
    rows = [(row["y"], row["edge"]) for row in BODY["erector"]]
    for (y0, x0), (y1, x1) in pairwise(rows):
        if y0 <= y <= y1:
            return x0 + (x1 - x0) * (y - y0) / (y1 - y0)
    raise AssertionError(f"no rows around y {y}")


def side(y: float, low: int, high: int) -> float:
    """x of the torso outline at y, on the stretch between two of its points."""
    (x0, y0), (x1, y1) = OUTLINES["torso"]["points"][low : high + 1]
    return x0 + (x1 - x0) * (y - y0) / (y1 - y0)


def within_edge(low: float, high: float) -> Polygon:
    rows = [row["y"] for row in BODY["erector"] if low < row["y"] < high]
    return Polygon([(0, low), *((edge(y), y) for y in (low, *rows, high)), (0, high)])


def around(bone: Table, distance: float) -> Polygon:
    points = [*bone["points"], bone["points"][0]] if bone["kind"] == "polygon" else bone["points"]
    return LineString(points).buffer(distance, quad_segs=32)


def piece(shape: Table) -> Polygon:
    match shape["kind"]:
        case "strip":
            found = box(0, shape["y"][0], shape["half_width"], shape["y"][1])
        case "rect":
            found = box(shape["x"][0], shape["y"][0], shape["x"][1], shape["y"][1])
        case "polygon":
            found = Polygon(shape["points"])
        case "disc":
            found = Point(shape["center"]).buffer(shape["radius"], quad_segs=32)
        case "near":
            found = unary_union([around(BONES[name], shape["within"]) for name in shape["of"]])
        case "bone":
            found = unary_union([Polygon(BONES[name]["points"]) for name in shape["of"]])
        case "muscle":
            found = unary_union([Polygon(MUSCLES[name]["points"]) for name in shape["of"]])
        case "below":
            found = box(0, shape["y"][0], shape.get("half_width", FAR), shape["y"][1])
        case other:
            raise AssertionError(other)
    if "muscle_edge" in shape:
        muscle = within_edge(*shape["y"])
        inside = shape["muscle_edge"] == "inside"
        found = found.intersection(muscle) if inside else found.difference(muscle)
    return found


def union(shapes: list[Table]) -> Polygon:
    return unary_union([piece(shape) for shape in shapes])


def territories() -> dict[str, Polygon]:
    """Return what each area really gets: the first that holds a point has it."""
    taken, found = Polygon(), {}
    for area in sorted(AREAS.values(), key=lambda each: each["order"]):
        own = union(area["shape"]) if "shape" in area else TORSO
        found[area["id"]] = own.difference(taken)
        taken = taken.union(own)
    return found


# --- Counts and shapes --------------------------------------------------------------------------


def test_counts_of_entries() -> None:
    assert len(LEVELS) == 26
    assert len(BODY["landmark"]) == 16
    assert len(BODY["erector"]) == 8
    assert [size["id"] for size in BODY["size"]] == ["reference", "tall", "small", "slim", "broad"]
    assert sorted(MUSCLES) == [f"M{number:02}" for number in range(1, 13)]
    assert sorted(ZONES) == [f"Z{number:02}" for number in range(1, 14)]
    assert {f"rib-{number}" for number in range(1, 13)} < set(BONES)
    assert [level["level"] for level in PRESSURE["level"]] == [1, 2, 3, 4, 5]


def test_counts_of_points() -> None:
    assert len(OUTLINES["torso"]["points"]) == 23
    assert len(OUTLINES["arm"]["points"]) == 20
    assert {name: len(bone["points"]) for name, bone in BONES.items() if "rib" not in name} == {
        "scapula": 14,
        "scapular-spine": 5,
        "iliac-crest": 7,
        "sacrum": 6,
    }
    assert all(len(bone["points"]) == 3 for name, bone in BONES.items() if "rib" in name)
    counts = [len(MUSCLES[name]["points"]) for name in sorted(MUSCLES)]
    assert counts == [13, 11, 10, 14, 13, 8, 10, 12, 11, 12, 12, 11]


def polygons() -> dict[str, list[list[float]]]:
    found = {
        f"{name} {entry['id']}": entry["points"]
        for name, entries in [
            ("outline", [each for each in OUTLINES.values() if "points" in each]),
            ("bone", [each for each in BONES.values() if each["kind"] == "polygon"]),
            ("muscle", list(MUSCLES.values())),
            ("region", list(REGIONS.values())),
        ]
        for entry in entries
    }
    shapes = [(zone["id"], shape) for zone in ZONES.values() for part in zone["part"]
              for shape in part["shape"]]  # fmt: skip
    shapes += [(area["id"], shape) for area in AREAS.values() for shape in area.get("shape", [])]
    found |= {name: shape["points"] for name, shape in shapes if shape["kind"] == "polygon"}
    return found


@pytest.mark.parametrize(("name", "points"), polygons().items(), ids=polygons().keys())
def test_polygons_are_sound(name: str, points: list[list[float]]) -> None:
    polygon = Polygon(points)
    assert polygon.is_valid
    assert polygon.area > 10
    assert polygon.bounds[0] >= 0, "the right side only"


def test_the_back_is_about_1600_square_centimetres() -> None:
    assert 2 * TORSO.intersection(box(0, 0, FAR, 52)).area == pytest.approx(1600, abs=20)


# --- Spine and long muscles ---------------------------------------------------------------------


def test_levels_run_downwards() -> None:
    heights = [level["y"] for level in BODY["level"]]
    assert heights == sorted(heights)
    assert LEVELS["sp-C7"]["y"] == 0


def test_measured_levels_are_shares_of_the_way_to_the_dimples() -> None:
    whole = 50.9 * 0.97
    for name, share in [("T4", 21), ("T7", 39), ("T10", 54.1), ("L1", 70.9), ("L4", 86.1)]:
        assert LEVELS[f"sp-{name}"]["y"] == pytest.approx(whole * share / 100, abs=0.06)
    assert LEVELS["sp-S2"]["y"] == pytest.approx(whole, abs=0.06)


def test_erector_rows_lie_at_their_levels() -> None:
    for row in BODY["erector"]:
        assert row["y"] == LEVELS[row["level"]]["y"]
        ranges = [row[name] for name in ("spinalis", "longissimus", "iliocostalis") if name in row]
        assert ranges[0][0] == 0.8
        assert ranges[-1][1] == row["edge"]
        assert all(inner[1] == outer[0] for inner, outer in pairwise(ranges))


def test_lanes_lie_on_the_long_muscles() -> None:
    for lane in LANES.values():
        strip = box(lane["x"][0], lane["y"][0], lane["x"][1], lane["y"][1])
        assert lane["x"][0] >= 1.5
        assert strip.difference(within_edge(*lane["y"])).area < 0.01


def test_fibres_start_inside_their_muscle() -> None:
    for muscle in MUSCLES.values():
        for point, angle in muscle["fibres"]:
            assert Polygon(muscle["points"]).contains(Point(point)), muscle["id"]
            assert -90 <= angle <= 90


def test_layers_follow_the_drawing_order() -> None:
    layer = {name: muscle["layer"] for name, muscle in MUSCLES.items()}
    order = [["M09"], ["M05"], ["M06", "M07", "M08"], ["M11"], ["M12"], ["M04"], ["M10"],
             ["M01", "M02", "M03"]]  # fmt: skip
    assert [{layer[name] for name in group} for group in order] == [{n} for n in range(1, 9)]
    assert {name for name, each in MUSCLES.items() if each.get("liftable")} == {"M01", "M04", "M10"}
    assert {name for name, each in MUSCLES.items() if each.get("deep")} == {"M09"}


# --- Zones --------------------------------------------------------------------------------------


def test_both_kidneys_lie_inside_their_zone() -> None:
    zone = union(ZONES["Z02"]["part"][0]["shape"])
    both = zone.union(affinity.scale(zone, -1, 1, origin=(0, 0)))
    for kidney in BODY["kidney"]:
        right = 1 if kidney["center"][0] > 0 else -1
        ellipse = affinity.scale(Point(0, 0).buffer(1, quad_segs=64), *kidney["half_axes"])
        # y points down the page, so the top of the right kidney goes inwards with a negative angle.
        ellipse = affinity.rotate(ellipse, -right * kidney["tilt"], origin=(0, 0))
        ellipse = affinity.translate(ellipse, *kidney["center"])
        top = min(ellipse.exterior.coords, key=lambda point: point[1])
        assert abs(top[0]) < abs(kidney["center"][0]), "the top lies nearer the spine"
        assert both.covers(ellipse)


def rib_sides() -> list[tuple[float, float]]:
    muscle = [(edge(y), y) for y in (36, 32.2, 26.7, 20)]
    blade = [(7.5, 20), (10.5, 17), (13.5, 13.5), (14.5, 12.2), (17.9, 15)]
    skin = [tuple(point) for point in OUTLINES["torso"]["points"][8:14]]
    return [*muscle, *blade, *skin, (side(36, 13, 14), 36)]


def beside_the_blade() -> list[tuple[float, float]]:
    muscle = [(edge(y), y) for y in (4, 7.8, 19.3, 20)]
    return [*muscle, (7.5, 20), (6.7, 13), (6.5, 8), (6.5, 5), (6, 4)]


@pytest.mark.parametrize(
    ("shape", "wanted"),
    [
        (ZONES["Z05"]["part"][0]["shape"][0], rib_sides()),
        (AREAS["A09"]["shape"][0], rib_sides()),
        (AREAS["A04"]["shape"][0], beside_the_blade()),
    ],
    ids=["Z05", "A09", "A04"],
)
def test_polygons_worked_out_from_the_rows(shape: Table, wanted: list[list[float]]) -> None:
    assert len(shape["points"]) == len(wanted)
    for found, right in zip(shape["points"], wanted, strict=True):
        assert found == pytest.approx(right, abs=0.006)


def test_caps_of_the_zones() -> None:
    caps = {name: [(part["soft"], part["firm"]) for part in z["part"]] for name, z in ZONES.items()}
    assert caps == {
        "Z01": [(1, 0)],
        "Z02": [(2, 0)],
        "Z03": [(1, 0)],
        "Z04": [(1, 0)],
        "Z05": [(2, 0)],
        "Z06": [(0, 0)],
        "Z07": [(2, 0)],
        "Z08": [(0, 0)],
        "Z09": [(1, 0), (0, 0)],
        "Z10": [(1, 0)],
        "Z11": [(3, 0)],
        "Z12": [(3, 2), (2, 0)],
        "Z13": [(0, 0), (0, 0)],
    }
    parts = [(name, part) for name, zone in ZONES.items() for part in zone["part"]]
    assert {name: part["lifted"] for name, part in parts if "lifted" in part} == {"Z05": 2}
    assert [part.get("unless") for part in ZONES["Z13"]["part"]] == ["buttock", None]
    assert ZONES["Z12"]["part"][0]["banned"] == ["fist", "forearm"]


def test_zones_hold_the_bones_that_they_guard() -> None:
    floating = unary_union([LineString(BONES[f"rib-{n}"]["points"]) for n in (11, 12)])
    beyond = floating.difference(within_edge(4, 46))
    guarded = union(ZONES["Z02"]["part"][0]["shape"]) | union(ZONES["Z03"]["part"][0]["shape"])
    assert beyond.difference(guarded).length < 0.5
    blade = union(ZONES["Z04"]["part"][0]["shape"])
    assert blade.covers(LineString(BONES["scapular-spine"]["points"]))
    assert not blade.covers(Point(11, 12)), "the muscle on the blade is not the edge of it"


# --- Areas --------------------------------------------------------------------------------------


def test_areas_come_in_their_order() -> None:
    order = sorted(AREAS, key=lambda name: AREAS[name]["order"])
    assert " ".join(order) == "A01 A11 A10 A07 A02 A03 A05 A04 A06 A08 A09 A12 A13"
    assert "shape" not in AREAS["A13"]


def test_areas_that_are_zones_match_them() -> None:
    for area, zone in [("A07", "Z02"), ("A10", "Z03"), ("A09", "Z05")]:
        assert AREAS[area]["shape"] == ZONES[zone]["part"][0]["shape"]


def test_levels_of_the_matrix() -> None:
    cells = {name: (len(area["levels"]), sum(area["levels"].values())) for name, area in
             AREAS.items()}  # fmt: skip
    assert cells == {
        "A01": (7, 7),
        "A02": (3, 5),
        "A03": (11, 26),
        "A04": (18, 41),
        "A05": (12, 17),
        "A06": (19, 43),
        "A07": (11, 15),
        "A08": (13, 24),
        "A09": (9, 15),
        "A10": (6, 6),
        "A11": (7, 7),
        "A12": (14, 31),
        "A13": (6, 6),
    }
    assert all(set(area["levels"]) <= set(TECHNIQUES) for area in AREAS.values())
    assert all(1 <= level <= 3 for area in AREAS.values() for level in area["levels"].values())
    asked = {name: area["on_request"] for name, area in AREAS.items() if "on_request" in area}
    assert asked == {"A06": {"T05": 4, "T16": 4}}
    passing = {name: area["passing"] for name, area in AREAS.items() if "passing" in area}
    assert passing == {"A01": ["T02", "T03", "T08", "T20"]}


def test_every_area_has_room() -> None:
    rooms = {name: room.area for name, room in territories().items()}
    assert min(rooms.values()) > 10
    assert rooms["A13"] < 0.2 * TORSO.area, "the areas leave too much of the back over"
    assert sum(rooms.values()) == pytest.approx(TORSO.area, abs=0.5)


# --- Regions ------------------------------------------------------------------------------------


def test_regions_tile_the_back() -> None:
    pieces = {name: Polygon(region["points"]) for name, region in REGIONS.items()}
    for first, second in combinations(pieces, 2):
        assert pieces[first].intersection(pieces[second]).area < 1e-6, (first, second)
    seat = box(0, 58.5, 2, 66)
    assert unary_union(list(pieces.values())).symmetric_difference(TORSO - seat).area < 0.05


def test_regions_have_a_label_and_know_their_areas() -> None:
    rooms = territories()
    for region in REGIONS.values():
        polygon = Polygon(region["points"])
        assert polygon.covers(Point(region["label_at"])), region["id"]
        assert (region["label_at"][0] == 0) == (region["side"] == "middle")
        held = [name for name in sorted(rooms) if rooms[name].intersection(polygon).area >= 1]
        assert region["areas"] == [name for name in held if name != "A13"], region["id"]


# --- Contacts and pressure ----------------------------------------------------------------------


def test_firm_contacts_stay_out_of_the_spine_strip() -> None:
    strip = ZONES["Z01"]["part"][0]["shape"][0]["half_width"]
    for contact in CONTACTS.values():
        firm = contact["kind"] == "firm"
        assert contact.get("spine_gap", 0) == (
            pytest.approx(strip + contact["half_size"][0]) if firm else 0
        ), contact["id"]
    assert [name for name, each in CONTACTS.items() if "clear_of" in each] == ["fist", "forearm"]
    assert [name for name, each in CONTACTS.items() if each.get("lifts")] == ["lift"]


def test_forces_rise_from_level_to_level() -> None:
    taught = [level for level in PRESSURE["level"] if level.get("taught", True)]
    assert [level["level"] for level in taught] == [1, 2, 3, 4]
    for contact in ("palms", "fist", "fingers", "thumb"):
        steps = [level["force"][contact] for level in taught]
        assert all(low < high for low, high in steps)
        assert all(lower[1] == upper[0] for lower, upper in pairwise(steps))


def test_comfort_bands_cover_zero_to_ten() -> None:
    numbers = [n for band in PRESSURE["comfort"] for n in range(band["lo"], band["hi"] + 1)]
    assert numbers == list(range(11))
