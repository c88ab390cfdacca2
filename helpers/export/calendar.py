"""The massages of the how-often planner as a calendar file that phones and computers open."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from helpers.planner import rest_plan, routine_for
from helpers.planner.rhythm import FIRM, GENTLE, WEEK, plan_week
from helpers.session import Session, SessionError

if TYPE_CHECKING:
    from icalendar import Calendar, Event

DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NO_DAY: Final = "The first day is year, month and day, as in 2026-03-01."
NO_WEEK: Final = "There is no massage in your week, so the calendar would be empty. {why}"
NO_TOOL: Final = "The calendar needs the package icalendar, which is not installed here."
TITLES: Final = {GENTLE: "Back massage, gentle", FIRM: "Back massage, firm"}
REVIEW: Final = "Look back: is the back pain better?"
ASK_AGAIN: Final = "Go through the safety questions again before each massage."
FIRM_NOTE: Final = "Firm means level 3 or more, and only if they like it."
DOCTOR: Final = "If the pain is the same or worse, ask a doctor."


def first_day(text: str) -> date:
    """Return the day that a learner has typed; raises :class:`SessionError` in plain words."""
    try:
        if len(text.strip()) != 10:
            raise ValueError
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise SessionError(NO_DAY) from None
    if not 2000 <= day.year <= 2100:
        raise SessionError(NO_DAY)
    return day


def calendar_file(session: Session, first: date) -> bytes:
    """Return the weeks up to the look back as an iCalendar file, from the day ``first`` on.

    The hours are those of wherever the calendar is opened. No safety answer and no sore spot is in
    it. The same session and day give the same bytes, so that importing it twice makes no second
    entries.

    Raises
    ------
    SessionError
        When the week has no massage, or the package for calendars is missing.
    """
    week = plan_week(session)
    if not week.massages:
        raise SessionError(NO_WEEK.format(why=" ".join(week.notes)).strip())
    try:
        from icalendar import Calendar
    except ImportError:
        raise SessionError(NO_TOOL) from None
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Good Hands//Back massage//EN")
    for kind in (GENTLE, FIRM):
        if days := week.on(kind):
            calendar.add_component(_massages(session, first, kind, days))
    if session.rhythm.pain:
        calendar.add_component(_review(session, first))
    return _bytes(calendar)


def _massages(session: Session, first: date, kind: str, days: tuple[int, ...]) -> Event:
    """Return one entry that comes back every week on these days (0 is Monday)."""
    from icalendar import vRecur

    ahead = min((day - first.weekday()) % WEEK for day in days)
    hours, minutes = divmod(session.prepare.start, 60)
    begin = datetime(first.year, first.month, first.day, hours, minutes) + timedelta(days=ahead)
    length = routine_for(session).minutes + -(-rest_plan(session).seconds // 60)
    event = _event(TITLES[kind], begin, first)
    event.add("duration", timedelta(minutes=length))
    count = len(days) * session.rhythm.review_weeks
    event.add("rrule", vRecur(freq="WEEKLY", count=count, byday=[DAYS[day] for day in days]))
    event.add("description", f"{FIRM_NOTE} {ASK_AGAIN}" if kind == FIRM else ASK_AGAIN)
    return event


def _review(session: Session, first: date) -> Event:
    """Return the day on which to look back: the Sunday of the last week."""
    sunday = first + timedelta(days=6 - first.weekday())
    day = sunday + timedelta(weeks=session.rhythm.review_weeks - 1)
    event = _event(REVIEW, day, first)
    event.add("description", DOCTOR)
    return event


def _event(title: str, start: date, first: date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("summary", title)
    event.add("dtstart", start)
    # The standard wants to know when the entry was made; nothing here looks at a clock.
    event.add("dtstamp", datetime(first.year, first.month, first.day))
    name = sha256(f"{title} {start.isoformat()}".encode()).hexdigest()[:24]
    event.add("uid", f"{name}@good-hands")
    return event


def _bytes(calendar: Calendar) -> bytes:
    made: bytes = calendar.to_ical(sorted=True)
    return made
