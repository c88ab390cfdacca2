"""The finish goes with the breath and fades; nothing of it leaves the ranges of the catalogue."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import load
from helpers.planner import plan
from helpers.planner.breath import Breath, Ways, pairing, ways
from helpers.routine import Routine, Step, check
from helpers.session import Session, TechniqueChoice
from helpers.strokes import PRESS, RETURN

CATALOGUE = Ways((49.0, 5.0, 10.0), (49.0, 5.0, 10.0))


def sweeps(routine: Routine) -> list[Step]:
    return [step for step in routine.steps if step.technique == "T20"]


@pytest.mark.parametrize(
    ("breaths", "name", "seconds"), [(14, "two", 8.6), (10, "one", 6.0), (6, "half", 5.0)]
)
def test_the_three_pairings_of_the_evidence(breaths: float, name: str, seconds: float) -> None:
    pair = pairing(Breath.at(breaths), CATALOGUE)
    assert pair is not None
    assert (pair.name, round(pair.down, 1), round(pair.back, 1)) == (name, seconds, seconds)


@given(st.floats(5, 18), st.sampled_from([0.4, 4 / 9, 0.5]), st.sampled_from(sorted(load().size)))
def test_a_pairing_is_whole_breaths_inside_both_paces(
    breaths: float, share: float, size: str
) -> None:
    way = ways("whole", size)
    assert way is not None
    breath = Breath.at(breaths, share)
    pair = pairing(breath, way)
    if pair is None:
        return
    assert abs(pair.seconds / breath.seconds - round(pair.seconds / breath.seconds)) < 1e-9
    for seconds, (length, least, most) in ((pair.down, way.down), (pair.back, way.back)):
        assert least - 1e-6 <= length / seconds <= most + 1e-6


def test_ways_are_as_long_as_the_catalogue_draws_them() -> None:
    way = ways("whole", "reference")
    assert way is not None
    assert (round(way.down[0]), round(way.back[0])) == (49, 56)
    assert (way.down[1:], way.back[1:]) == ((5, 10), (4, 12))


@pytest.mark.parametrize("breaths", [6.0, 10.0, 14.0])
@pytest.mark.parametrize("minutes", [3, 5, 10, 20, 45])
def test_the_hands_turn_with_the_breath(minutes: int, breaths: float) -> None:
    routine = plan(Session(minutes=minutes, breaths_per_minute=breaths))
    assert not [finding for finding in check(routine) if finding.severity == "error"]
    assert routine.seconds == minutes * 60
    for step in sweeps(routine):
        whole = 60 / breaths
        assert step.stroke.seconds / whole == pytest.approx(round(step.stroke.seconds / whole))
        down = step.stroke.t[step.stroke.right.role == PRESS]
        back = step.stroke.t[step.stroke.right.role == RETURN]
        # Half, one or two breaths, to within one sample.
        assert down[-1] / whole % 0.5 == pytest.approx(0.5, abs=0.1 / whole + 0.02) or (
            down[-1] / whole % 0.5 < 0.02
        )
        assert back[0] - down[-1] < 0.2
        for role, (least, most) in ((PRESS, (5, 10)), (RETURN, (4, 12))):
            where = step.stroke.right.role == role
            xy, t = step.stroke.right.xy[where], step.stroke.t[where]
            pace = np.hypot(*np.diff(xy, axis=0).T).sum() / (t[-1] - t[0])
            assert least - 0.1 <= pace <= most + 0.1


def test_slow_breath_makes_slow_hands() -> None:
    slow, quick = (
        sweeps(plan(Session(breaths_per_minute=b)))[0].stroke.seconds for b in (7.0, 10.0)
    )
    assert slow > quick


@pytest.mark.parametrize("top", [1, 2, 3])
def test_every_pass_is_lighter_than_the_one_before_everywhere(top: int) -> None:
    steps = sweeps(plan(Session(top_level=top)))
    passes = [
        step.stroke.lightened(share).right.pressure
        for step in steps
        for share in (step.fade or (1.0,) * step.passes)[: step.passes]
    ]
    assert len(passes) == 6
    for before, after in pairwise(passes):
        assert (after <= before + 1e-9).all()
        assert after.max() < before.max()
    assert passes[-1].max() > 0
    assert [step.level for step in steps] == ([1] if top == 1 else [2, 1])


def test_a_pass_is_lightest_in_the_low_back() -> None:
    stroke = sweeps(plan(Session()))[0].stroke
    press = stroke.right.role == PRESS
    low, high = stroke.right.xy[:, 1] > 32, stroke.right.xy[:, 1] < 24
    assert stroke.right.pressure[press & low].max() < stroke.right.pressure[press & high].max()


def test_the_fade_reaches_the_paths() -> None:
    step = sweeps(plan(Session()))[0]
    t, right, _ = step.paths()
    start = step.link_seconds
    peaks = [
        right.pressure[
            (t >= start + k * step.stroke.seconds) & (t < start + (k + 1) * step.stroke.seconds)
        ].max()
        for k in range(step.passes)
    ]
    assert peaks == pytest.approx([2 * share for share in step.fade])


def test_the_plan_says_how_hands_and_breath_go_together() -> None:
    assert "down on a breath out" in sweeps(plan(Session(breaths_per_minute=6)))[0].note
    assert "one breath to go down" in sweeps(plan(Session(breaths_per_minute=10)))[0].note
    assert "two breaths to go down" in sweeps(plan(Session(breaths_per_minute=14)))[0].note


def test_a_pace_of_ones_own_comes_before_the_breath() -> None:
    routine = plan(Session(technique_choices={"T20": TechniqueChoice(pace=5)}))
    for step in sweeps(routine):
        assert step.note == ""
        assert step.stroke.seconds == pytest.approx(49.3 / 5 + 56.4 / 7, rel=0.06)
    assert not any("breath" in note for note in routine.notes)


def test_the_number_of_sweeps_is_the_learners() -> None:
    for wish in (4, 6, 8):
        assert sum(step.passes for step in sweeps(plan(Session(down_strokes=wish)))) == wish


def test_a_still_hand_instead_of_feathers_takes_their_time() -> None:
    usual, still = plan(Session()), plan(Session(left_out=frozenset({"T21"})))
    hold, longer = (next(s for s in r.steps if s.technique == "T22") for r in (usual, still))
    assert longer.seconds > hold.seconds
    assert not any(step.technique == "T21" for step in still.steps)


def test_the_closing_hold_lasts_as_long_as_was_chosen() -> None:
    for hold in (30, 40, 60, 80):
        routine = plan(Session(technique_choices={"T22": TechniqueChoice(pace=hold)}))
        step = next(s for s in routine.steps if s.technique == "T22")
        assert abs(step.stroke.seconds - 3 - hold) <= 3
