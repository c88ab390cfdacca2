"""The faulty plans: what is wrong with them, that it can be repaired, and what the hints say."""

from collections import Counter

import pytest

from helpers.content import load
from helpers.content.models.puzzle import Puzzle
from helpers.planner import editing
from helpers.planner.puzzles import edits_of, hint, judge, session_of

PUZZLES = load().puzzle
INTENDED = {
    "wrong-way-round": {"rise": 2, "warm-up": 3, "warm-up-share": 1, "order": 3, "finish": 1},
    "only-where-it-hurts": {"both-sides": 1, "spot-time": 1, "fall": 1, "finish": 1},
    "the-keen-friend": {"total": 1, "person-cap": 2, "rise": 2, "strong": 2, "technique-cap": 2},
}
"""Errors by rule, as the puzzle means them."""


def each(puzzle: Puzzle) -> str:
    return puzzle.id


@pytest.mark.parametrize("puzzle", PUZZLES.values(), ids=each)
def test_a_faulty_plan_has_just_the_faults_it_should_have(puzzle: Puzzle) -> None:
    judged = judge(puzzle, edits_of(puzzle.step))
    assert Counter(one.rule for one in judged.errors) == INTENDED[puzzle.id]
    assert not judged.solved


@pytest.mark.parametrize("puzzle", PUZZLES.values(), ids=each)
def test_the_solution_has_nothing_to_find(puzzle: Puzzle) -> None:
    judged = judge(puzzle, edits_of(puzzle.solution))
    assert judged.solved
    assert not judged.advice
    assert judged.realized.routine.seconds == puzzle.minutes * 60
    assert hint(puzzle, judged) == "There is nothing left to repair."


@pytest.mark.parametrize("puzzle", PUZZLES.values(), ids=each)
def test_every_fault_has_a_hint_and_no_hint_is_idle(puzzle: Puzzle) -> None:
    judged = judge(puzzle, edits_of(puzzle.step))
    broken = {one.rule for one in (*judged.errors, *judged.advice)}
    assert {one.rule for one in puzzle.hint} == broken


def test_the_first_plan_is_repaired_by_moving_alone() -> None:
    puzzle = PUZZLES["wrong-way-round"]
    edits = edits_of(puzzle.step)
    for index, to in ((4, 1), (5, 2), (6, 3), (6, 4), (11, 9)):
        edits = editing.move(edits, index, to)
    assert Counter(edits) == Counter(edits_of(puzzle.solution))
    assert judge(puzzle, edits).solved


def test_the_hint_follows_the_repair() -> None:
    puzzle = PUZZLES["the-keen-friend"]
    edits = edits_of(puzzle.step)
    assert hint(puzzle, judge(puzzle, edits)).startswith("Look at step 9. ")
    edits = editing.remove(edits, 8)
    assert "level 4" in hint(puzzle, judge(puzzle, edits)).lower()
    edits = editing.lighten(editing.lighten(edits, 5), 6)
    assert "ten minutes" in hint(puzzle, judge(puzzle, edits))


def test_a_fault_that_the_puzzle_does_not_know_is_answered_by_its_rule() -> None:
    puzzle = PUZZLES["only-where-it-hurts"]
    found = judge(puzzle, editing.shorten(edits_of(puzzle.solution), 4, 20))
    assert [one.rule for one in found.errors] == ["total"]
    assert hint(puzzle, found) == load().rule["total"].reason


def test_the_person_in_the_story_is_not_the_learner() -> None:
    for puzzle in PUZZLES.values():
        session = session_of(puzzle)
        assert session.minutes == puzzle.minutes
        assert not session.answers
        assert len(session.spots) == len(puzzle.spot)
