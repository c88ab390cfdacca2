"""The planners of the finish and of rest: every control shows, and all of it can be undone."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from helpers.diagrams import Ending, describe_breath, describe_finish
from helpers.planner import plan
from helpers.session import Answer, Session, Store
from helpers.stage import ElementError
from helpers.widgets import BreathPacer, FinishPlanner, RestPlanner


@pytest.fixture
def store(tmp_path: Path) -> Store:
    ticks = itertools.count(0.0, 10.0)  # so far apart, no two changes are one move
    return Store(tmp_path / "session.json", clock=lambda: next(ticks))


def shown(planner: FinishPlanner) -> tuple[str, str, str]:
    return planner.back.moving, planner.chart.moving, planner.back.caption


@pytest.mark.parametrize(
    ("control", "value"),
    [("breaths", 10), ("breaths", 14), ("rhythm", "4:6"), ("sweeps", 4), ("touch", "hand"),
     ("feathers", 3), ("hold", 30)],
)  # fmt: skip
def test_every_control_changes_the_pictures_and_the_plan(
    store: Store, control: str, value: object
) -> None:
    planner = FinishPlanner(store)
    before = shown(planner)
    getattr(planner, control).value = value
    assert shown(planner) != before
    assert store.session != Session()
    assert Ending.of(planner.routine) != Ending.of(plan(Session()))
    planner.reset()
    assert shown(planner) == before
    assert store.session == Session()
    store.undo("finish")
    assert getattr(planner, control).value == value


def test_reset_leaves_what_others_chose_alone(store: Store) -> None:
    store.change("other", left_out=frozenset({"T08"}))
    planner = FinishPlanner(store)
    planner.touch.value = "hand"
    assert store.session.left_out == {"T08", "T21"}
    planner.reset()
    assert store.session.left_out == {"T08"}


def test_the_hold_is_as_long_as_the_slider_says(store: Store) -> None:
    planner = FinishPlanner(store)
    for seconds in (20, 45, 90):
        planner.hold.value = seconds
        found = re.search(r"hold still for (\d+) seconds", planner.back.caption)
        assert found
        assert abs(int(found[1]) - seconds) <= 5


def test_the_pacer_breathes_as_the_plan_does(store: Store) -> None:
    planner = FinishPlanner(store)
    planner.breaths.value = 6
    planner.rhythm.value = "4:6"
    assert (planner.pacer.inward, planner.pacer.outward) == (4.0, 6.0)
    with pytest.raises(ElementError, match="1 to 12 seconds"):
        BreathPacer("Breathe", inward=0)


def test_where_there_is_no_massage_the_planner_says_why(store: Store) -> None:
    store.change("other", answers=(Answer("S04"),))
    planner = FinishPlanner(store)
    assert planner.notes.paragraphs == planner.routine.verdict.reasons
    assert "no massage today" in planner.back.caption
    planner.sweeps.value = 8
    assert "no massage today" in planner.back.caption


def test_pictures_are_said_in_words() -> None:
    ending = Ending.of(plan(Session(breaths_per_minute=10)))
    words = describe_finish(ending)
    assert "6 sweeps down" in words
    assert "4 feathers up" in words
    assert "in 6 seconds" in words
    assert "6 seconds out" not in describe_breath(ending)
    assert "3 seconds out, 3 seconds in" in describe_breath(ending)
    assert "in 6 seconds" in describe_breath(ending)


def test_rest_is_longer_for_those_who_need_it(store: Store) -> None:
    planner = RestPlanner(store)
    usual = planner.stage.moving
    planner.dizzy.value = "yes"
    assert planner.stage.moving != usual
    assert "twice as long" in planner.why.paragraphs[-1]
    planner.dizzy.value = "no"
    planner.lying.value = 120
    assert store.session.finish.lying == 120
    assert "2 min" in planner.stage.moving
    store.change("other", position="seated")
    assert "leaning forward" in planner.stage.description
