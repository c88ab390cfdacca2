"""How often: the wishes for a week, and four weeks of them as a calendar."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from helpers.diagrams.calendar import calendar_svg, describe_calendar
from helpers.planner import length_of
from helpers.planner.rhythm import FIRM, NAMES, SORE_HOURS, Week, plan_week
from helpers.session import Store
from helpers.session.rhythm import (
    DAYS,
    LEAST_GAP,
    LEAST_REVIEW,
    MOST_FIRM,
    MOST_GAP,
    MOST_GENTLE,
    MOST_REVIEW,
)
from helpers.stage import Stage

from .controls import Card, Checklist, Choice, Slider
from .session_panel import SessionPanel
from .words import control

FITS = "Everything you wished for fits."
AFTER = (
    f"Ask the day after how the back feels. A little soreness in the first {SORE_HOURS} hours is "
    "nothing unusual. If it lasts longer, rest, and go lighter next time."
)
STUDIES = (
    "In the studies, trained people gave an hour of massage two or three times a week for sore "
    "necks, and ten massages in ten weeks for sore backs. That is no target for you at home."
)
REST = "Between two firm massages lie {hours} hours at least."
NO_PAIN = "If back pain comes up, look back after {weeks} weeks: still the same? See a doctor."
REVIEW = (
    "You look back on the Sunday of week {weeks}. If the pain is the same then, see a doctor. If "
    "it gets worse, or a warning sign comes up, do not wait for that day."
)


class RhythmPlanner(SessionPanel):
    """How often, gentle and firm, on which days; a calendar shows what fits.

    ``week`` is the week that is shown.
    """

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("rhythm", ("rhythm",), store)
        wish = self.session.rhythm
        self.gentle = Slider(
            **control("rhythm-gentle"), value=wish.gentle, min=0, max=MOST_GENTLE,
            unit="a week",
        )  # fmt: skip
        self.firm = Slider(
            **control("rhythm-firm"), value=wish.firm, min=0, max=MOST_FIRM, unit="a week"
        )
        self.gap = Slider(
            **control("rhythm-gap"), value=wish.gap_hours, min=LEAST_GAP, max=MOST_GAP, step=12,
            unit="hours",
        )  # fmt: skip
        self.days = Checklist(
            **control("rhythm-days"), options=list(zip(DAYS, NAMES, strict=True)), value=wish.days
        )
        self.pain = Choice(
            **control("rhythm-pain"), options=[("no", "No"), ("yes", "Yes")],
            value="yes" if wish.pain else "no",
        )  # fmt: skip
        self.review = Slider(
            **control("rhythm-review"), value=wish.review_weeks, min=LEAST_REVIEW,
            max=MOST_REVIEW, unit="weeks",
        )  # fmt: skip
        self._tie()
        self.week = self._planned()
        self.stage = Stage(self._drawn(), **self._words(), width=720)
        self.notes = Card("What the plan says", self._notes(), tone="note", speaks=True)
        self.compose(
            [self.gentle, self.firm, self.gap, self.days, self.pain, self.review],
            [self.stage, self.notes],
            Card("Not a target", [STUDIES]),
            name="Plan how often",
        )

    def show(self) -> None:
        """Show the week of the session as it is now."""
        self.week = self._planned()
        self.stage.update(still=self._drawn(), **self._words())
        self.notes.update(paragraphs=self._notes())

    def _tie(self) -> None:
        """Tie each control to its piece of the session."""

        def piece(name: str, value: Any) -> dict[str, Any]:
            return {"rhythm": evolve(self.session.rhythm, **{name: value})}

        self.bind(self.gentle, lambda s: s.rhythm.gentle, lambda v: piece("gentle", int(v)))
        self.bind(self.firm, lambda s: s.rhythm.firm, lambda v: piece("firm", int(v)))
        self.bind(self.gap, lambda s: s.rhythm.gap_hours, lambda v: piece("gap_hours", int(v)))
        self.bind(
            self.days,
            lambda s: tuple(day for day in DAYS if day in s.rhythm.days),
            lambda v: piece("days", frozenset(v)),
        )
        self.bind(
            self.pain,
            lambda s: "yes" if s.rhythm.pain else "no",
            lambda v: piece("pain", v == "yes"),
        )
        self.bind(
            self.review, lambda s: s.rhythm.review_weeks, lambda v: piece("review_weeks", int(v))
        )

    def _planned(self) -> Week:
        return plan_week(self.session)

    def _drawn(self) -> str:
        return calendar_svg(self.week, self.session.rhythm)

    def _words(self) -> dict[str, Any]:
        length = length_of(self.session)
        total = self.week.massages * length
        many = "1 massage" if self.week.massages == 1 else f"{self.week.massages} massages"
        each = f" of {length} minutes" if self.week.massages else ""
        sum_up = f", {total} minutes in all" if self.week.massages > 1 else ""
        return {
            "name": "Calendar of the weeks to come",
            "description": describe_calendar(self.week, self.session.rhythm),
            "caption": f"{many} a week{each}{sum_up}.",
            "summary": f"{many} a week.",
        }

    def _notes(self) -> tuple[str, ...]:
        wish = self.session.rhythm
        notes = [*(self.week.notes or (FITS,)), REST.format(hours=wish.gap_hours)]
        if self.week.on(FIRM):
            notes.append(AFTER)
        notes.append((REVIEW if wish.pain else NO_PAIN).format(weeks=wish.review_weeks))
        return tuple(notes)
