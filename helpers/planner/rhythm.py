"""How often: which days of the week get a massage, and what was not possible."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from itertools import combinations

from attrs import evolve, frozen

from helpers.session import Session
from helpers.session.rhythm import DAYS, Rhythm

from .screening import screen

NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GENTLE, FIRM = "gentle", "firm"
WEEK = len(DAYS)
SORE_HOURS = 36
"""Most soreness after a massage is over by then, h (evidence: N09)."""

FIRM_LEVEL = 3
"""A massage that reaches this level is a firm one."""


@frozen(kw_only=True)
class Week:
    """One week as it will repeat: "gentle", "firm" or "" for each day, Monday first."""

    days: tuple[str, ...]
    notes: tuple[str, ...] = ()
    """Plain sentences: what was left out of the wishes, and why."""

    def on(self, kind: str) -> tuple[int, ...]:
        """Return the days (0 is Monday) with a massage of one kind."""
        return tuple(day for day, one in enumerate(self.days) if one == kind)

    @property
    def massages(self) -> int:
        """Massages a week."""
        return sum(one != "" for one in self.days)


def plan_week(session: Session) -> Week:
    """Return the week that is nearest to the wishes of a session. Never raises.

    Safety answers come first: where they stop a massage there is none, and where they or the
    session's own limit allow nothing firm, nothing firm is planned.
    """
    screening = screen(session)
    if screening.verdict.blocks:
        note = "Your answers to the safety questions say no massage for now, so no day gets one."
        return Week(days=("",) * WEEK, notes=(note,))
    wish = session.rhythm
    notes: list[str] = []
    top = screening.limits.top_level
    if wish.firm and (screening.limits.light_only or top < FIRM_LEVEL):
        notes.append(
            "Your plan stays at level 2 or below, so there is no firm massage; all are gentle."
        )
        wish = evolve(wish, firm=0)
    week = fitted(wish)
    return evolve(week, notes=(*notes, *week.notes))


def fitted(wish: Rhythm) -> Week:
    """Return the week nearest to the wishes: firm days first, as far apart as possible."""
    free = [day for day, name in enumerate(DAYS) if name in wish.days]
    if not free:
        return Week(days=("",) * WEEK, notes=("No day is ticked, so there is no massage.",))
    apart = math.ceil(wish.gap_hours / 24)
    firm = _firm(free, wish.firm, apart)
    left = [day for day in free if day not in firm]
    gentle = _spread(left, min(wish.gentle, len(left)), firm)
    days = tuple(FIRM if d in firm else GENTLE if d in gentle else "" for d in range(WEEK))
    return Week(days=days, notes=tuple(_notes(wish, len(firm), len(gentle), len(free))))


def gap_hours(days: Collection[int]) -> int | None:
    """Return the shortest time between two of the days, over the end of the week too, h."""
    gaps = _gaps(sorted(days))
    return min(gaps) * 24 if gaps else None


def _firm(free: list[int], wanted: int, apart: int) -> tuple[int, ...]:
    """Return as many firm days as fit, up to ``wanted``, ``apart`` days from each other."""
    for count in range(min(wanted, len(free)), 0, -1):
        fitting = [
            days for days in combinations(free, count) if min(_gaps(days), default=WEEK) >= apart
        ]
        if fitting:
            return max(fitting, key=lambda days: (_evenness(days), [-day for day in days]))
    return ()


def _spread(free: list[int], count: int, taken: tuple[int, ...]) -> tuple[int, ...]:
    """Return ``count`` of the free days, as far as possible from each other and those taken."""
    if count == 0:
        return ()
    return max(
        combinations(free, count),
        key=lambda days: (_evenness(sorted((*days, *taken))), [-day for day in days]),
    )


def _evenness(days: Collection[int]) -> tuple[int, ...]:
    """Return the gaps, the shortest first: the greater, the more even."""
    return tuple(sorted(_gaps(list(days)))) or (WEEK,)


def _gaps(days: list[int] | tuple[int, ...]) -> list[int]:
    """Return the days from each to the next, round the week; none for fewer than two days."""
    if len(days) < 2:
        return []
    return [(after - day) % WEEK for day, after in zip(days, (*days[1:], days[0]), strict=True)]


def _notes(wish: Rhythm, firm: int, gentle: int, free: int) -> Iterator[str]:
    if firm < wish.firm:
        fit = "None fits" if firm == 0 else "One fits" if firm == 1 else f"{firm} fit"
        wanted = _massages(wish.firm, FIRM)
        yield (
            f"{wanted} with {wish.gap_hours} hours of rest in between do not fit on the days "
            f"that you ticked. {fit} into a week."
        )
    if gentle < wish.gentle:
        days = "1 day" if free == 1 else f"{free} days"
        yield (
            f"You ticked {days}, and one massage a day is enough. "
            f"So the plan has {_massages(gentle, GENTLE, begins=False)}, not {wish.gentle}."
        )


def _massages(count: int, kind: str, *, begins: bool = True) -> str:
    number = {0: "no", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven"}
    words = f"{number[count]} {kind} massage{'' if count == 1 else 's'}"
    return words[:1].upper() + words[1:] if begins else words
