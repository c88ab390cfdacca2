"""The walk through the safety questions: it ends, loses nothing, and every way gives the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.content import load
from helpers.planner import answering
from helpers.planner import questions as asking
from helpers.planner.outcome import given_words, result
from helpers.planner.questions import Asking, Screen
from helpers.planner.screening import screen
from helpers.session import Answer, Mark, Session, Spot

CONTENT = load()
GROUPS = CONTENT.screening
MARK = Mark((4.0, 13.0), 2.0)
PACE = 260
"""Words a minute that people read when a text is easy."""


def asked() -> list[str]:
    return [name for name in CONTENT.question if not name.startswith("O")]


def healthy() -> Session:
    return Session(answers=[Answer(name, "no") for name in asked()])


def with_answer(question: str, choice: str, **more: object) -> Session:
    return Session(answers=answering.with_answers(healthy(), [Answer(question, choice, **more)]))  # type: ignore[arg-type]


# --- The content ----------------------------------------------------------------------------------


def test_every_question_is_in_exactly_one_group() -> None:
    assert sorted(answering.questions()) == sorted(asked())


def test_a_gate_names_each_of_its_questions_in_words_of_its_own() -> None:
    words = [item.words for group in GROUPS.values() for item in group.item]
    assert len(set(words)) == len(words)
    for group in GROUPS.values():
        if group.gate:
            assert all(len(item.words) >= 2 for item in group.item)
            assert len(group.item) <= 9, "more than a person keeps in mind"


def test_what_cannot_wait_is_asked_first() -> None:
    """Whatever has nothing but an emergency in it is asked before what is not urgent."""
    order = answering.questions()
    only = [
        name
        for name in order
        if {choice.action for choice in CONTENT.question[name].choice} == {"EMERGENCY"}
    ]
    late = [name for name in only if order.index(name) >= order.index("S04")]
    assert late == ["RF18"], "only the signs of a pregnancy are asked together with it"


def test_fever_alcohol_and_a_free_no_are_asked_of_everyone() -> None:
    open_to_all = {name for g in GROUPS.values() if not g.gate for name in g.questions}
    assert {"S04", "S21", "S25"} <= open_to_all


def test_a_healthy_person_without_pain_reads_it_in_two_minutes() -> None:
    words = presses = 0
    for group in GROUPS.values():
        if not group.gate:
            texts = [CONTENT.question[name].ask for name in group.questions]
        elif group.id == "pain":
            texts = [group.gate]
        else:
            texts = [group.gate, *(item.words for item in group.item)]
        words += sum(len(text.split()) for text in texts)
        presses += 1 if group.gate else len(group.questions)
    assert words / PACE * 60 + presses <= 120


def test_every_action_has_one_outcome() -> None:
    leads = [action for outcome in CONTENT.outcome.values() for action in outcome.actions]
    assert sorted(leads) == sorted(CONTENT.action)


# --- The walk -------------------------------------------------------------------------------------


def test_a_healthy_adult_needs_one_press_for_a_gate() -> None:
    session, place, presses = Session(), Asking(), 0
    while (here := asking.current(session, place)) is not None:
        number, about = asking.progress(session, place)
        presses += 1
        assert number == presses <= about
        new = (
            answering.none_of(session, here.group)
            if here.question is None
            else answering.answer(session, here.question, "no")
        )
        session = session.changed(answers=new)
    assert presses == sum(1 if g.gate else len(g.questions) for g in GROUPS.values())
    assert session == healthy()
    assert result(session).outcome.id == "go"
    assert not result(session).blocks


def test_an_opened_gate_asks_all_of_its_questions_and_can_be_closed_again() -> None:
    session, place = Session(), asking.opened(Asking(), "at-once")
    first = asking.current(session, place)
    assert first == Screen("at-once", "RF01")
    assert asking.progress(session, place)[0] == 2
    place = asking.back(session, place)
    assert asking.current(session, place) == Screen("at-once")
    session = session.changed(answers=answering.none_of(session, "at-once"))
    assert {a.question for a in session.answers} == set(GROUPS["at-once"].questions)


def test_an_emergency_ends_the_questions_at_once_and_can_be_taken_back() -> None:
    session = Session(answers=[Answer("RF01", "yes")])
    place = Asking()
    assert asking.current(session, place) is None
    assert answering.left(session) > 60
    found = result(session)
    assert found.outcome.id == "help-now"
    assert "emergency number" in found.outcome.do
    assert any("emergency number" in reason for reason in found.reasons)
    place = asking.back(session, place)
    assert asking.current(session, place) == Screen("at-once", "RF01")
    session = session.changed(answers=answering.answer(session, "RF01", "no"))
    assert asking.current(session, asking.onward(place)) == Screen("at-once", "RF02")


def test_a_place_is_asked_for_where_the_answer_needs_one() -> None:
    session = healthy().changed(answers=answering.answer(healthy(), "L01", "yes"))
    place = Asking()
    where = asking.current(session, place)
    assert where == Screen("skin", "L01", place=True)
    assert result(session).outcome.id == "ask-first"
    assert asking.current(session, asking.passed(place, "L01")) is None
    session = session.changed(answers=answering.marked(session, "L01", [MARK]))
    assert asking.current(session, place) is None
    assert asking.current(session, asking.stay(place, where)) == where
    assert result(session).outcome.id == "changes"
    assert given_words(session) == {"L01": "A cut, blister, wound or stitches"}
    # Another kind of cut is still in the same place; no cut is in none.
    kept = session.changed(answers=answering.answer(session, "L01", "healing"))
    assert kept.answer("L01") == Answer("L01", "healing", marks=[MARK])  # type: ignore[arg-type]
    gone = kept.changed(answers=answering.answer(kept, "L01", "no"))
    assert gone.answer("L01") == Answer("L01", "no")


def test_an_answer_that_was_given_is_asked_again_by_itself() -> None:
    session = with_answer("S03", "yes")
    place = asking.change(Asking(), "S03")
    assert asking.current(session, place) == Screen("blood-and-heart", "S03")
    assert asking.current(session, asking.onward(place)) is None
    assert asking.change(Asking(), "O01") == Asking()


def test_a_gate_with_another_answer_than_no_is_not_asked_again() -> None:
    """So that "None of these" never wipes out what somebody told us."""
    session = with_answer("S03", "yes")
    assert Screen("blood-and-heart") not in asking.screens(session, Asking())
    assert answering.none_of(session, "blood-and-heart") == session.answers


# --- Outcomes -------------------------------------------------------------------------------------


def test_open_questions_are_said_and_a_no_for_today_does_not_wait_for_them() -> None:
    assert result(Session()).outcome.id == "unfinished"
    assert result(Session()).open == len(asked())
    assert screen(Session()).verdict.open == len(asked())
    done = Session(answers=tuple(Answer(name, "no") for name in asked()))
    assert result(done).open == screen(done).verdict.open == 0
    unfinished = Session(answers=[Answer("S03", "yes")])
    assert result(unfinished).outcome.id == "unfinished"
    assert result(unfinished).reasons
    assert result(Session(answers=[Answer("S04", "yes")])).outcome.id == "not-today"


def test_a_doctors_yes_lifts_ask_first_and_keeps_it_light() -> None:
    session = with_answer("S03", "yes")
    assert result(session).outcome.id == "ask-first"
    assert answering.clearable(session) == ("S03",)
    session = session.changed(answers=answering.cleared(session, ["S03"]))
    assert result(session).outcome.id == "changes"
    assert screen(session).limits.light_only
    session = session.changed(answers=answering.cleared(session, []))
    assert result(session).outcome.id == "ask-first"


def test_two_that_add_up_can_both_be_cleared() -> None:
    session = with_answer("S36", "yes")
    assert answering.clearable(session) == ()
    session = session.changed(answers=answering.answer(session, "S33", "yes"))
    assert result(session).outcome.id == "ask-first"
    assert set(answering.clearable(session)) == {"S33", "S36"}
    session = session.changed(answers=answering.cleared(session, answering.clearable(session)))
    assert result(session).outcome.id == "changes"


def test_a_lump_marked_as_a_spot_changes_a_clean_answer() -> None:
    found = result(healthy().changed(spots=[Spot(4, 20, "lump", 3)]))
    assert found.outcome.id == "changes"
    assert found.changes


# --- Properties -----------------------------------------------------------------------------------


@st.composite
def moves(draw: st.DrawFn) -> tuple[Session, Asking, list[tuple[Session, Session]]]:
    """Walk through the questions at random; return the end and each step's before and after."""
    dice = draw(st.randoms(use_true_random=False))
    session, place, steps = Session(answers=[Answer("O01", "yes")]), Asking(), []
    backs = 0
    for _ in range(400):
        here = asking.current(session, place)
        if here is None:
            return session, place, steps
        before = session
        if backs < 25 and dice.random() < 0.15:
            place, backs = asking.back(session, place), backs + 1
        elif here.question is None:
            if dice.random() < 0.4:
                place = asking.opened(place, here.group)
            else:
                session = session.changed(answers=answering.none_of(session, here.group))
                place = asking.onward(place)
        elif here.place:
            if dice.random() < 0.5:
                place = asking.passed(place, here.question)
            else:
                session = session.changed(answers=answering.marked(session, here.question, [MARK]))
                place = asking.onward(place)
        else:
            mild = [
                choice.id
                for choice in CONTENT.question[here.question].choice
                if choice.action != "EMERGENCY" or dice.random() < 0.02
            ]
            choice = dice.choice(mild) if mild and dice.random() < 0.25 else "no"
            session = session.changed(answers=answering.answer(session, here.question, choice))
            place = asking.onward(place)
        steps.append((before, session))
    raise AssertionError("the questions do not end")


@settings(max_examples=60)
@given(moves())
def test_every_path_ends_and_loses_nothing_and_says_what_one_by_one_says(
    walk: tuple[Session, Asking, list[tuple[Session, Session]]],
) -> None:
    session, _, steps = walk
    ended = answering.emergency(session) is not None
    assert ended == (result(session).outcome.id == "help-now")
    assert ended or answering.left(session) == 0
    for before, after in steps:
        old = {one.question: one for one in before.answers}
        new = {one.question: one for one in after.answers}
        assert old.keys() <= new.keys()
        assert len({name for name in old if old[name] != new[name]}) <= 1
        fresh = new.keys() - old.keys()
        assert len(fresh) <= 1 or all(new[name].choice == "no" for name in fresh)
    alone = Session()
    for name in reversed(answering.questions()):
        if (one := session.answer(name)) is not None:
            alone = alone.changed(answers=answering.answer(alone, name, one.choice))
            alone = alone.changed(answers=answering.marked(alone, name, one.marks))
    rest = session.changed(answers=[one for one in session.answers if one.question != "O01"])
    assert alone == rest
    assert screen(alone) == screen(rest)
