"""Rest and getting up: which steps, how long, and for whom twice as long."""

from __future__ import annotations

import pytest

from helpers.content import load
from helpers.planner import rest_plan
from helpers.session import Answer, Finish, Session


def seconds(session: Session) -> dict[str, int]:
    return {part.step.id: part.seconds for part in rest_plan(session).parts}


def test_the_usual_way_up() -> None:
    assert list(seconds(Session())) == ["lie", "roll", "push", "sit", "stand"]
    assert seconds(Session())["lie"] == load().number["N12"].default == 90
    assert seconds(Session())["sit"] == load().number["N13"].default == 60
    assert not rest_plan(Session()).longer
    assert rest_plan(Session()).seconds == 185


def test_the_rests_are_as_long_as_was_chosen() -> None:
    chosen = seconds(Session(finish=Finish(lying=150, sitting=45)))
    assert (chosen["lie"], chosen["sit"], chosen["stand"]) == (150, 45, 15)


@pytest.mark.parametrize(
    ("question", "choice"),
    [("S33", "yes"), ("S06", "controlled"), ("S12", "yes"), ("S12", "late"), ("S14", "controlled")],
)
def test_some_answers_make_both_rests_twice_as_long(question: str, choice: str) -> None:
    session = Session(answers=(Answer(question, choice),))
    plan, usual = rest_plan(session), seconds(Session())
    assert plan.longer
    assert plan.because
    for part in plan.parts:
        if part.step.number == "N12":
            assert part.seconds == 2 * usual["lie"]
        elif part.step.number == "N13":
            assert part.seconds == 2 * usual["sit"]
        else:
            assert part.seconds == usual[part.step.id]


def test_twice_is_the_most_however_many_reasons_there_are() -> None:
    answers = (Answer("S33", "yes"), Answer("S06", "controlled"))
    plan = rest_plan(Session(answers=answers, finish=Finish(dizzy=True)))
    assert len(plan.because) == 3
    assert max(part.seconds for part in plan.parts) == 180


def test_a_no_changes_nothing() -> None:
    assert rest_plan(Session(answers=(Answer("S06", "no"),))) == rest_plan(Session())


def test_the_way_up_follows_the_position() -> None:
    assert list(seconds(Session(position="side_lying"))) == ["lie", "push", "sit", "stand"]
    assert list(seconds(Session(position="seated"))) == ["lean", "sit", "stand"]
    # This answer rules lying face down out, whatever was chosen.
    assert "roll" not in seconds(Session(answers=(Answer("S33", "yes"),)))


def test_every_position_ends_on_the_feet_and_rests_first() -> None:
    for position in ("face_down", "side_lying", "seated"):
        parts = rest_plan(Session(position=position)).parts
        assert parts[0].rest
        assert parts[-1].step.id == "stand"
        assert sum(part.rest for part in parts) == 2
