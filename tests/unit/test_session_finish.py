"""The session's choices for the finish: checked, saved, said in words."""

from __future__ import annotations

import pytest

from helpers.planner import plan
from helpers.session import Finish, Session, SessionError
from helpers.session.words import changes


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"rhythm": "5:4"}, "The rhythm of the breath must be one of even, 4:5, 4:6"),
        ({"lying": 59}, "The rest lying down must be a whole number from 60 to 180"),
        ({"sitting": 181}, "The rest sitting must be a whole number from 30 to 180"),
        ({"dizzy": 1}, "Dizzy when getting up must be yes or no"),
    ],
)
def test_a_wrong_choice_is_one_plain_sentence(values: dict[str, object], words: str) -> None:
    with pytest.raises(SessionError, match=words):
        Finish(**values)  # type: ignore[arg-type]


def test_it_comes_back_from_json() -> None:
    session = Session(finish=Finish(rhythm="4:6", lying=120, dizzy=True))
    assert Session.from_json(session.to_json()) == session


def test_a_change_is_said_in_plain_words() -> None:
    said = changes(Session(), Session(finish=Finish(rhythm="4:5", sitting=90)))
    assert said == (
        "Rhythm of the breath: in and out alike → 4:5 in to out",
        "Rest sitting: 60 seconds → 90 seconds",
    )


def test_the_rhythm_reaches_the_routine() -> None:
    routine = plan(Session(breaths_per_minute=8, finish=Finish(rhythm="4:6")))
    assert routine.breath_in == 0.4
