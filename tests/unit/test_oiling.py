"""Oil: nobody is offered what they are allergic to, and amounts stay in their range."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import load
from helpers.planner.oiling import (
    allergies_of,
    judge_oil,
    judge_oils,
    oil_amount,
    patch_test,
    traits_of,
    with_allergies,
    with_answer,
    with_traits,
)
from helpers.planner.screening import screen
from helpers.session import Answer, Prepare, Session, SessionError

CONTENT = load()
OILS = list(CONTENT.oil)
NUTTY = {"almond", "shea"}
ANSWERS = {q: ["no", *(c.id for c in CONTENT.question[q].choice)] for q in
           ("O01", "O02", "O03", "O04", "O05", "O06")}  # fmt: skip


@st.composite
def receivers(draw: st.DrawFn) -> Session:
    """Sessions with any allergies, skin, oil, length and answers to the questions on products."""
    asked = draw(st.sets(st.sampled_from(list(ANSWERS))))
    answers = tuple(Answer(q, draw(st.sampled_from(ANSWERS[q]))) for q in sorted(asked))
    prepare = Prepare(
        oil=draw(st.sampled_from(OILS)),
        allergies=draw(st.frozensets(st.sampled_from(list(CONTENT.allergen)))),
        skin=draw(st.frozensets(st.sampled_from(["dry", "hairy"]))),
    )
    return Session(answers=answers, prepare=prepare, minutes=draw(st.integers(3, 45)))


def says(session: Session, question: str) -> str:
    answer = session.answer(question)
    return answer.choice if answer else ""


@given(receivers())
def test_nobody_is_offered_what_they_are_allergic_to(session: Session) -> None:
    banned = set(session.prepare.allergies)
    if says(session, "O02") == "yes":
        banned.add("coconut")
    if says(session, "O01") == "yes" or "unsure" in banned:
        banned.add("nuts")
    for verdict in judge_oils(session):
        oil = CONTENT.oil[verdict.oil]
        if banned & set(oil.contains):
            assert verdict.grade == "avoid"
        elif banned & set(oil.may_contain):
            assert verdict.grade != "good"
        assert verdict.reasons


@given(receivers())
def test_an_allergy_without_a_name_leaves_nothing_but_dry_hands_as_good(session: Session) -> None:
    if "unsure" in allergies_of(session):
        assert [v.oil for v in judge_oils(session) if v.grade == "good"] == ["none"]


@given(receivers())
def test_dry_hands_suit_everybody(session: Session) -> None:
    assert judge_oil(session, "none").grade == "good"


@given(receivers())
def test_amounts_stay_in_their_ranges(session: Session) -> None:
    amount = oil_amount(session)
    if session.prepare.oil == "none":
        assert (amount.first, amount.total, amount.top_up) == (0, 0, 0)
        return
    for value, name in ((amount.first, "Q02"), (amount.total, "Q03"), (amount.top_up, "Q04")):
        number = CONTENT.number[name]
        assert number.lo <= value <= number.hi
    assert amount.first <= amount.total


@given(receivers())
def test_the_skin_test_is_long_after_any_allergy_or_eczema(session: Session) -> None:
    hours = patch_test(session).hours
    if session.prepare.oil == "none":
        assert hours == 0
    elif allergies_of(session) or says(session, "O03") == "yes":
        assert hours == 168
    else:
        assert hours == CONTENT.number["Q06"].lo == 48


@given(receivers(), st.frozensets(st.sampled_from(list(CONTENT.allergen))))
def test_ticked_allergies_are_also_the_answers_that_screening_reads(
    session: Session, ids: frozenset[str]
) -> None:
    after = session.changed(**with_allergies(session, ids))
    assert allergies_of(after) == ids
    assert says(after, "O01") == ("yes" if ids & {"nuts", "unsure"} else "other" if ids else "no")
    assert says(after, "O02") == ("yes" if "coconut" in ids else "no")
    said = {e.say for q in ("O01", "O02") for c in CONTENT.question[q].choice for e in c.effect
            if c.id == says(after, q)}  # fmt: skip
    assert said <= set(screen(after).notes)
    untouched = {a for a in session.answers if a.question not in ("O01", "O02")}
    assert untouched <= set(after.answers)


@given(receivers(), st.frozensets(st.sampled_from(list(CONTENT.trait))))
def test_ticked_traits_come_back_as_they_were_ticked(session: Session, ids: frozenset[str]) -> None:
    after = session.changed(**with_traits(session, ids))
    assert traits_of(after) == ids
    for trait in CONTENT.trait.values():
        was_open = trait.question and session.answer(trait.question) is None
        if was_open and trait.id not in ids:
            assert after.answer(trait.question) is None, "an open question stays open"


def test_a_refined_nut_oil_is_refused_too() -> None:
    session = Session(prepare=Prepare(allergies={"nuts"}))
    grades = {v.oil: v.grade for v in judge_oils(session)}
    assert {oil for oil, grade in grades.items() if grade == "avoid"} == {*NUTTY, "scented"}
    assert "refined" in judge_oil(session, "almond").reasons[0]


@pytest.mark.parametrize(
    ("trait", "oil"), [("sensitive", "olive"), ("pimples", "coconut"), ("pimples", "shea")]
)
def test_skin_rules_out_some(trait: str, oil: str) -> None:
    session = Session()
    assert judge_oil(session, oil).grade != "avoid"
    assert judge_oil(session.changed(**with_traits(session, [trait])), oil).grade == "avoid"


def test_latex_is_kept_apart_from_every_oil() -> None:
    session = Session()
    session = session.changed(**with_traits(session, ["condoms"]))
    for verdict in judge_oils(session):
        apart = any("latex" in reason for reason in verdict.reasons)
        assert apart == (verdict.oil != "none")


def test_a_scent_is_never_good() -> None:
    assert judge_oil(Session(), "scented").grade == "avoid"


def test_more_oil_for_dry_hairy_and_long() -> None:
    plain = Session()
    both = plain.changed(prepare=Prepare(skin={"dry", "hairy"}))
    assert oil_amount(plain).total == 7
    assert oil_amount(plain).first == 5
    assert oil_amount(both).total == 12
    assert oil_amount(plain.changed(minutes=5)).total < oil_amount(plain.changed(minutes=40)).total


def test_an_answer_is_replaced_in_its_place() -> None:
    answers = (Answer("O01", "no"), Answer("O03", "no"))
    assert with_answer(answers, "O01", "yes") == (Answer("O01", "yes"), Answer("O03", "no"))
    assert with_answer(answers, "O03", "no") is answers
    assert len(with_answer(answers, "O06", "yes")) == 3


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"oil": "engine"}, "no oil or lotion 'engine'"),
        ({"allergies": {"cats"}}, "no allergy 'cats'"),
        ({"pillows_out": {"sofa"}}, "no pillow 'sofa'"),
        ({"start": 1440}, "minutes after midnight"),
        ({"hand": "third"}, "strong hand"),
        ({"giver_cm": 20}, "height in cm"),
        ({"skin": {"green"}}, "skin"),
        ({"rest": "run"}, "rest afterwards"),
    ],
)
def test_a_wrong_choice_gets_one_plain_sentence(wrong: dict[str, object], words: str) -> None:
    with pytest.raises(SessionError, match=words):
        Session(prepare=attrs.evolve(Prepare(), **wrong))
