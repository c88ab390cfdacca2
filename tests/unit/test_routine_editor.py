"""The editor of the steps: the list, what the check says at each row, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.planner import act, from_routine, plan
from helpers.session import Session, SessionError, Store
from helpers.widgets.controls import RoutineList
from helpers.widgets.routine_editor import CLEAN, RoutineEditor


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "session.json")


def remarks(editor: RoutineEditor) -> list[tuple[int, str]]:
    return [
        (number, text)
        for number, row in enumerate(editor.steps.rows)
        for tone, text, _ in row["remarks"]
        if tone == "error"
    ]


def test_the_list_begins_as_the_plan_without_a_mistake(store: Store) -> None:
    editor = RoutineEditor(store)
    assert len(editor.steps.rows) == len(plan(store.session).steps)
    assert editor.verdict.paragraphs[0] == CLEAN
    assert store.session.edits == ()
    assert [row["phase"] for row in editor.steps.rows if row["phase"]] == [
        "Arrive", "Warm-up glides", "Kneading", "Glides to blend", "Finish",
    ]  # fmt: skip


def test_a_mistake_comes_up_at_its_step_and_goes_with_undo(store: Store) -> None:
    editor = RoutineEditor(store)
    before, picture = editor.steps.rows, editor.stage.still
    knead = next(i for i, row in enumerate(before) if row["phase"] == "Kneading")
    editor.steps.ask("move", knead, 0)
    assert editor.steps.chosen == 0
    assert editor.steps.said == f"Palm circles is step 1 of {len(before)} now."
    assert any("comes after" in text for _, text in remarks(editor))
    assert "to mend" in editor.verdict.paragraphs[0]
    assert editor.verdict.tone == "warning"
    assert editor.stage.still != picture
    store.undo("edits")
    assert editor.steps.rows == before
    assert remarks(editor) == []
    assert editor.verdict.paragraphs[0] == CLEAN
    assert editor.stage.still == picture


def test_findings_alike_in_a_row_are_said_once(store: Store) -> None:
    editor = RoutineEditor(store)
    editor.steps.ask("move", 0, 6)
    again = [text for _, text in remarks(editor) if "“Arrive” comes after" in text]
    assert len(again) == 1
    store.undo("edits")
    editor.steps.ask("move", 9, 0)
    assert any(text.endswith("The same goes for the next 4 steps.") for _, text in remarks(editor))


def test_what_is_refused_is_said_and_nothing_changes(store: Store) -> None:
    editor = RoutineEditor(store)
    editor.steps.ask("lock", 2)
    assert editor.steps.rows[2]["locked"]
    kept = store.session
    editor.steps.ask("remove", 2)
    assert editor.history.problem == "Step 3 is locked. Unlock it first."
    editor.steps.ask("firmer", 0)
    assert "Level 1 is the most" in editor.history.problem
    assert store.session == kept
    editor.steps.ask("dance", 0)
    editor.steps.ask("up", 99)
    assert store.session == kept


def test_each_act_changes_the_step_and_says_so() -> None:
    session = Session()
    edits = from_routine(plan(session))
    for wish, words in (
        ("up", "is step 3 of 17 now"),
        ("down", "is step 5 of 17 now"),
        ("longer", "takes 132 seconds now"),
        ("shorter", "takes 102 seconds now"),
        ("lighter", "is at level 1 now"),
        ("remove", "16 steps are left"),
        ("lock", "is locked"),
    ):
        done = act(edits, wish, 3, -1, session)
        assert words in done.said, wish
        assert done.edits != edits
    firm = act(edits, "firmer", 6, -1, session)
    assert "level 3" in firm.said
    with pytest.raises(SessionError):
        act(firm.edits, "firmer", 6, -1, session)
    assert "stays step 1" in act(edits, "up", 0, -1, session).said


def test_a_longer_step_is_fitted_back_into_the_minutes(store: Store) -> None:
    editor = RoutineEditor(store)
    for _ in range(4):
        editor.steps.ask("longer", 11)
    assert any("1260 seconds" in text for text in editor.verdict.bullets)
    editor.whole.press("fit")
    assert editor.verdict.paragraphs[0] == CLEAN
    assert sum(edit.seconds for edit in store.session.edits) == 1200
    editor.whole.press("replan")
    assert store.session.edits == from_routine(plan(store.session.changed(edits=())))


def test_a_step_is_added_to_its_part_for_both_sides(store: Store) -> None:
    editor = RoutineEditor(store)
    adder = editor.adder
    adder.phase.value = "P3"
    adder.stroke.value = "T06"
    assert "buttock" not in adder.place.ids
    adder.button.press("add")
    added = [edit for edit in store.session.edits if (edit.technique, edit.seconds) == ("T06", 30)]
    assert [edit.side for edit in added] == ["right", "left"]
    phases = [edit.phase for edit in store.session.edits]
    assert phases == sorted(phases)
    assert "T17" not in adder.stroke.ids
    store.change("other", asked=frozenset({"T17"}), agreed=frozenset({"buttock"}))
    assert "T17" in adder.stroke.ids
    assert "buttock" in adder.place.ids


def test_the_list_follows_what_is_changed_elsewhere(store: Store) -> None:
    editor = RoutineEditor(store)
    store.change("other", minutes=5)
    short = len(plan(store.session).steps)
    assert len(editor.steps.rows) == short < 10
    assert editor.whole.options[0][1] == "Fit to 5 minutes"
    editor.steps.ask("longer", 0)
    store.change("other", minutes=20)
    assert len(editor.steps.rows) == short
    assert any("20 minutes are 1200" in text for text in editor.verdict.bullets)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"nam": "A"}, "A row of the list holds"),
        ({"name": ""}, "name of a step"),
        ({"name": "A", "remarks": [("loud", "a", "b")]}, "the tones are error"),
    ],
)
def test_a_bad_row_is_told_in_a_sentence(row: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        RoutineList("Steps", [row])
