"""Claim cards, answers, mistakes and sources: what they hold, without a browser."""

import pytest

from helpers.content import load
from helpers.content.models.claims import TOPICS
from helpers.diagrams.effects import UNITS, describe_effects, share
from helpers.diagrams.verdicts import verdict_svg
from helpers.stage import ElementError
from helpers.widgets import Answer, ClaimCards, effects, mistakes
from helpers.widgets.sources import KNOWN, OUR_CHOICE, TAUGHT, remarks, works


@pytest.mark.parametrize("topic", TOPICS)
def test_the_cards_of_a_topic_hold_its_claims(topic: str) -> None:
    cards = ClaimCards(topic)
    assert [one["id"] for one in cards.cards] == [
        one.id for one in load().claim.values() if one.topic == topic
    ]
    for card in cards.cards:
        assert card["said"] in cards.text()
        assert card["works"] or card["remarks"]


def test_every_claim_is_on_some_card() -> None:
    shown = [card["id"] for topic in TOPICS for card in ClaimCards(topic).cards]
    assert sorted(shown) == sorted(load().claim)


def test_there_are_no_cards_on_the_weather() -> None:
    with pytest.raises(ElementError, match="There are claims about prepare, strokes"):
        ClaimCards("weather")


def test_readers_see_only_works_that_may_be_cited() -> None:
    for claim in load().claim.values():
        for text, address in works(claim.sources):
            assert any(one.text in text and one.citable for one in load().reference.values())
            assert address == "" or address.startswith("https://doi.org/10.")


def test_what_is_no_study_is_said_to_be_none() -> None:
    claim = load().claim
    assert remarks(claim["C06"].sources) == (TAUGHT,)
    assert works(claim["C06"].sources) == ()
    assert remarks(claim["C17"].sources) == (KNOWN,)
    assert OUR_CHOICE in remarks(claim["C28"].sources)
    assert remarks(claim["C10"].sources) == ()


def test_verdicts_differ_in_shape() -> None:
    marks = {verdict_svg(one.shape) for one in load().verdict.values()}
    assert len(marks) == 5
    with pytest.raises(KeyError):
        verdict_svg("blob")


@pytest.mark.parametrize("question", load().faq)
def test_an_answer_shows_all_that_the_content_has(question: str) -> None:
    words = Answer(question).text()
    one = load().faq[question]
    for text in (one.often_said, one.short, *one.evidence, *one.teach):
        assert text in words


def test_there_is_no_answer_to_an_unknown_question() -> None:
    with pytest.raises(ElementError, match="There are answers to chronic-pain"):
        Answer("weather")


def test_the_mistakes_are_numbered_one_to_twelve() -> None:
    words = mistakes().text()
    for number, one in enumerate(load().mistake.values(), start=1):
        assert f"{number}. {one.what}" in words
        assert one.instead in words


def test_shares_of_the_measured_effects() -> None:
    assert [share(sd) for sd in (0.0, 0.37, 0.67, 1.24)] == [50, 64, 75, 89]


@pytest.mark.parametrize("unit", UNITS)
def test_the_picture_and_its_words_agree(unit: str) -> None:
    picture = effects(unit)
    for one in load().measured.values():
        if one.unit == unit:
            assert one.name in picture.still
            assert f"{one.name}, against {one.than}" in describe_effects(unit)
    assert "trained" in picture.caption or "licensed" in picture.caption


def test_there_is_no_third_unit() -> None:
    with pytest.raises(ElementError, match="sd or points"):
        effects("euros")
