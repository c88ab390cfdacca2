"""What the session holds from each lesson, in words, and the words of the course."""

from pathlib import Path

import pytest

from helpers.content import load
from helpers.planner.decided import decided
from helpers.session import Answer, Session, Spot, Store, TechniqueChoice
from helpers.widgets import decided as card
from helpers.widgets import glossary, terms


@pytest.mark.parametrize("lesson", load().lesson)
def test_a_new_session_is_as_usual(lesson: str) -> None:
    found = decided(lesson, Session())
    assert found.chosen or found.usual
    assert not any("none" in line for line in found.usual)
    assert not any("Questions done" in line for line in found.chosen)


def test_a_choice_is_said_in_its_own_lesson_only() -> None:
    session = Session(minutes=25, down_strokes=8, size="broad")
    assert "Length: 25 minutes" in decided("01", session).chosen
    assert "Length: 25 minutes" in decided("06", session).chosen
    assert "Long strokes down: 8" in decided("04", session).chosen
    assert "Long strokes down: 6" in decided("04", Session()).usual
    assert any(line.startswith("Body size: ") for line in decided("02", session).chosen)
    assert not any("25" in line for line in decided("02", session).chosen)


def test_strokes_are_told_as_they_were_chosen() -> None:
    choice = TechniqueChoice(place="upper", pace=6, passes=3, level=2)
    session = Session(technique_choices={"T02": choice, "T05": TechniqueChoice()})
    told = [line for line in decided("02", session).chosen if "glide" in line]
    assert told == ["Long glide: upper back, 6 cm a second, 3 passes, level 2"]
    assert not any("Palm" in line for line in decided("02", session).chosen)


def test_spots_are_told_with_their_place_and_a_lump_with_its_warning() -> None:
    spots = [Spot(3.4, 20, "tender", 6), Spot(-3.4, 10, "lump")]
    told = decided("03", Session(spots=spots)).chosen
    assert told[0].startswith("Spot 1: tender, 6 of 10, ")
    assert told[0].endswith("receiver's right")
    assert told[1].startswith("Spot 2: lump, ")
    assert told[1].endswith("receiver's left")
    assert any("looked at by a doctor" in line for line in told)
    assert "Spots to work on: 1" in decided("06", Session(spots=spots)).chosen


def test_a_blocking_answer_is_said_first_where_it_matters() -> None:
    session = Session(answers=[Answer("RF01")])
    for lesson in ("00", "06"):
        assert decided(lesson, session).chosen[0].startswith("The safety questions: ")
        assert "Not finished" not in decided(lesson, session).chosen[0]


def test_questions_are_counted_gently() -> None:
    session = Session(quiz={"02-bones": "first", "02-lift": "shown", "gone": "first"})
    assert decided("02", session).chosen[-1] == "Questions done: 2 of 5"


def test_the_card_follows_the_session(tmp_path: Path) -> None:
    store = Store(tmp_path / "session.json")
    made = card("06", store)
    assert "Length: 20 minutes" in made.paragraphs[1]
    assert "session.json" in made.paragraphs[0]
    assert str(tmp_path) not in made.text()
    store.change("other", minutes=30)
    assert "Length: 30 minutes" in made.bullets
    assert "Length" not in made.paragraphs[1]
    with pytest.raises(ValueError, match="no lesson '6'"):
        card("6")


def test_the_words_of_a_lesson_and_of_the_course() -> None:
    lesson, course = terms("02"), glossary()
    assert lesson.text().startswith("Words: Words of this lesson\n- adhesions: ")
    assert "- effleurage: Long, smooth glides" in lesson.text()
    assert {name for name, *_ in lesson.terms} < {name for name, *_ in course.terms}
    assert [name.lower() for name, *_ in course.terms] == sorted(
        name.lower() for name, *_ in course.terms
    )
    assert (lesson.search, course.search) == (False, True)
    assert all(terms(number).terms for number in load().lesson)
