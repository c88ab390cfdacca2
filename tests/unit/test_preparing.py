"""Getting ready: the checklist, the countdown, heights, and choices that go together."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import load
from helpers.planner.preparing import (
    clock,
    countdown,
    height_words,
    knuckle_height,
    missing,
    needs,
    pillows_used,
    reach,
    room_words,
    with_pillows,
    with_place,
    with_position,
)
from helpers.session import PLACES, POSITIONS, Answer, Prepare, Session

CONTENT = load()


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    pillows = list(CONTENT.pillow)
    prepare = Prepare(
        place=draw(st.sampled_from(PLACES)),
        oil=draw(st.sampled_from(["none", "sunflower", "lotion"])),
        patch_tested=draw(st.booleans()),
        start=draw(st.integers(0, 1439)),
        pillows_out=draw(st.frozensets(st.sampled_from(pillows))),
        ready=draw(st.frozensets(st.sampled_from([*CONTENT.supply, *CONTENT.habit]))),
    )
    position = draw(st.sampled_from(POSITIONS))
    return Session(prepare=prepare, position=position, minutes=draw(st.integers(3, 45)))


def all_no() -> tuple[Answer, ...]:
    return tuple(Answer(question, "no") for question in CONTENT.question)


@given(sessions(), st.sampled_from(PLACES))
def test_a_new_place_always_gets_a_position_that_fits(session: Session, place: str) -> None:
    after = session.changed(**with_place(session, place))
    assert after.prepare.place == place
    assert after.position in CONTENT.setting[place].positions
    if session.position in CONTENT.setting[place].positions:
        assert after.position == session.position


@given(sessions(), st.sampled_from(POSITIONS))
def test_a_new_position_always_gets_a_place_that_fits(session: Session, position: str) -> None:
    after = session.changed(**with_position(session, position))
    assert after.position == position
    assert position in CONTENT.setting[after.prepare.place].positions


@given(sessions())
def test_every_position_has_something_to_lie_or_lean_on(session: Session) -> None:
    fit = session.changed(**with_place(session, session.prepare.place))
    fit = fit.changed(prepare=attrs.evolve(fit.prepare, pillows_out=frozenset()))
    assert pillows_used(fit)


@given(sessions(), st.data())
def test_pillows_left_out_are_gone_and_others_stay_as_they_were(
    session: Session, data: st.DataObject
) -> None:
    here = [p.id for p in CONTENT.pillow.values() if p.position == session.position]
    chosen = tuple(data.draw(st.frozensets(st.sampled_from(here))))
    after = session.changed(**with_pillows(session, chosen))
    assert {p.id for p in pillows_used(after)} <= set(chosen)
    elsewhere = {
        p for p in session.prepare.pillows_out if CONTENT.pillow[p].position != session.position
    }
    assert elsewhere <= after.prepare.pillows_out


@given(sessions())
def test_the_countdown_runs_forwards_and_ends_with_the_rest(session: Session) -> None:
    moments = countdown(session)
    assert [m.before for m in moments] == sorted((m.before for m in moments), reverse=True)
    assert moments[-1].before == -session.minutes
    start = next(m for m in moments if m.before == 0)
    assert start.when == clock(session.prepare.start)
    tested = any("patch test" in m.what for m in moments)
    assert tested == (session.prepare.oil != "none" and not session.prepare.patch_tested)


def test_the_countdown_crosses_midnight_both_ways() -> None:
    early = Session(prepare=Prepare(start=20, oil="none"))
    assert countdown(early)[0].when == "the day before, 23:20"
    late = Session(minutes=30, prepare=Prepare(start=1425))
    assert countdown(late)[-1].when == "after midnight, 0:15"


def test_an_allergy_makes_the_countdown_begin_a_week_before() -> None:
    assert countdown(Session())[0].when == "2 days before"
    careful = Session(prepare=Prepare(allergies={"nuts"}))
    assert countdown(careful)[0].when == "7 days before"


@given(sessions())
def test_whatever_is_needed_and_not_ticked_is_missing(session: Session) -> None:
    gone = missing(session)
    for need in needs(session):
        assert (f"{need.name}." in gone) == (not need.done and not need.optional)


def test_nothing_is_missing_once_everything_is_done() -> None:
    every = frozenset([*CONTENT.supply, *CONTENT.habit])
    session = Session(answers=all_no(), prepare=Prepare(ready=every, patch_tested=True))
    assert missing(session) == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"place": "chair"}, "do not go together"),
        ({"oil": "scented"}, "Choose something else than this: Scented"),
        ({"patch_tested": False}, "skin test of 2 days"),
        ({"room_c": 18.0}, "Warm the room to at least 22"),
    ],
)
def test_what_stands_in_the_way_is_said(change: dict[str, object], words: str) -> None:
    every = frozenset([*CONTENT.supply, *CONTENT.habit])
    prepare = attrs.evolve(Prepare(ready=every, patch_tested=True), **change)
    gone = missing(Session(answers=all_no(), prepare=prepare))
    assert len(gone) == 1
    assert words in gone[0]


def test_health_answers_stand_in_the_way_too() -> None:
    stopped = Session(answers=(Answer("S04", "yes"),))
    assert any("not now" in line for line in missing(stopped))
    assert any("still open" in line for line in missing(Session()))
    lying = next(
        Answer(q.id, c.id)
        for q in CONTENT.question.values()
        for c in q.choice
        for e in c.effect
        if e.kind == "position" and "face_down" not in e.positions and c.action == "MODIFY"
    )
    assert any(
        "does not suit the health answers" in line for line in missing(Session(answers=(lying,)))
    )


def test_dry_hands_need_no_oil_things() -> None:
    dry = {n.id for n in needs(Session(prepare=Prepare(oil="none")))}
    oily = {n.id for n in needs(Session())}
    assert oily - dry == {s.id for s in CONTENT.supply.values() if s.with_oil}


def test_heights_follow_the_giver() -> None:
    assert knuckle_height(169.05) == pytest.approx(73, abs=0.5), "82 cm wrist height less 9 cm"
    assert reach(169.05) == pytest.approx(32.3 + 25.4 + 18.7, abs=0.3)
    table = Session(prepare=Prepare(place="table", giver_cm=190))
    assert "82 cm" in height_words(table)
    assert "kneel" in height_words(Session()).lower()


def test_the_room_is_judged_by_the_range_of_the_evidence() -> None:
    said = [room_words(Session(prepare=Prepare(room_c=c))) for c in (19, 22, 24, 26, 28)]
    assert ["too cool" in s for s in said] == [True, False, False, False, False]
    assert ["are warm for you" in s for s in said] == [False, False, False, False, True]
