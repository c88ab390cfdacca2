"""Every technique at every place, side and body size is safe, sound and even-handed.

``judge`` decides what is allowed; it knows the tables but none of the code under test.
"""

import numpy as np
import pytest

from helpers.strokes import (
    HOLD,
    LIFT,
    LINK,
    ON_TOP,
    PRESS,
    Blocked,
    Hand,
    Stroke,
    build,
)

from .judge import MUSCLES, TECHNIQUES, judge
from .strokes_kit import (
    BUILT,
    CASES,
    EVERYTHING,
    REFERENCE,
    TOO_NARROW,
    VARIANTS,
    Array,
    Case,
    check_sound,
    every,
    leading,
    made,
    name_of,
    place_of,
    runs,
    variants,
)

SAME_PATH = {"T02", "T03", "T07", "T13", "T20"}
"""Both hands at once, as mirror images."""
TURNS = {"T05", "T10", "T16"}
"""The same, but the left hand follows the right one."""


# --- Every technique, place, side and size, at default, slowest and gentlest, quickest and firmest


@pytest.mark.parametrize("case", BUILT, ids=name_of)
@pytest.mark.parametrize("variant", VARIANTS)
def test_stroke_is_safe_and_sound(case: Case, variant: str) -> None:
    check_sound(made(case, variant), EVERYTHING)


@every(BUILT)
def test_level_keeps_to_the_place(case: Case) -> None:
    most = min(place_of(case).get("level_max", 4), TECHNIQUES[case[0]]["level"]["max"])
    assert max(stroke.peak for stroke in variants(case)) <= most + 1e-9
    assert made(case, "low").peak == pytest.approx(1)


@every([case for case in CASES if (case[0], case[3]) in TOO_NARROW])
def test_forearm_does_not_fit_on_a_narrow_back(case: Case) -> None:
    with pytest.raises(Blocked):
        made(case)


@every(REFERENCE)
def test_level_is_reached_where_nothing_forbids_it(case: Case) -> None:
    firmest = build(*case[:1], place=case[1], side=case[2], level=4, limits=EVERYTHING)
    for stroke, short in ((made(case), 1e-9), (firmest, 0.15)):
        room = 0.0
        for _, hand in leading(stroke):
            for index, contact in enumerate(stroke.contacts):
                at = np.flatnonzero((hand.contact == index) & np.isin(hand.role, [PRESS, HOLD]))
                if contact != ON_TOP and at.size:
                    allowed = judge(stroke.size).allowed(
                        hand.xy[at], stroke.technique, contact, EVERYTHING, angle=hand.angle[at]
                    )
                    room = max(room, float(allowed.max()))
        stations = place_of(case).get("stations", [{}])
        most = max(station.get("level", 4) for station in stations)
        wanted = min(stroke.level, place_of(case).get("level_max", 4), most, room)
        assert stroke.peak >= wanted - short
        assert wanted >= 1


# --- The two sides ------------------------------------------------------------------------------


def assert_mirrored(stroke: Stroke, one: Hand, mirrored: Stroke, other: Hand,
                    at: Array | None = None) -> None:  # fmt: skip
    others = mirrored.contacts
    at = np.ones(len(one.xy), dtype=bool) if at is None else at
    assert np.allclose(one.xy[at], other.xy[at] * [-1, 1])
    assert np.allclose(one.pressure[at], other.pressure[at])
    assert np.allclose(one.angle[at], -other.angle[at])
    assert (one.role[at] == other.role[at]).all()
    names = np.array(stroke.contacts)
    assert (names[one.contact[at]] == np.array(others)[other.contact[at]]).all()


@every([case for case in BUILT if case[2] == "right"])
def test_left_is_the_mirror_of_right(case: Case) -> None:
    other_case = (case[0], case[1], "left", case[3])
    for right, left in zip(variants(case), variants(other_case), strict=True):
        assert right.seconds == left.seconds
        assert set(right.contacts) == set(left.contacts)
        assert_mirrored(right, right.right, left, left.left)
        assert_mirrored(right, right.left, left, left.right)
        assert [(-x, y) for x, y in right.stations] == list(left.stations)


@every([case for case in BUILT if case[0] in SAME_PATH])
def test_both_hands_are_mirror_images(case: Case) -> None:
    for stroke in variants(case):
        # Two hands that both have to be lifted go one after the other.
        at = (stroke.right.role != LIFT) & (stroke.left.role != LIFT)
        at &= (stroke.right.role != LINK) & (stroke.left.role != LINK)
        assert at.mean() > 0.6
        assert_mirrored(stroke, stroke.right, stroke, stroke.left, at)


@every([case for case in BUILT if case[0] in {"T08", "T21"}])
def test_both_hands_work_in_mirror_images(case: Case) -> None:
    for stroke in variants(case):
        at = (stroke.right.role == PRESS) & (stroke.left.role == PRESS)
        assert at.mean() > 0.5
        assert np.allclose(stroke.right.xy[at], stroke.left.xy[at] * [-1, 1])


@every([case for case in BUILT if case[0] in TURNS])
def test_alternating_hands_follow_each_other(case: Case) -> None:
    for stroke in variants(case):
        late = stroke.pace / 2 if case[0] != "T10" else stroke.pace
        # Without the ends of each run, where one of the two still glides.
        at = np.concatenate([np.arange(len(stroke.t))[run][2:-2]
                             for run in runs(stroke.left.role == PRESS)])  # fmt: skip
        before = stroke.t[at] - late
        for axis, sign in ((0, -1), (1, 1)):
            right = np.interp(before, stroke.t, stroke.right.xy[:, axis])
            assert np.abs(right - sign * stroke.left.xy[at, axis]).max() < 0.15


@every([case for case in BUILT if case[2] == "both"])
def test_both_sides_get_the_same_time(case: Case) -> None:
    for stroke in variants(case):
        for role in (PRESS, HOLD):
            right, left = (np.count_nonzero(hand.role == role) for hand in stroke.hands)
            stations = len(place_of(case).get("stations", [0]))
            assert abs(right - left) <= 2 * stations


# --- Directions ---------------------------------------------------------------------------------


def main_direction(xy: Array) -> Array:
    found: Array = np.linalg.svd(xy - xy.mean(axis=0), full_matrices=False)[2][0]
    return found


def fibre_angle(muscle: str, xy: Array) -> float:
    """Return the fibre angle of the entry nearest to a point of the right side."""
    fibres = MUSCLES[muscle]["fibres"]
    angle: float = min(fibres, key=lambda one: np.hypot(*(np.array(one[0]) - xy)))[1]
    return angle


@every([case for case in BUILT if case[0] == "T12"])
def test_rubs_go_across_the_fibres(case: Case) -> None:
    stroke = made(case)
    ((sign, hand),) = leading(stroke)
    worked = runs(hand.role == PRESS)
    assert len(worked) == len(place_of(case)["stations"])
    for run, station in zip(worked, place_of(case)["stations"], strict=True):
        xy = hand.xy[run] * [sign, 1]
        fibre = np.deg2rad(fibre_angle(station["muscle"], np.array(station["at"])))
        along = abs(main_direction(xy) @ [np.cos(fibre), np.sin(fibre)])
        assert along <= np.sin(np.deg2rad(20))
        assert 1.4 <= np.hypot(*np.ptp(xy, axis=0)) <= 3


@every([case for case in BUILT if case[0] in {"T05", "T13", "T16"}])
def test_circles_go_up_on_the_outside(case: Case) -> None:
    stroke = made(case)
    for sign, hand in leading(stroke):
        for run in runs(hand.role == PRESS):
            xy = hand.xy[run] * [sign, 1]
            center = (xy.min(axis=0) + xy.max(axis=0)) / 2
            middle, step = (xy[1:] + xy[:-1]) / 2 - center, np.diff(xy, axis=0)
            radius = np.hypot(*middle.T).max()
            outside = middle[:, 0] > 0.3 * radius
            inside = middle[:, 0] < -0.3 * radius
            assert (step[outside, 1] < 0).all()
            assert (step[inside, 1] > 0).all()


@every([case for case in BUILT if case[0] == "T05"])
def test_palm_circles_press_on_the_outward_half_only(case: Case) -> None:
    stroke = made(case, "high")
    for sign, hand in leading(stroke):
        for run in runs(hand.role == PRESS):
            x = sign * hand.xy[run, 0]
            inner = x < (x.min() + x.max()) / 2 - 0.1
            assert (hand.pressure[run][inner] <= 1.0 + 1e-9).all()
            assert hand.pressure[run].max() > 1.5


@every([case for case in BUILT if case[0] in {"T02", "T14", "T21"}])
def test_long_strokes_press_upwards(case: Case) -> None:
    stroke = made(case)
    for _, hand in leading(stroke):
        pressing = (hand.role[:-1] == PRESS) & (hand.role[1:] == PRESS)
        assert (np.diff(hand.xy[:, 1])[pressing] < 1e-9).all()


@every([case for case in BUILT if TECHNIQUES[case[0]]["motion"]["hands"] == "one side"])
def test_one_sided_strokes_stay_on_their_side(case: Case) -> None:
    sign = 1 if case[2] == "right" else -1
    for stroke in variants(case):
        for hand in stroke.hands:
            assert (sign * hand.xy[:, 0] > 0).all()


@every(BUILT)
def test_a_hand_on_the_other_hand_is_where_that_hand_is(case: Case) -> None:
    stroke = made(case)
    if ON_TOP not in stroke.contacts:
        return
    on_top = stroke.contacts.index(ON_TOP)
    for hand, other in (stroke.hands, stroke.hands[::-1]):
        at = hand.contact == on_top
        assert (hand.pressure[at] == 0).all()
        assert np.allclose(hand.xy[at], other.xy[at])


# --- Passes can be repeated ---------------------------------------------------------------------


@every(BUILT)
def test_a_pass_ends_where_it_began(case: Case) -> None:
    stroke = made(case)
    for hand in stroke.hands:
        assert np.allclose(hand.xy[0], hand.xy[-1], atol=1e-6)
