"""The planner of the whole session, its views, the last check, and the log."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.content import load
from helpers.planner import editing as ed
from helpers.planner import from_routine, plan, routine_for
from helpers.planner.answering import questions
from helpers.session import Answer, Spot, Store
from helpers.widgets import (
    FullPlanner,
    OilPlanner,
    RhythmPlanner,
    SessionLog,
    SessionOverview,
    SessionSheet,
    StartCheck,
)
from helpers.widgets.session_log import PREVIEW

SPOTS = (Spot(4.5, 12, "tight", 5), Spot(-8.5, 3.2, "tender", 7))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "session.json")


def all_no() -> tuple[Answer, ...]:
    return tuple(Answer(name, "no") for name in questions())


def test_every_control_changes_the_session_and_the_picture(store: Store) -> None:
    planner = FullPlanner(store)
    moves = (
        (planner.preset, "shoulders-first"),
        (planner.minutes, 30.0),
        (planner.level, "2"),
        (planner.asked, ("T16",)),
        (planner.left_out, ("T06",)),
    )
    for control, value in moves:
        session, picture = store.session, planner.stage.still
        control.value = value
        assert store.session != session, control
        assert planner.stage.still != picture, control
    assert (store.session.preset, store.session.minutes) == ("shoulders-first", 30)
    assert "shoulders" in planner.preset.help
    for _ in moves:
        store.undo("full")
    assert (planner.preset.value, planner.minutes.value, planner.level.value) == (
        "by-minutes", 20.0, "3",
    )  # fmt: skip
    assert planner.asked.value == planner.left_out.value == ()


def test_a_ready_made_session_brings_its_minutes(store: Store) -> None:
    planner = FullPlanner(store)
    planner.preset.value = "calm-5"
    assert planner.minutes.value == 5.0
    planner.preset.value = "by-minutes"
    assert store.session.preset is None


def test_a_stroke_is_not_asked_for_and_left_out_at_once(store: Store) -> None:
    planner = FullPlanner(store)
    planner.asked.value = ("T10", "T16")
    planner.left_out.value = ("T10",)
    assert store.session.asked == {"T16"}
    assert planner.asked.value == ("T16",)


def test_the_planner_follows_what_other_lessons_change(store: Store) -> None:
    planner = FullPlanner(store)
    assert "not finished yet" in planner.safety.heading
    store.change("other", minutes=25, spots=SPOTS, answers=all_no())
    assert planner.minutes.value == 25.0
    assert planner.safety.heading.endswith("go ahead")
    assert any(text.startswith("Spot 2: tender, 7 of 10") for text in planner.known.bullets)
    store.change("other", answers=(Answer("RF01", "yes"),))
    assert planner.safety.tone == "stop"
    assert planner.routine.steps == ()
    assert "no massage" in planner.stage.description


def test_it_names_the_way_they_lie_in_this_plan(store: Store) -> None:
    planner = FullPlanner(store)
    assert "Position: face down" in planner.known.bullets
    store.change("other", answers=(Answer("S33", "yes"),))
    assert store.session.position == "face_down"
    assert "Position: on the side" in planner.known.bullets


def test_no_lesson_counts_on_minutes_that_the_answers_do_not_allow(store: Store) -> None:
    oil, weeks, log = OilPlanner(store=store), RhythmPlanner(store), SessionLog(store)
    assert log.minutes.value == 20.0
    store.change("other", answers=(Answer("S33", "yes"),))
    assert routine_for(store.session).seconds == 600
    assert "For these 10 minutes" in oil.text()
    assert weeks.stage.caption == "1 massage a week of 10 minutes."
    assert log.minutes.value == 10.0


def test_the_own_list_is_planned_anew_around_its_locked_steps(store: Store) -> None:
    planner = FullPlanner(store)
    edits = ed.lock(from_routine(plan(store.session)), 6)
    store.change("edits", edits=ed.lengthen(edits, 0))
    assert planner.notes.paragraphs[0].startswith("You have changed steps by hand")
    planner.minutes.value = 30.0
    assert [e for e in store.session.edits if e.locked] == [edits[6]]
    assert sum(e.seconds for e in store.session.edits) == 1800
    store.change("edits", edits=tuple(ed.unlock(edits, 6)))
    planner.level.value = "2"
    assert store.session.edits == ()


def test_views_show_the_routine_of_the_session(store: Store) -> None:
    overview, sheet = SessionOverview(store), SessionSheet(store)
    before = overview.still
    store.change("other", minutes=5)
    assert overview.still != before
    assert "3. Finish" in overview.description
    shown = [card for card in sheet.children if card.layout.display != "none"]
    assert [card.heading.split(",")[0] for card in shown] == [
        "1  Arrive", "2  Warm-up glides", "3  Finish",
    ]  # fmt: skip
    lines = [line for card in shown for line in card.bullets]
    assert len(lines) == len(routine_for(store.session).steps)
    assert sum("Ask for a number" in line for line in lines) >= 3
    store.change("other", answers=(Answer("RF01", "yes"),))
    shown = [card for card in sheet.children if card.layout.display != "none"]
    assert [card.heading for card in shown] == ["There is no massage today"]


def test_nobody_begins_before_every_line_is_ticked(store: Store) -> None:
    check = StartCheck(store)
    check.ready.value = tuple(load().start)
    assert "not finished yet" in check.answer.heading
    store.change("other", answers=all_no())
    assert check.answer.heading == "You may begin"
    check.ready.value = check.ready.value[1:]
    assert check.answer.paragraphs == ("1 line is still open:",)
    assert check.answer.bullets == (next(iter(load().start.values())).say,)
    store.change("other", answers=(Answer("RF01", "yes"),))
    assert check.answer.tone == "stop"


def test_the_log_shows_what_it_changes_and_then_changes_it(store: Store) -> None:
    store.change("other", spots=SPOTS)
    log = SessionLog(store)
    assert "spot-1" in log.where.ids
    before = store.session
    log.number.value = "8"
    log.where.value = "spot-0"
    log.felt[1].value = "worse"
    log.wishes.value = ("shorter",)
    log.disliked.value = "T06"
    assert log.preview.heading == PREVIEW
    assert [words in " ".join(log.preview.paragraphs) for words in (
        "level 2", "gets a rest", "felt worse", "15 minutes", "is left out",
    )] == [True] * 5  # fmt: skip
    assert store.session == before
    log.date.value = "tomorrow"
    assert log.preview.tone == "warning"
    log.keep.press("keep")
    assert "A date is year, month and day" in log.history.problem
    assert store.session == before
    log.date.value = "2026-03-01"
    log.keep.press("keep")
    session = store.session
    assert (session.top_level, session.minutes) == (2, 15)
    assert [spot.feel for spot in session.spots] == ["pain"]
    assert session.left_out == {"T06"}
    assert [(e.number, e.date) for e in session.log] == [(8, "2026-03-01")]
    assert log.preview.heading == "Written down"
    assert log.number.value == "not-asked"
    assert log.minutes.value == 15.0
    assert "number 8" in log.last.bullets[0]
    assert "1 session in the log" in log.stage.description
    store.undo("log")
    assert store.session == before


def test_every_control_of_the_log_is_in_the_entry(store: Store) -> None:
    store.change("other", spots=SPOTS)
    log = SessionLog(store)
    for control, value in (
        (log.number, "5"), (log.where, "neck"), (log.felt[0], "better"), (log.felt[1], "worse"),
        (log.wishes, ("lighter",)), (log.liked, "T05"), (log.disliked, "T21"),
        (log.minutes, 22.0), (log.date, "2026-03-01"), (log.note, "Warmer room."),
    ):  # fmt: skip
        before = log.entry()
        control.value = value
        assert log.entry() != before, control
    assert log.felt[2].layout.display == "none"
