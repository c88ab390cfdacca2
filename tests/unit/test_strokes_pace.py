"""Times and speeds of every stroke keep to the catalogue, also when it is stretched."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from helpers.strokes import (
    HOLD,
    LINK,
    OVER,
    PRESS,
    RETURN,
    Hand,
    Stroke,
)

from .judge import TECHNIQUES
from .strokes_kit import (
    BUILT,
    Array,
    Case,
    amounts,
    every,
    leading,
    made,
    of_family,
    place_of,
    runs,
    speeds,
    steady,
    variants,
)


@every(BUILT)
def test_time_stretches(case: Case) -> None:
    stroke = made(case)
    assert 0 < stroke.stretch_lo <= 1 <= stroke.stretch_hi
    for factor in (stroke.stretch_lo, 0.9, 1.3, stroke.stretch_hi):
        other = stroke.stretched(factor)
        assert other.seconds == pytest.approx(stroke.seconds * factor)
        assert other.right is stroke.right
        assert other.stretched(1 / factor).seconds == pytest.approx(stroke.seconds)


def stretches(stroke: Stroke) -> Iterator[Stroke]:
    return (stroke.stretched(f) for f in (1.0, stroke.stretch_lo, stroke.stretch_hi))


def leg_ranges(case: Case, role: str) -> list[Any]:
    entry, place = TECHNIQUES[case[0]], place_of(case)
    legs = place.get("legs", entry["motion"].get("legs", []))
    pace, _ = amounts(case)
    return [leg.get("pace", pace) for leg in legs if leg["role"] == role]


SPEED_FAMILIES = {"glide", "fan", "pull", "wring", "roll"}
GLIDES = [
    case
    for case in BUILT
    if TECHNIQUES[case[0]]["motion"]["family"] in SPEED_FAMILIES
    and amounts(case)[0]["unit"] == "cm/s"
]


@every(GLIDES)
def test_glides_keep_their_speed(case: Case) -> None:
    for stroke in variants(case):
        for other in stretches(stroke):
            for _, hand in leading(other):
                for role, name in ((PRESS, "press"), (OVER, "over"), (RETURN, "return")):
                    ranges = leg_ranges(case, name) or [amounts(case)[0]]
                    check_speed(other, hand, hand.role == role, ranges)


def check_speed(stroke: Stroke, hand: Hand, mask: Array, ranges: list[Any]) -> None:
    speed = speeds(stroke, hand)
    inside = mask[:-1] & mask[1:]
    assert (speed[inside] <= max(one["hi"] for one in ranges) * 1.0001).all()
    slowest = speed[steady(hand, mask)]
    assert (slowest >= min(one["lo"] for one in ranges) * 0.9999).all()


@every([case for case in GLIDES if case[0] != "T19"])
def test_glides_go_as_fast_as_asked(case: Case) -> None:
    if any("pace" in leg for leg in place_of(case).get("legs", []) if leg["role"] == "press"):
        pytest.fail("a pressing leg with a pace of its own")
    for stroke in variants(case):
        for _, hand in leading(stroke):
            straight = steady(hand, hand.role == PRESS)
            assert straight.any()
            assert np.allclose(speeds(stroke, hand)[straight], stroke.pace)


def turn_rates(stroke: Stroke, hand: Hand, run: slice) -> Array:
    """Return turns a second from sample to sample of one run of circles."""
    xy, t = hand.xy[run], stroke.t[run]
    center = (xy.min(axis=0) + xy.max(axis=0)) / 2
    turn = np.unwrap(np.arctan2(*(xy - center).T))
    found: Array = np.abs(np.diff(turn)) / (2 * np.pi) / np.diff(t)
    return found


@every(of_family("circles"))
def test_circles_keep_their_time(case: Case) -> None:
    pace, _ = amounts(case)
    motion = TECHNIQUES[case[0]]["motion"]
    slow = [pace["lo"], pace["hi"]]
    if pace["unit"] == "s/circle":
        slow = [1 / pace["hi"], 1 / pace["lo"]]
    fast = motion.get("fast")
    for stroke in variants(case):
        asked = 1 / stroke.pace if pace["unit"] == "s/circle" else stroke.pace
        for _, hand in leading(stroke):
            circling = runs(hand.role == PRESS)
            assert len(circling) == len(place_of(case)["stations"])
            for run in circling:
                rates = turn_rates(stroke, hand, run)
                typical = np.median(rates[: len(rates) // 3])
                assert typical == pytest.approx(asked, rel=0.04)
                for factor in (1, stroke.stretch_lo, stroke.stretch_hi):
                    assert slow[0] * 0.96 <= typical / factor <= slow[1] * 1.04
                    if fast:
                        quick = np.median(rates[-len(rates) // 4 :]) / factor
                        assert fast["lo"] * 0.96 <= quick <= fast["hi"] * 1.04


@every(of_family("circles", "zigzag"))
def test_circles_and_rubs_are_counted(case: Case) -> None:
    if "fast" in TECHNIQUES[case[0]]["motion"]:
        return  # Counted in seconds, not in circles.
    for stroke in variants(case):
        one = stroke.pace if amounts(case)[0]["unit"] == "s/circle" else 1 / stroke.pace
        assert stroke.count is not None
        for _, hand in leading(stroke):
            for run in runs(hand.role == PRESS):
                time = (run.stop - run.start) * stroke.t[1]
                assert time == pytest.approx(stroke.count * one, abs=2 * stroke.t[1])


@every(of_family("zigzag"))
def test_rubs_keep_their_beat(case: Case) -> None:
    pace, _ = amounts(case)
    for stroke in variants(case):
        for _, hand in leading(stroke):
            for run in runs(hand.role == PRESS):
                xy = hand.xy[run] - (hand.xy[run].min(axis=0) + hand.xy[run].max(axis=0)) / 2
                along = xy @ np.linalg.svd(xy, full_matrices=False)[2][0]
                crossings = np.count_nonzero(np.diff(np.sign(along[np.abs(along) > 0.05])))
                time = (run.stop - run.start) * stroke.t[1]
                for factor in (1, stroke.stretch_lo, stroke.stretch_hi):
                    rate = (crossings + 1) / 2 / (time * factor)
                    assert pace["lo"] * 0.95 <= rate <= pace["hi"] * 1.05


@every([*of_family("press", "knead", "hold"), *(case for case in BUILT if case[0] == "T10")])
def test_presses_squeezes_holds_and_rolls_last_as_long_as_asked(case: Case) -> None:
    pace, _ = amounts(case)
    motion = TECHNIQUES[case[0]]["motion"]
    assert pace["unit"] == "s"
    for stroke in variants(case):
        step = stroke.t[1]
        extra = 0.0
        if case[0] == "T07":  # The pace is the hold alone.
            extra = motion["beats"][0]["default"] + motion["beats"][2]["default"]
        if case[0] == "T22":
            extra = 3.0
        repeats = stroke.count if case[0] == "T07" else 1
        assert repeats
        still = motion["family"] in ("press", "hold")
        for _, hand in leading(stroke):
            for run in runs(hand.role == (HOLD if still else PRESS)):
                time = (run.stop - run.start) * step / repeats - extra
                assert time == pytest.approx(stroke.pace, abs=2 * step)
        for factor in (1, stroke.stretch_lo, stroke.stretch_hi):
            assert pace["lo"] - 1e-9 <= stroke.pace * factor <= pace["hi"] + 1e-9


@every(of_family("press", "knead"))
def test_easing_on_and_off_takes_its_time(case: Case) -> None:
    """Never a jab: no rise or fall is quicker than its own range, however short the stroke."""
    beats = TECHNIQUES[case[0]]["motion"]["beats"]
    least = min(beats[0]["lo"], beats[2]["lo"]) * 0.95
    for stroke in variants(case):
        if stroke.peak <= 1:
            continue
        for _, hand in leading(stroke):
            rate = np.diff(hand.pressure) / np.diff(stroke.t)
            working = np.isin(hand.role, [PRESS, HOLD])
            steepest = np.abs(rate[working[:-1] & working[1:]]).max() / stroke.stretch_lo
            assert steepest <= (stroke.peak - 1) / least + 1e-6


@every(of_family("percuss"))
def test_hands_strike_in_turn(case: Case) -> None:
    pace, _ = amounts(case)
    for stroke in variants(case):
        strikes = 0
        for _, hand in leading(stroke):
            work = hand.role == PRESS
            up = hand.pressure < 0.5 * stroke.peak
            strikes += np.count_nonzero(np.diff(up[work].astype(int)) == -1)
            check_speed(stroke, hand, work, [{"lo": 0.97 * one["lo"], "hi": 1.03 * one["hi"]}
                                             for one in leg_ranges(case, "press")])  # fmt: skip
        time = np.count_nonzero(stroke.right.role == PRESS) * stroke.t[1]
        assert strikes / time == pytest.approx(stroke.pace, rel=0.05)
        for factor in (1, stroke.stretch_lo, stroke.stretch_hi):
            assert pace["lo"] * 0.999 <= stroke.pace / factor <= pace["hi"] * 1.001


@every(BUILT)
def test_light_glides_between_the_parts_are_never_hurried(case: Case) -> None:
    for stroke in variants(case):
        for hand in stroke.hands:
            linking = hand.role == LINK
            inside = linking[:-1] & linking[1:]
            assert (speeds(stroke, hand)[inside] / stroke.stretch_lo <= 12.001).all()
