"""How often: the days of a week that fit the wishes, and what the learner is told."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.content import load
from helpers.diagrams.calendar import describe_calendar, weeks_shown
from helpers.planner.rhythm import FIRM, GENTLE, fitted, gap_hours, plan_week
from helpers.session import Answer, Rhythm, Session, SessionError
from helpers.session.rhythm import (
    DAYS,
    LEAST_GAP,
    LEAST_REVIEW,
    MOST_FIRM,
    MOST_GAP,
    MOST_GENTLE,
    MOST_REVIEW,
)

wishes = st.builds(
    Rhythm,
    gentle=st.integers(0, MOST_GENTLE),
    firm=st.integers(0, MOST_FIRM),
    gap_hours=st.integers(LEAST_GAP, MOST_GAP),
    days=st.frozensets(st.sampled_from(DAYS)),
    pain=st.booleans(),
    review_weeks=st.integers(LEAST_REVIEW, MOST_REVIEW),
)
fast = settings(max_examples=300, deadline=None, database=None, derandomize=True)


def test_the_ranges_are_those_of_the_evidence() -> None:
    number = load().number
    assert (number["N07"].lo, number["N07"].hi) == (0, MOST_GENTLE)
    assert (number["N08"].lo, number["N08"].hi) == (0, MOST_FIRM)
    assert (number["N09"].lo, number["N09"].default, number["N09"].hi) == (
        LEAST_GAP, Rhythm().gap_hours, MOST_GAP,
    )  # fmt: skip
    assert (number["N14"].lo, number["N14"].default, number["N14"].hi) == (
        LEAST_REVIEW, Rhythm().review_weeks, MOST_REVIEW,
    )  # fmt: skip
    assert Rhythm().gentle == number["N07"].default


@fast
@given(wishes)
def test_a_week_keeps_to_the_days_the_rest_and_the_wishes(wish: Rhythm) -> None:
    week = fitted(wish)
    assert all(DAYS[day] in wish.days for kind in (GENTLE, FIRM) for day in week.on(kind))
    assert len(week.on(FIRM)) <= wish.firm
    assert len(week.on(GENTLE)) <= wish.gentle
    gap = gap_hours(week.on(FIRM))
    assert gap is None or gap >= wish.gap_hours
    short = (len(week.on(FIRM)), len(week.on(GENTLE))) != (wish.firm, wish.gentle)
    assert bool(week.notes) == (short or not wish.days)
    assert describe_calendar(week, wish)


@fast
@given(wishes)
def test_no_other_week_has_more_firm_days(wish: Rhythm) -> None:
    free = [day for day, name in enumerate(DAYS) if name in wish.days]
    found = len(fitted(wish).on(FIRM))
    if found and found < wish.firm:
        gaps = [gap_hours(days) for days in combinations(free, found + 1)]
        assert all(gap is not None and gap < wish.gap_hours for gap in gaps)
    assert found or not wish.firm or not free


def test_three_firm_massages_with_three_days_of_rest_do_not_fit() -> None:
    week = fitted(Rhythm(gentle=0, firm=3, gap_hours=72))
    assert len(week.on(FIRM)) == 2
    assert week.notes == (
        "Three firm massages with 72 hours of rest in between do not fit on the days that you "
        "ticked. 2 fit into a week.",
    )


def test_one_massage_a_day() -> None:
    week = fitted(Rhythm(gentle=7, firm=1))
    assert week.massages == 7
    assert "one massage a day is enough" in week.notes[0]


def test_massages_are_spread_over_the_week() -> None:
    assert fitted(Rhythm(gentle=2)).days == (GENTLE, "", "", GENTLE, "", "", "")
    assert gap_hours(fitted(Rhythm(gentle=0, firm=2)).on(FIRM)) == 72


def test_no_day_no_massage() -> None:
    week = fitted(Rhythm(days=frozenset()))
    assert week.massages == 0
    assert week.notes == ("No day is ticked, so there is no massage.",)


def test_a_light_session_has_no_firm_massage() -> None:
    week = plan_week(Session(top_level=2, rhythm=Rhythm(firm=2)))
    assert not week.on(FIRM)
    assert "level 2 or below" in week.notes[0]


def test_a_safety_answer_comes_first() -> None:
    week = plan_week(Session(answers=(Answer("RF01"),)))
    assert week.massages == 0
    assert "no massage for now" in week.notes[0]


def test_the_calendar_reaches_to_the_look_back() -> None:
    assert weeks_shown(Rhythm(pain=True, review_weeks=6)) == 6
    assert weeks_shown(Rhythm(pain=False, review_weeks=6)) == 4


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"firm": 4}, "from 0 to 3"),
        ({"gap_hours": 12}, "from 36 to 72"),
        ({"days": frozenset({"someday"})}, "'someday', which is not one"),
        ({"review_weeks": 1}, "from 2 to 6"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(wrong: dict[str, object], message: str) -> None:
    with pytest.raises(SessionError, match=message):
        Rhythm(**wrong)  # type: ignore[arg-type]


def test_it_is_saved_with_the_session() -> None:
    session = Session(
        rhythm=Rhythm(firm=2, days=frozenset({"mon", "thu"}), pain=True),
        puzzles=frozenset({"wrong-way-round"}),
    )
    assert Session.from_json(session.to_json()) == session
    with pytest.raises(SessionError, match="no faulty plan"):
        Session(puzzles=frozenset({"nothing"}))
