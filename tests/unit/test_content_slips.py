"""Slips that a person makes in a content file, one by one, and what each is answered with."""

from copy import deepcopy
from typing import Any

import pytest

from helpers.content import ContentError
from helpers.content.listing import FILES
from helpers.content.loader import build
from helpers.content.structure import structure
from tests.unit.tables import TABLES, problems, put, shown

SLIPS: dict[tuple[str, str, int | str], list[tuple[str, Any, str]]] = {
    ("techniques", "technique", "T02"): [
        ("pace.unit", "inch", 'found "inch"; allowed: cm/s, '),
        ("kind", "rub", 'found "rub"; allowed: holding, '),
        ("plain", " ", "found empty text; allowed: at least one"),
        ("level.default", "two", 'found the text "two"; allowed'),
        ("level.default", 2.5, "found 2.5; allowed: a whole"),
        ("level.max", 5, "found 5; allowed: 1 to 4"),
        ("level", {"default": 3, "max": 2}, "found default 3, max 2; allowed: default <= max"),
        ("pace.lo", 6, "found lo 6, default 5, hi 10; allowed: lo"),
        ("contact", "plam", "(did you mean palm?); allowed: palm, "),
        ("pace.number", "V99", 'the unknown number "V99"'),
        ("light", "yes", "allowed: true or false, without quotes"),
        ("good_for", "the back", "allowed: a list, in [square"),
        ("mistakes", [], "found no mistakes; a technique needs it"),
        ("ours", ["speed"], "allowed: names of fields of a"),
        ("article", ["C16"], 'found "C16"; allowed: A1 to G2'),
        ("place.1.id", "whole", 'found the id "whole" twice'),
        ("place.0.muscles", ["M99"], 'unknown muscle "M99"'),
        ("place.0.legs.0.points", [[1, 2]], "found 1 value;"),
        ("place.0.legs.0.points", [[1, 2], [3]], "found 1 values; allowed: exactly 2"),
        ("place.0.legs", [], "allowed: exactly one of the two"),
        ("place.0.legs.0.points", [[-3.5, 48], [3.5, 4]], "the point [-3.5, 48], which is not on"),
        ("place.0.legs.0.points", [[3.5, 48], [45, 4]], "x from 0 to 20, y from -10 to 66 (cm)"),
        ("sources", ["R-LOKEN09"], 'allowed: "REFERENCE:MARK"'),
        ("sources", ["R-LOKEN09:X"], 'allowed: "REFERENCE:MARK"'),
        ("sources", ["R-LOKEN09:D"], '"OURS:D" for our own choice'),
        ("sources", ["OURS:V"], '"OURS:D" for our own choice'),
        ("sources", ["COMMON:V"], '"COMMON:M" for common'),
        ("sources", ["R-LOKEN9:V"], "(did you mean R-LOKEN09?)"),
        ("sources", [], "found 0 values; allowed: 1 or more, such"),
    ],
    ("techniques", "technique", "T18"): [
        ("not_taught_because", "", "found no not_taught_because; a technique that is not taught"),
    ],
    ("zones", "zone", "Z01"): [
        ("sources", "OURS:D", "allowed: a list, in [square brackets]"),
        ("part.0.shape.0.kind", "blob", 'found "blob"; allowed: strip'),
        ("part.0.shape.0.half_width", 0, "found 0; allowed: 0.1 to 30"),
        ("part.0.shape.0", {"kind": "disc"}, "found no center, radius; a disc shape needs it"),
        ("part.0.banned", ["thumbs"], "(did you mean thumb?)"),
        ("part", [], "found 0 values; allowed: 1 or more"),
    ],
    ("areas", "area", "A01"): [
        ("levels.T02", 4, "found level 4; allowed: 1 to 3, the cap of T02"),
        ("levels.T02", 5, "found level 5; allowed: 1 to 3, the cap of T02"),
        ("levels.T02", 0, "found level 0; allowed: 1 to 3, the cap of T02"),
        ("levels", {"T2": 1}, 'found the unknown technique "T2" (did you'),
        ("levels", ["T02"], "found a list; allowed: a table such as { T02"),
        ("levels.T02", {"max": 3}, "found a table (max); allowed: a whole"),
    ],
    ("muscles", "muscle", "M01"): [
        ("points", [[0, 0], [1, 1]], "found 2 points; allowed: a polygon"),
        ("points", [], "found 0 points; allowed: a polygon of three"),
        (
            "points",
            [[0, 0], [2, 2], [2, 0], [0, 2]],
            "edge after point 1 meets the edge after point 3",
        ),
        ("fibres.0", [[1, 2]], "found 1 values; allowed: exactly 2"),
    ],
    ("regions", "region", 0): [
        ("areas", ["A99"], 'found the unknown area "A99"'),
    ],
    ("presets", "preset", "calm-5"): [
        ("block.0.technique", "T23", 'unknown technique "T23"'),
        ("block.0.places", ["nowhere"], 'unknown place "nowhere"'),
        ("minutes", 2, "found 2; allowed: 3 to 45"),
    ],
    ("phases", "phase", "P1"): [
        ("share", 100, "allowed: share_lo <= share <= share_hi"),
    ],
    ("numbers", "number", "V03"): [
        ("lo", 99, "allowed: lo <= default <= hi"),
    ],
    ("pressure", "comfort", "comfort-1-2"): [
        ("lo", 3, "found lo 3, hi 2; allowed: lo <= hi"),
    ],
    ("red_flags", "question", "RF01"): [
        ("choice.0.action", "PANIC", 'found "PANIC"; allowed: EM'),
        ("choice", [], "found 0 values; allowed: 1 or more"),
        ("choice.0.effect.0.kind", "skip_area", "found no margin; a skip_area effect needs it"),
        ("choice.0.effect.0.positions", ["prone"], "allowed: face_down, side_lying, seated"),
    ],
    ("conditions", "question", "S01"): [
        ("id", "RF01", 'found the id "RF01" twice; allowed: each id once (also in red_flags.toml)'),
    ],
    ("stop_signs", "sign", "X01"): [
        ("do", {}, "found a table (empty); allowed: text in quotes"),
    ],
    ("actions", "action", "NONE"): [
        ("rank", 10, "found 10; allowed: 1 to 9"),
    ],
}
"""File, list and entry; then where, what is typed there, and what the message has to say."""


@pytest.mark.parametrize(
    ("at", "where", "new", "complaint"),
    [
        pytest.param(at, where, new, complaint, id=f"{at[0]}-{where}-{number}")
        for at, slips in SLIPS.items()
        for number, (where, new, complaint) in enumerate(slips)
    ],
)
def test_a_slip_is_told_with_what_is_allowed(
    at: tuple[str, str, int | str], where: str, new: Any, complaint: str
) -> None:
    way = tuple(int(step) if step.isdigit() else step for step in where.split("."))
    found = problems(*at, way, new)
    problem = next((p for p in found if complaint in p.message), None)
    assert problem, found
    assert problem.entry in {str(new), *(entry["id"] for entry in TABLES[at[0]][at[1]])}
    assert str(problem).startswith(f"{at[0]}.toml, {problem.entry}")
    assert shown(way).startswith(problem.field) or problem.field.startswith(shown(way))


def test_a_bone_that_is_a_polygon_may_not_cross_itself() -> None:
    bow = [[0, 0], [2, 2], [2, 0], [0, 2]]
    number, bone = next(
        (n, b) for n, b in enumerate(TABLES["body"]["bone"]) if b["kind"] == "polygon"
    )
    (problem,) = problems("body", "bone", number, ("points",), bow)
    assert problem.entry == bone["id"]
    assert "crosses itself" in problem.message


@pytest.mark.parametrize(
    "points",
    [
        [[0, 0], [4, 0], [4, 4], [2, 0]],  # a corner on another edge
        [[0, 0], [4, 0], [2, 0], [4, 4]],  # an edge that turns back on itself
        [[0, 0], [0, 0], [4, 0], [4, 4]],  # a corner given twice in a row
        [[0, 0], [2, 2], [4, 0], [4, 4], [2, 2], [0, 4]],  # two loops that share a corner
    ],
)
def test_an_outline_is_one_piece_with_a_clean_edge(points: list[list[float]]) -> None:
    (problem,) = problems("muscles", "muscle", 0, ("points",), points)
    assert "crosses itself" in problem.message


def test_all_slips_of_one_entry_are_listed() -> None:
    entry = deepcopy(TABLES["techniques"]["technique"][1])
    entry |= {"kind": "rub", "plain": "", "sources": ["x", "OURS:D", 3], "sped": 1}
    entry["pace"] |= {"unit": "inch", "lo": "slow"}
    del entry["name"]
    spoilt = put(TABLES["techniques"], ("technique", 1), entry)
    with pytest.raises(ContentError) as error:
        structure(spoilt, FILES["techniques"], "techniques.toml")
    fields = [problem.field for problem in error.value.problems]
    assert fields == [
        "name", "plain", "kind", "sources[1]", "sources[3]", "pace.unit", "pace.lo", "sped",
    ]  # fmt: skip


def test_all_unknown_ids_are_listed() -> None:
    technique = put(TABLES["techniques"], ("technique", 1, "contact"), "paw")
    zone = put(TABLES["zones"], ("zone", 0, "sources"), ["R-NOBODY:V", "OURS:D", "R-NOONE:M"])
    with pytest.raises(ContentError) as error:
        build({**TABLES, "techniques": technique, "zones": zone})
    assert {(p.file, p.field) for p in error.value.problems} == {
        ("techniques.toml", "contact"), ("zones.toml", "sources[1]"), ("zones.toml", "sources[3]"),
    }  # fmt: skip


def test_a_long_list_of_allowed_ids_is_cut() -> None:
    (problem,) = problems("zones", "zone", 0, ("sources",), ["R-QQQQQQ:V"])
    assert problem.message.endswith(" and more")
    assert len(problem.message) < 300
