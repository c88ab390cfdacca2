"""The mistake spotter and the how-often planner, moved as a learner moves them."""

from pathlib import Path

import pytest

from helpers.content import load
from helpers.session import Store
from helpers.widgets import MistakeSpotter, RhythmPlanner


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "session.json")


def added(spotter: MistakeSpotter, phase: str, stroke: str) -> None:
    spotter.adder.phase.value = phase
    spotter.adder.stroke.value = stroke
    spotter.adder.button.press("add")


def test_a_plan_that_is_put_right_is_kept_in_the_session(store: Store) -> None:
    spotter = MistakeSpotter(store)
    assert "6 mistakes left" in spotter.verdict.text()
    for row, to in ((4, 1), (5, 2), (6, 3), (6, 4)):
        spotter.steps.ask("move", row, to)
    assert "1 mistake left" in spotter.verdict.text()
    assert not store.session.puzzles
    spotter.steps.ask("move", 11, 9)
    assert spotter.judged.solved
    assert store.session.puzzles == {"wrong-way-round"}
    assert load().puzzle["wrong-way-round"].well_done in spotter.verdict.text()
    assert spotter.which.options[0][2] == "put right"
    assert Store(store.path).session.puzzles == {"wrong-way-round"}


def test_the_harder_plan_can_be_put_right_with_the_buttons(store: Store) -> None:
    spotter = MistakeSpotter(store)
    spotter.which.value = "only-where-it-hurts"
    spotter.steps.ask("remove", 5)
    added(spotter, "P3", "T06")
    press = next(i for i, edit in enumerate(spotter.edits) if edit.technique == "T15")
    for _ in range(3):
        spotter.steps.ask("shorter", press)
    spotter.steps.ask("lighter", press + 2)
    added(spotter, "P6", "T21")
    added(spotter, "P6", "T22")
    spotter.tools.press("fit")
    assert [one.rule for one in spotter.judged.errors] == []
    assert store.session.puzzles == {"only-where-it-hurts"}


def test_the_third_plan_can_be_put_right_with_the_buttons(store: Store) -> None:
    spotter = MistakeSpotter(store)
    spotter.which.value = "the-keen-friend"
    spotter.steps.ask("remove", 8)
    spotter.steps.ask("lighter", 5)
    spotter.steps.ask("lighter", 6)
    added(spotter, "P6", "T22")
    spotter.tools.press("fit")
    assert store.session.puzzles == {"the-keen-friend"}


def test_undo_redo_and_a_new_start(store: Store) -> None:
    spotter = MistakeSpotter(store)
    begun = spotter.edits
    assert set(spotter.tools.off) == {"undo", "redo", "reset"}
    spotter.steps.ask("move", 4, 1)
    moved = spotter.edits
    assert spotter.tools.off == ("redo",)
    spotter.tools.press("undo")
    assert spotter.edits == begun
    assert spotter.tools.off == ("undo", "reset")
    spotter.tools.press("redo")
    assert spotter.edits == moved
    spotter.tools.press("reset")
    assert spotter.edits == begun
    spotter.tools.press("undo")
    assert spotter.edits == moved


def test_a_hint_is_given_and_goes_with_the_next_change(store: Store) -> None:
    spotter = MistakeSpotter(store)
    spotter.tools.press("hint")
    assert load().puzzle["wrong-way-round"].hint[0].say in spotter.clue.text()
    spotter.steps.ask("move", 4, 1)
    assert "whenever you are stuck" in spotter.clue.text()


def test_what_is_not_possible_is_said_and_changes_nothing(store: Store) -> None:
    spotter = MistakeSpotter(store)
    spotter.steps.ask("lighter", 0)
    assert "the lightest level there is" in spotter.clue.text()
    assert not spotter.attempt.can_undo


def test_each_control_of_how_often_changes_what_is_shown(store: Store) -> None:
    planner = RhythmPlanner(store)
    moves = [
        (planner.gentle, 3),
        (planner.firm, 3),
        (planner.gap, 72),
        (planner.days, ("mon", "wed", "fri")),
        (planner.pain, "yes"),
        (planner.review, 6),
    ]
    for control, value in moves:
        before = (planner.stage.still, planner.notes.text())
        control.value = value
        assert (planner.stage.still, planner.notes.text()) != before, control.label
    assert store.session.rhythm.firm == 3
    assert "do not fit" in planner.notes.text()
    assert "week 6" in planner.notes.text()
    store.undo("rhythm")
    assert planner.review.value == 4


def test_how_often_follows_the_rest_of_the_session(store: Store) -> None:
    planner = RhythmPlanner(store)
    store.change("elsewhere", minutes=30)
    assert "of 30 minutes" in planner.stage.caption
