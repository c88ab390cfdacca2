"""Pictures of a whole massage: the curve, the strokes on small backs, and the log."""

from __future__ import annotations

import re

import numpy as np
import pytest

from helpers.diagrams import (
    curve_svg,
    describe_curve,
    describe_history,
    describe_overview,
    describe_timeline,
    history_svg,
    overview_svg,
    timeline_svg,
)
from helpers.diagrams.curve import pressed
from helpers.diagrams.overview import groups
from helpers.planner import plan
from helpers.routine import Routine
from helpers.session import Answer, LogEntry, Session, Spot

SPOTS = (Spot(4.5, 12, "tight", 5), Spot(-8.5, 3.2, "tender", 7))
ROUTINES = tuple(plan(Session(minutes=m, spots=SPOTS, size="tall")) for m in (3, 20, 45))


def texts(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


@pytest.mark.parametrize("routine", ROUTINES, ids=["3", "20", "45"])
def test_every_step_is_named_in_the_overview(routine: Routine) -> None:
    numbers = [
        number
        for phase in routine.phase_seconds()
        for group in groups(routine, phase)
        for number in group.numbers
    ]
    assert sorted(numbers) == list(range(1, len(routine.steps) + 1))
    svg, words = overview_svg(routine), describe_overview(routine)
    assert svg == overview_svg(routine)
    shown = " ".join(texts(svg))
    for phase in routine.phase_seconds():
        for group in groups(routine, phase):
            assert group.words in shown
            assert group.words in words
    assert len(svg) < 120_000


def test_a_day_without_a_massage_is_said_in_every_picture_and_its_words() -> None:
    blocked = plan(Session(answers=(Answer("RF01", "yes"),)))
    assert not blocked.steps
    pictures = (
        (overview_svg(blocked), describe_overview(blocked)),
        (curve_svg(blocked), describe_curve(blocked)),
        (timeline_svg(blocked), describe_timeline(blocked)),
    )
    for drawn, words in pictures:
        assert words == "There is no massage to show."
        assert words in texts(drawn)
        # Nothing is explained that is not there.
        assert not {"light way back", "ask", "start", "lasts"} & set(texts(drawn))


@pytest.mark.parametrize("routine", ROUTINES, ids=["3", "20", "45"])
def test_the_curve_is_what_the_hands_press(routine: Routine) -> None:
    t, level = pressed(routine)
    assert len(t) == routine.seconds
    assert level.min() > 0
    assert level.max() <= max(step.level for step in routine.steps)
    exact = sum(
        float(np.trapezoid(np.maximum(right.pressure, left.pressure), times))
        for step in routine.steps
        for times, right, left in [step.paths()]
    )
    assert level.sum() == pytest.approx(exact, rel=0.03)
    svg, words = curve_svg(routine), describe_curve(routine)
    assert svg == curve_svg(routine)
    assert "gh-asks" in svg
    asks = words.rpartition("Ask how it feels at ")[2]
    assert len(re.findall(r"\d+:\d\d", asks)) == sum(step.check_in for step in routine.steps)


def test_a_day_without_massage_is_drawn_and_said() -> None:
    nothing = Routine(minutes=20)
    assert overview_svg(nothing)
    assert curve_svg(nothing)
    assert "no massage" in describe_overview(nothing) + describe_curve(nothing)


def test_the_log_is_drawn_from_the_first_session_to_the_latest_twelve() -> None:
    log = [
        LogEntry(number=None if k == 3 else k % 11, minutes=10 + k, date=f"2026-03-{k + 1:02d}")
        for k in range(15)
    ]
    assert "first session" in " ".join(texts(history_svg(())))
    shown = texts(history_svg(log))
    assert "15" in shown
    assert "24" in shown  # the minutes of the latest
    assert "?" in shown
    words = describe_history(log)
    assert "Session 15, 2026-03-15: number 3, 24 minutes." in words
    assert "Session 4, 2026-03-04: no number, 13 minutes." in words
    assert "Session 3," not in words
