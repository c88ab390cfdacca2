"""Strokes for anybody: random people, random wishes, the ways between, and answers that are no."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from helpers.body import Cap, Limits, Skip
from helpers.strokes import (
    LIFT,
    LINK,
    Blocked,
    Stroke,
    build,
    places,
    sides,
    travel,
)

from .judge import AREAS, SIZES, TECHNIQUES, judge
from .strokes_kit import (
    BUILT,
    CASES,
    EVERYTHING,
    HAND_SPEED,
    REFERENCE,
    TAUGHT,
    Case,
    amounts,
    check_sentence,
    check_sound,
    every,
    made,
    skin,
    speeds,
)

# --- Anybody: random people and random wishes ---------------------------------------------------


def tenths(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(round(low * 10), round(high * 10)).map(lambda n: n / 10)


POINTS = st.tuples(tenths(-18, 18), tenths(-9, 60))
SKIPS = st.builds(
    Skip, center=POINTS, radius=tenths(0.5, 6), margin=st.sampled_from([0.0, 2.0, 5.0, 10.0])
)
CAPS = st.one_of(
    st.builds(Cap, level=st.integers(0, 3), center=POINTS, radius=tenths(0.5, 12),
              light_only=st.booleans()),
    st.builds(Cap, level=st.integers(0, 3), light_only=st.booleans(),
              areas=st.lists(st.sampled_from(list(AREAS)), min_size=1, max_size=3).map(tuple)),
    st.builds(Cap, level=st.integers(0, 3), light_only=st.booleans(),
              quarter=st.sampled_from(["upper", "lower"]),
              side=st.sampled_from(["right", "left", None])),
)  # fmt: skip
PEOPLE = st.builds(
    Limits,
    top_level=st.integers(1, 4),
    light_only=st.booleans(),
    strong=st.booleans(),
    techniques_out=st.frozensets(st.sampled_from(TAUGHT), max_size=2),
    areas_out=st.frozensets(st.sampled_from(list(AREAS)), max_size=2),
    agreed=st.frozensets(st.sampled_from(["buttock"])),
    asked=st.frozensets(st.sampled_from(["T17", "T19"])),
    skips=st.lists(SKIPS, max_size=2).map(tuple),
    caps=st.lists(CAPS, max_size=2).map(tuple),
)


examples = settings(deadline=None, suppress_health_check=list(HealthCheck))


@settings(examples, max_examples=200)
@given(st.sampled_from(CASES), PEOPLE, st.data())
def test_anybodys_strokes_are_safe(case: Case, person: Limits, data: st.DataObject) -> None:
    technique, place, side, size = case
    pace, _ = amounts(case)
    try:
        stroke = build(
            technique,
            place=place,
            side=side,
            size=size,
            level=data.draw(st.none() | st.integers(1, 4), "level"),
            pace=data.draw(st.none() | st.floats(0.5 * pace["lo"], 1.5 * pace["hi"]), "pace"),
            count=data.draw(st.none() | st.integers(0, 25), "count"),
            limits=data.draw(st.sampled_from([person, person.mirrored()]), "limits"),
        )
    except Blocked as blocked:
        check_sentence(blocked)
        return
    check_sound(stroke, person)
    check_wish(stroke, person)


def check_wish(stroke: Stroke, person: Limits) -> None:
    entry = TECHNIQUES[stroke.technique]
    place = next(one for one in entry["place"] if one["id"] == stroke.place)
    pace, count = place.get("pace", entry["pace"]), entry["motion"].get("count")
    assert pace["lo"] <= stroke.pace <= pace["hi"]
    if count:
        assert stroke.count is not None
        assert count["lo"] <= stroke.count <= count["hi"]
    assert stroke.technique not in person.techniques_out
    assert place.get("needs") is None or place["needs"] in person.agreed
    assert not entry.get("only_if_asked") or stroke.technique in person.asked
    assert 0 <= stroke.dropped < max(2, len(place.get("stations", [])))


@settings(examples, max_examples=60)
@given(st.sampled_from(["T11", "T12", "T15"]), st.sampled_from(list(SIZES)), POINTS, PEOPLE)
def test_strokes_on_a_spot_are_safe(
    technique: str, size: str, spot: tuple[float, float], person: Limits
) -> None:
    side = "right" if spot[0] >= 0 else "left"
    try:
        stroke = build(technique, side=side, size=size, spot=spot, limits=person)
    except Blocked as blocked:
        check_sentence(blocked)
        return
    check_sound(stroke, person)
    assert stroke.spot == spot


@settings(examples, max_examples=40)
@given(st.sampled_from(CASES), st.data(), PEOPLE)
def test_ways_between_strokes_are_safe(case: Case, data: st.DataObject, person: Limits) -> None:
    second = data.draw(st.sampled_from([one for one in CASES if one[3] == case[3]]))
    try:
        ends = [
            build(one[0], place=one[1], side=one[2], size=one[3], limits=person)
            for one in (case, second)
        ]
    except Blocked:
        assume(False)
    start, end = (ends[0].right.xy[-1], ends[0].left.xy[-1]), (ends[1].right.xy[0],
                                                                  ends[1].left.xy[0])  # fmt: skip
    check_way(start, end, case[3], person)


def check_way(start: Any, end: Any, size: str, person: Limits) -> Stroke | None:
    start, end = (tuple((float(x), float(y)) for x, y in both) for both in (start, end))
    way = travel(start, end, size=size, limits=person)
    if way is None:
        assert max(np.hypot(a[0] - b[0], a[1] - b[1]) for a, b in zip(start, end, strict=True)) < 1
        return None
    assert judge(size).stroke(way, person) == []
    assert way.peak <= 1
    touched = skin(way.right) | skin(way.left)
    assert touched.all() or not touched.any()
    for hand, first, last in zip(way.hands, start, end, strict=True):
        assert np.allclose(hand.xy[0], first)
        assert np.allclose(hand.xy[-1], last)
        assert set(hand.role.tolist()) <= {LINK, LIFT}
        assert speeds(way, hand).max() <= HAND_SPEED
    return way


def test_every_two_strokes_can_be_joined_with_a_hand_on_the_skin() -> None:
    for size in ("reference", "slim"):
        strokes = [made(case) for case in BUILT if case[3] == size and case[2] != "left"]
        for before, after in pairwise([*strokes, *strokes[::2], *strokes[::3]]):
            way = check_way(
                (before.right.xy[-1], before.left.xy[-1]),
                (after.right.xy[0], after.left.xy[0]),
                size,
                EVERYTHING,
            )
            assert way is None or (skin(way.right) | skin(way.left)).all()


# --- Answers that are no ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("technique", "place", "limits"),
    [
        ("T18", None, Limits()),
        ("T17", None, Limits()),
        ("T19", "strip", Limits()),
        ("T06", "buttock", Limits()),
        ("T05", None, Limits(techniques_out={"T05"})),
        ("T06", "shelf", Limits(light_only=True)),
        ("T02", None, Limits(skips=(Skip(center=(3.5, 20), radius=5, margin=5),))),
        ("T01", None, Limits(areas_out={"A01"})),
        ("T15", "low", Limits(caps=(Cap(level=0, quarter="lower"),))),
    ],
)
def test_blocked_says_why_in_a_plain_sentence(
    technique: str, place: str | None, limits: Limits
) -> None:
    with pytest.raises(Blocked) as caught:
        build(technique, place=place, limits=limits)
    check_sentence(caught.value)


def test_elbow_has_no_places() -> None:
    assert places("T18") == ()


def test_unknown_place_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError, match="whole, upper, lower"):
        build("T02", place="everywhere")


def test_places_and_sides_are_those_of_the_tables() -> None:
    for name in TAUGHT:
        assert [one.id for one in places(name)] == [one["id"] for one in TECHNIQUES[name]["place"]]
        one_side = TECHNIQUES[name]["motion"]["hands"] == "one side"
        assert sides(name) == (("right", "left") if one_side else ("both",))


@every(REFERENCE[::5])
def test_building_again_gives_the_same(case: Case) -> None:
    technique, place, side, size = case
    again = build.__wrapped__(technique, place=place, side=side, size=size, limits=EVERYTHING)
    first = made(case)
    assert again is not first
    assert (again.t == first.t).all()
    for one, other in zip(first.hands, again.hands, strict=True):
        for name in ("xy", "pressure", "role", "contact", "angle"):
            assert (getattr(one, name) == getattr(other, name)).all()


def test_a_skipped_place_leaves_out_its_stations_only() -> None:
    mole = Limits(skips=(Skip(center=(4, 40), radius=0.5, margin=2),))
    whole, part = build("T05"), build("T05", limits=mole)
    assert part.dropped > 0
    assert len(part.stations) == len(whole.stations) - part.dropped
    assert set(part.stations) < set(whole.stations)
