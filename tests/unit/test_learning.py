"""What a massage changes about the next one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.planner import after, from_routine, learn, length_of, plan, routine_for
from helpers.planner import editing as ed
from helpers.planner.learning import NOTHING
from helpers.routine import check
from helpers.session import (
    AREAS,
    FEELINGS,
    LEAST_MINUTES,
    WISHES,
    Answer,
    LogEntry,
    Session,
    SessionError,
    Spot,
    SpotFelt,
)
from helpers.session.log import LOG_AREAS

SPOTS = (Spot(4.5, 12, "tight", 5), Spot(-8.5, 3.2, "tender", 7))
FRAIL = (Answer("S33", "yes"),)
"""They allow ten minutes."""
SESSIONS = (
    Session(),
    Session(minutes=5),
    Session(minutes=30, spots=SPOTS, top_level=4),
    Session(minutes=12, answers=(Answer("S03", "aspirin"),)),
    Session(edits=ed.lock(from_routine(plan(Session())), 7)),
    Session(minutes=20, answers=FRAIL),
)


@st.composite
def entries(draw: st.DrawFn) -> LogEntry:
    wishes = draw(st.sets(st.sampled_from(WISHES)))
    if {"firmer", "lighter"} <= wishes:
        wishes -= {"firmer"}
    if {"longer", "shorter"} <= wishes:
        wishes -= {"shorter"}
    return LogEntry(
        date=draw(st.sampled_from(["", "2026-02-28"])),
        minutes=draw(st.integers(1, 90)),
        number=draw(st.none() | st.integers(0, 10)),
        where=draw(st.sampled_from(["elsewhere", *AREAS, "spot-0", "spot-5"])),
        spots=draw(
            st.lists(
                st.builds(
                    lambda spot, feeling: SpotFelt(spot.x, spot.y, feeling),
                    st.sampled_from(SPOTS),
                    st.sampled_from(FEELINGS),
                ),
                max_size=2,
            )
        ),
        wishes=wishes,
        liked=draw(st.none() | st.just("T16")),
        disliked=draw(st.none() | st.sampled_from(["T06", "T21"])),
    )


@settings(
    max_examples=120, deadline=None, database=None, derandomize=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(st.sampled_from(SESSIONS), entries())
def test_the_next_session_is_never_firmer_than_the_rules_allow(
    session: Session, entry: LogEntry
) -> None:
    learnt = learn(session, entry)
    fresh = learnt.session
    assert fresh == after(session, entry)
    assert fresh.log == (*session.log, entry)
    assert Session.from_json(fresh.to_json()) == fresh
    assert all(sentence.endswith((".", "”.")) for sentence in learnt.said)
    was = max(step.level for step in routine_for(session).steps)
    will = routine_for(fresh)
    now = max((step.level for step in will.steps), default=0)
    if entry.number is not None and entry.number > 7:
        assert now <= max(1, min(2, was - 1)) or session.edits
        assert entry.where not in fresh.agreed
    elif entry.number == 7:
        assert now <= max(1, was - 1) or session.edits
    elif now > was:
        # A longer session has room for firmer strokes, within the level that was chosen before.
        wished = "firmer" in entry.wishes and entry.number is not None and entry.number < 3
        assert wished or fresh.top_level == session.top_level
        assert fresh.top_level <= max(3, session.top_level)
    # What is promised of the length is what the next plan takes.
    usual, next_time = length_of(session), length_of(fresh)
    assert (next_time > usual) == any("would like more: " in s for s in learnt.said)
    assert (next_time < usual) == ("shorter" in entry.wishes and usual > LEAST_MINUTES)
    assert next_time == usual or f" {next_time} minutes next time." in " ".join(learnt.said)
    if not session.edits:
        assert not [f for f in check(will) if f.severity == "error"]
    assert [e for e in fresh.edits if e.locked] == [e for e in session.edits if e.locked]


@pytest.mark.parametrize(
    ("session", "entry", "said", "changed"),
    [
        (SESSIONS[0], LogEntry(number=5), NOTHING, {}),
        (SESSIONS[0], LogEntry(number=7), "edge of too much", {"top_level": 2}),
        (SESSIONS[1], LogEntry(number=7), "level 1 is the firmest", {"top_level": 1}),
        (SESSIONS[0], LogEntry(number=8, where="neck"), "The neck will be left out",
         {"top_level": 2, "agreed": frozenset({"low_back", "sides"})}),
        (SESSIONS[2], LogEntry(number=9, where="spot-0"), "gets a rest", {"spots": SPOTS[1:]}),
        (SESSIONS[0], LogEntry(wishes={"firmer"}), "there is no number", {"top_level": 3}),
        (SESSIONS[0], LogEntry(number=3, wishes={"firmer"}), "not below 3", {"top_level": 3}),
        (SESSIONS[0], LogEntry(number=2, wishes={"firmer"}), "Level 3 is the most", {}),
        (Session(top_level=2), LogEntry(number=2, wishes={"firmer"}), "up to level 3",
         {"top_level": 3}),
        (Session(top_level=2), LogEntry(number=2), NOTHING, {"top_level": 2}),
        (SESSIONS[1], LogEntry(number=1, wishes={"firmer"}), "nothing above level 2",
         {"top_level": 3}),
        (SESSIONS[0], LogEntry(number=4, wishes={"lighter", "longer"}), "25 minutes",
         {"top_level": 2, "minutes": 25}),
        (SESSIONS[2], LogEntry(wishes={"longer"}), "long enough", {"minutes": 30}),
        (SESSIONS[1], LogEntry(wishes={"shorter"}), "3 minutes", {"minutes": 3}),
        (SESSIONS[5], LogEntry(wishes={"longer"}), "allow 10 minutes at most", {"minutes": 20}),
        (SESSIONS[5], LogEntry(wishes={"shorter"}), "less: 5 minutes", {"minutes": 5}),
        (Session(minutes=7, answers=FRAIL), LogEntry(wishes={"longer"}), "more: 10 minutes",
         {"minutes": 10}),
        (SESSIONS[0], LogEntry(disliked="T06"), "is left out", {"left_out": frozenset({"T06"})}),
        (SESSIONS[0], LogEntry(liked="T16"), "is asked for", {"asked": frozenset({"T16"})}),
    ],
)  # fmt: skip
def test_each_rule(
    session: Session, entry: LogEntry, said: str, changed: dict[str, object]
) -> None:
    learnt = learn(session, entry)
    assert said in " ".join(learnt.said)
    for name, value in changed.items():
        assert getattr(learnt.session, name) == value, name


def test_a_spot_that_felt_worse_is_kept_clear_of() -> None:
    entry = LogEntry(spots=(SpotFelt(4.5, 12, "worse"), SpotFelt(-8.5, 3.2, "better")))
    fresh = after(SESSIONS[2], entry)
    assert [spot.feel for spot in fresh.spots] == ["pain", "tender"]
    assert plan(fresh).limits.skips
    assert {step.spot for step in plan(fresh).steps} == {None, 1}


def test_the_log_s_areas_are_those_of_the_session() -> None:
    assert LOG_AREAS == AREAS


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"date": "1 March"}, "as in 2026-03-01"),
        ({"date": "2026-02-30"}, "as in 2026-03-01"),
        ({"number": 11}, "from 0 to 10"),
        ({"wishes": {"firmer", "lighter"}}, "choose one"),
        ({"wishes": {"louder"}}, "not one"),
        ({"liked": "T06", "disliked": "T06"}, "to have again and one to leave out"),
        ({"note": "a\nb"}, "one line"),
        ({"where": "moon"}, "Where it was said"),
    ],
)
def test_an_entry_that_makes_no_sense_is_refused(values: dict[str, object], words: str) -> None:
    with pytest.raises(SessionError, match=words):
        LogEntry(**values)  # type: ignore[arg-type]
    with pytest.raises(SessionError, match="no stroke"):
        Session(log=(LogEntry(liked="T99"),))
