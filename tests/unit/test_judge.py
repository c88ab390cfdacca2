"""The judge of the strokes bites: it finds bad touches and lets good ones pass."""

from typing import Any

import numpy as np
import pytest

from helpers.body import Cap, Limits, Skip
from helpers.strokes import (
    ON_TOP,
    build,
)

from .judge import judge
from .strokes_kit import (
    EVERYTHING,
    REFERENCE,
    Case,
    every,
    made,
)


@pytest.mark.parametrize(
    ("at", "level", "technique", "contact", "extra"),
    [
        ((0, 20), 2, "T02", "palm", {}),  # weight on the spine
        ((1.2, 30), 1.5, "T02", "palm", {}),
        ((0, 20), 1, "T02", "palm", {"passing": False}),  # a glide that stops on the spine
        ((2, 20), 1, "T11", "fingers", {}),  # the finger pads reach on to the spine
        ((3.5, 35), 1, "T16", "fist", {}),  # a fist over the kidneys
        ((3.5, 25), 1, "T16", "fist", {}),  # a fist that reaches over them
        ((3.5, 22), 1, "T16", "fist", {"angle": 90.0}),  # a fist across, on to the spine
        ((5, 35), 1, "T14", "fingers", {}),  # fingertips over the kidneys
        ((5, 35), 3, "T05", "palm-heel", {}),  # weight over the kidneys
        ((5, 35), 1, "T06", "lift", {}),  # lifting there
        ((4, 20), 1, "T18", "thumb", {}),  # an elbow, whatever it is called
        ((5, 20), 2, "T17", "forearm", {}),  # a forearm on the blade
        ((17, 16), 1, "T02", "palm", {}),  # the armpit
        ((5, -5), 1, "T02", "palm", {}),  # the side of the neck
        ((0, 57), 1, "T20", "palm", {}),  # the tailbone
        ((9, 56), 1, "T02", "palm", {}),  # the buttock, not agreed
        ((7, 12), 2, "T02", "palm", {}),  # the edge of the blade
        ((13, 38), 2, "T02", "palm", {}),  # the soft waist
        ((25, 30), 1, "T02", "palm", {}),  # beside the body
        ((3, 46.5), 2, "T20", "palm", {}),  # weight low down at the end
        ((4, 15), 4, "T05", "palm-heel", {}),  # strong, unasked
    ],
)
def test_judge_finds_a_bad_touch(
    at: tuple[float, float], level: float, technique: str, contact: str, extra: dict[str, Any]
) -> None:
    for side in (1, -1):
        xy = np.array([[side * at[0], at[1]]])
        assert judge().faults(xy, level, technique, contact, Limits(), **extra)


def test_judge_lets_good_touches_pass() -> None:
    agreed = Limits(agreed={"buttock"}, strong=True, top_level=4)
    for at, level, technique, contact in [
        ((0, 20), 1, "T02", "palm"), ((4, 20), 3, "T05", "palm-heel"),
        ((4, 24), 3, "T14", "fingers"),
        ((5, 35), 2, "T05", "palm-heel"), ((5, 35), 2, "T14", "palm"), ((4, 15), 4, "T16", "fist"),
        ((9, 56), 1, "T02", "palm"), ((12, 4.6), 3, "T06", "lift"), ((13, 25), 2, "T07", "lift"),
    ]:  # fmt: skip
        assert judge().faults(np.array([at]), level, technique, contact, agreed) == []


@pytest.mark.parametrize(
    "limits",
    [
        Limits(skips=(Skip(center=(4, 20), radius=0.5, margin=5),)),  # within its margin
        Limits(skips=(Skip(center=(4, 28), radius=0.5, margin=0),)),  # under the length of the hand
        Limits(caps=(Cap(level=1, center=(4, 21), radius=2),)),
        Limits(caps=(Cap(level=1, areas=("A06",)),)),
        Limits(caps=(Cap(level=1, quarter="upper", side="right"),)),
        Limits(areas_out={"A06"}),
        Limits(techniques_out={"T05"}),
        Limits(top_level=1),
    ],
)
def test_judge_finds_what_this_person_does_not_allow(limits: Limits) -> None:
    at = np.array([[4.0, 22.0]])
    assert judge().faults(at, 2, "T05", "palm-heel", Limits()) == []
    assert judge().faults(at, 2, "T05", "palm-heel", limits)


@pytest.mark.parametrize(
    ("technique", "place", "level"),
    [("T02", "whole", 4), ("T05", "upper", 4), ("T05", "column", 4), ("T08", "ribs", 2),
     ("T10", "palm", 3), ("T14", "lane-a", 3), ("T15", "low", 3), ("T16", "upper", 4),
     ("T20", "whole", 2), ("T21", "up", 2)],
)  # fmt: skip
def test_judge_finds_fault_with_raw_strokes(technique: str, place: str, level: int) -> None:
    raw = build(technique, place=place, level=level, ease=False)
    assert raw.peak == level
    assert judge().stroke(raw, Limits())


def test_raw_strokes_run_straight_over_a_skipped_place() -> None:
    wound = Limits(skips=(Skip(center=(3.5, 20), radius=1, margin=5),))
    raw = build("T02", limits=wound, ease=False)
    assert judge().stroke(raw, wound)


@every(REFERENCE[::3])
def test_judge_notices_more_weight_than_allowed(case: Case) -> None:
    stroke = made(case)
    xy = stroke.right.xy if stroke.side != "left" else stroke.left.xy
    contact = next(one for one in stroke.contacts if one != ON_TOP)
    assert judge().faults(xy, 4.0, stroke.technique, contact, EVERYTHING)
    assert judge().faults(xy * [0, 1], 1.5, stroke.technique, contact, EVERYTHING)
