"""Words that are heard: what changed has the names of the controls, and a picture is short."""

import pytest
from attrs import evolve, fields_dict

from helpers.content.phrases import small
from helpers.diagrams import describe_setup, setup_summary
from helpers.planner.preparing import with_pillows, with_place
from helpers.session import Answer, Session
from helpers.session.choice_words import LABELS
from helpers.session.choices import TechniqueChoice
from helpers.session.words import changes


def said(**fields: object) -> str:
    """Return what is said of a session with these fields, from the usual one."""
    usual = Session()
    return "; ".join(changes(usual, evolve(usual, **fields)))


def test_things_are_said_by_their_names() -> None:
    usual = Session().prepare
    prepare = evolve(usual, oil="mineral", ready=frozenset({"nails", "towel"}))
    assert said(prepare=prepare) == (
        "Oil or lotion: grapeseed oil → mineral oil, unscented; "
        "Things that are ready: none → a small towel, nails short and smooth"
    )
    assert said(position="side_lying") == "Position: face down → on the side"


def test_a_choice_for_a_stroke_says_what_it_is() -> None:
    one = Session(technique_choices={"T02": TechniqueChoice(pace=4.5, level=1)})
    other = Session(technique_choices={"T02": TechniqueChoice(pace=4.0, place="upper")})
    assert changes(Session(), one) == ("Long glide, pace: as usual → 4.5, pressure: as usual → 1",)
    assert changes(one, other)[0].startswith("Long glide, place: as usual → upper back, pace: 4.5")
    empty = Session(technique_choices={"T02": TechniqueChoice()})
    assert changes(one, Session()) == changes(Session(), empty) == ("Long glide: as usual",)
    assert set(LABELS) == set(fields_dict(TechniqueChoice))


def test_the_set_up_is_said_in_short() -> None:
    usual = Session()
    assert setup_summary(usual) == (
        "Bed, face down. Supports: rolled towel under the forehead, thin pillow under the belly "
        "and roll under the ankles."
    )
    assert setup_summary(usual.changed(**with_place(usual, "chair"))) == (
        "Chair, sitting. Supports: cushion on the back of the chair."
    )
    bare = usual.changed(**with_pillows(usual, ()))
    assert setup_summary(bare) == "Bed, face down, without pillows."
    assert setup_summary(usual, resting=True) == (
        "Bed, on the back. Supports: pillow under the head and pillow under the knees."
    )
    assert len(setup_summary(usual)) < len(describe_setup(usual)) / 4


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Whole back", "whole back"),
        ("Flat hands glide. Thumbs rest.", "flat hands glide. Thumbs rest."),
        ("I am not sure", "I am not sure"),
        ("In bed", "in bed"),
        ("A lump", "a lump"),
        ("C7 and below", "C7 and below"),
        ("TENS", "TENS"),
        ("", ""),
    ],
)
def test_a_phrase_goes_inside_a_sentence_with_a_small_letter(text: str, inside: str) -> None:
    assert small(text) == inside


def test_an_answer_about_oneself_keeps_its_capital() -> None:
    unsure = Session(answers=(Answer("S25", "not_sure"),))
    assert changes(Session(), unsure)[0].endswith("open → I am not sure")
