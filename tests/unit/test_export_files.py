"""Calendar and routine leave as files that other programs read the same way."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from jsonschema import Draft202012Validator

from helpers.content import load
from helpers.export import calendar
from helpers.export.calendar import calendar_file, first_day
from helpers.export.routine_json import SCHEMA, routine_json
from helpers.planner import routine_for
from helpers.planner.rhythm import FIRM, GENTLE, plan_week
from helpers.session import Answer, Prepare, Rhythm, Session, SessionError, Spot
from tests.unit.strategies import MARKS, people

FIRST = date(2026, 3, 4)  # a Wednesday
WEEKLY = Session(
    rhythm=Rhythm(gentle=2, firm=1, pain=True, review_weeks=3), prepare=Prepare(start=20 * 60 + 15)
)


def events(data: bytes) -> list[dict[str, str]]:
    """The entries of a calendar file, read by the rules of RFC 5545 and by no library for it."""
    text = data.decode("utf-8")
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").strip().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "VERSION:2.0" in lines
    assert any(line.startswith("PRODID:") for line in lines)
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and not line.startswith("END:"):
            found[-1][name.partition(";")[0]] = value.replace("\\,", ",").replace("\\;", ";")
    return found


def test_the_calendar_has_the_massages_of_the_week_plan_on_the_right_days() -> None:
    week = plan_week(WEEKLY)
    found = events(calendar_file(WEEKLY, FIRST))
    assert [event["SUMMARY"] for event in found] == [
        *(calendar.TITLES[kind] for kind in (GENTLE, FIRM)),
        calendar.REVIEW,
    ]
    for event, kind in zip(found, (GENTLE, FIRM), strict=False):
        begin = datetime.strptime(event["DTSTART"], "%Y%m%dT%H%M%S")
        days = list(rrulestr(event["RRULE"], dtstart=begin))
        assert {day.weekday() for day in days} == set(week.on(kind))
        assert len(days) == 3 * len(week.on(kind))
        assert begin.date() >= FIRST
        assert days[-1].date() < FIRST + timedelta(weeks=3)
        assert {(day.hour, day.minute) for day in days} == {(20, 15)}
        assert begin == days[0]
        assert event["DURATION"].startswith("PT")
        assert calendar.ASK_AGAIN in event["DESCRIPTION"]
    assert found[-1]["DTSTART"] == "20260322"
    assert datetime(2026, 3, 22).weekday() == 6


def test_the_calendar_never_looks_at_a_clock_and_imports_once() -> None:
    data = calendar_file(WEEKLY, FIRST)
    assert data == calendar_file(WEEKLY, FIRST)
    found = events(data)
    names = [event["UID"] for event in found]
    assert len(set(names)) == len(names)
    assert all(event["DTSTAMP"].startswith("20260304T000000") for event in found)


def test_no_safety_answer_and_no_sore_spot_is_in_the_calendar() -> None:
    answered = WEEKLY.changed(answers=people()[-1].get("answers", ()), rhythm=Rhythm(gentle=1))
    if plan_week(answered).massages:
        assert len(events(calendar_file(answered, FIRST))) == 1
    data = calendar_file(WEEKLY.changed(spots=(Spot(4, 14, "tender", 7),)), FIRST)
    assert data == calendar_file(WEEKLY, FIRST)


def test_a_week_without_a_massage_says_why() -> None:
    with pytest.raises(SessionError, match="No day is ticked"):
        calendar_file(Session(rhythm=Rhythm(days=frozenset())), FIRST)
    with pytest.raises(SessionError, match="would be empty"):
        calendar_file(Session(rhythm=Rhythm(gentle=0, firm=0)), FIRST)


@pytest.mark.parametrize("text", ["2026-03-04", " 2026-03-04 "])
def test_a_day_is_read(text: str) -> None:
    assert first_day(text) == FIRST


@pytest.mark.parametrize(
    "text", ["", "4 March", "2026-3-4", "2026-02-30", "20260304", "1026-03-04", "9999-12-31"]
)
def test_what_is_no_day_is_told(text: str) -> None:
    with pytest.raises(SessionError, match="as in 2026-03-01"):
        first_day(text)


def test_without_the_package_the_learner_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    with pytest.raises(SessionError, match="not installed here"):
        calendar_file(WEEKLY, FIRST)


def schema() -> Any:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def test_the_routine_as_json_follows_its_schema_and_is_the_routine() -> None:
    Draft202012Validator.check_schema(schema())
    for session in (
        Session(minutes=20, spots=(Spot(4, 14), Spot(-8, 26, "tender", 6))),
        Session(minutes=3),
    ):
        table = json.loads(routine_json(session))
        Draft202012Validator(schema()).validate(table)
        routine = routine_for(session)
        assert table["seconds"] == sum(step["seconds"] for step in table["steps"])
        assert table["seconds"] == routine.minutes * 60
        assert tuple(table["notes"]) == routine.notes
        for entry, step in zip(table["steps"], routine.steps, strict=True):
            assert (entry["start"], entry["seconds"]) == (step.start, step.seconds)
            assert (entry["stroke"]["id"], entry["place"]["id"]) == (step.technique, step.place)
            assert (entry["side"], entry["level"]) == (step.side, step.level)
            assert (entry["passes"], entry["cue"]) == (step.passes, step.cue)
            assert entry["stroke"]["name"] == load().technique[step.technique].plain
    assert routine_json(session) == routine_json(session)


def test_a_massage_that_is_stopped_has_reasons_and_no_steps() -> None:
    content = load()
    flag = next(
        (question.id, choice.id)
        for question in content.question.values()
        for choice in question.choice
        if content.action[choice.action].blocks
    )
    table = json.loads(routine_json(Session(answers=(Answer(*flag, marks=MARKS[:1]),))))
    Draft202012Validator(schema()).validate(table)
    assert table["stopped"]
    assert table["reasons"]
    assert (table["steps"], table["minutes"]) == ([], 0)
    table["steps"] = json.loads(routine_json(Session(minutes=5)))["steps"]
    assert not Draft202012Validator(schema()).is_valid(table)
