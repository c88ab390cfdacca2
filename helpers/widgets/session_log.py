"""The log: what they said after the massage, and what it changes about the next one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.content import load
from helpers.content.phrases import small
from helpers.diagrams import describe_history, history_svg
from helpers.planner import learn, length_of, routine_for
from helpers.planner.explain import where
from helpers.session import LogEntry, Session, SessionError, SpotFelt, Store
from helpers.session.log import LONGEST_NOTE
from helpers.stage import Stage, set_shown

from .controls import Buttons, Card, Checklist, Choice, Field, Slider
from .session_panel import SessionPanel
from .words import control

NOT_ASKED, NONE = "not-asked", "none"
AREAS = {"neck": "Neck", "low_back": "Low back", "sides": "Sides", "buttock": "Buttocks"}
WISHES = {"firmer": "Firmer", "lighter": "Lighter", "longer": "Longer", "shorter": "Shorter"}
FEELINGS = {"better": "Better", "same": "The same", "worse": "Worse"}
ALWAYS = ("T01", "T02", "T20", "T22")
"""Strokes that belong to every massage; they are neither asked for nor left out here."""

ONLY_SPOTS = ("T11", "T12", "T15")
PREVIEW = "What this changes next time"
WRITTEN, REFUSED = "Written down", "Not written down yet"


class SessionLog(SessionPanel):
    """A short form for what they said, a look at what it changes, and the log as a picture.

    Nothing of the form is kept until it is written down.
    """

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("log", ("log",), store)
        self._usual = length_of(self.session)
        numbers = [(NOT_ASKED, "I did not ask"), *((str(k), str(k)) for k in range(11))]
        self.number = Choice(**control("full-log-number"), options=numbers)
        self.where = Choice(**control("full-log-where"), options=self._places())
        self.felt = [Choice(**self._spot(k)) for k in range(3)]
        self.wishes = Checklist(**control("full-log-wishes"), options=list(WISHES.items()))
        self.liked = Choice(**control("full-log-liked"), options=self._strokes(liked=True))
        self.disliked = Choice(**control("full-log-disliked"), options=self._strokes())
        self.minutes = Slider(
            **control("full-log-minutes"), value=self._usual, min=1, max=90, step=1,
            unit="minutes", unit_one="minute",
        )  # fmt: skip
        self.date = Field(**control("full-log-date"), most=10)
        self.note = Field(**control("full-log-note"), most=LONGEST_NOTE)
        self.preview = Card(PREVIEW, **self._preview(), speaks=True)
        self.keep = Buttons(
            **control("full-log-keep"), options=[("keep", "Write it down")],
            main="keep", on_press=lambda _: self._write_down(),
        )  # fmt: skip
        self.last = Card("Your log", bullets=self._entries())
        self.stage = Stage(history_svg(self.session.log), **self._words(), opens="left")
        form = [self.number, self.where, *self.felt, self.wishes, self.liked, self.disliked,
                self.minutes, self.date, self.note]  # fmt: skip
        for one in form:
            one.observe(lambda _: self._look(), names="value")
        self.compose(
            [*form[:2], *self.felt, self.wishes, self.liked, self.disliked],
            [self.minutes, self.note, self.date, self.preview, self.keep, self.stage, self.last],
            name="After the massage",
        )
        self.liked.observe(lambda _: self._apart(self.liked, self.disliked), names="value")
        self.disliked.observe(lambda _: self._apart(self.disliked, self.liked), names="value")
        self._offer()

    def show(self) -> None:
        """Offer what the session has now, and draw the log anew."""
        self._offer()
        self.last.update(bullets=self._entries())
        self.stage.update(still=history_svg(self.session.log), **self._words())
        self._look()

    def entry(self) -> LogEntry:
        """Return what the form says.

        Raises
        ------
        SessionError
            Where it makes no sense; the message says what to change.
        """
        number = self.number.value
        return LogEntry(
            date=self.date.value,
            minutes=int(self.minutes.value),
            number=None if number == NOT_ASKED else int(number),
            where=self.where.value,
            spots=tuple(
                SpotFelt(spot.x, spot.y, felt.value)
                for felt, (_, spot) in zip(self.felt, self._worked(), strict=False)
            ),
            wishes=frozenset(self.wishes.value),
            liked=None if self.liked.value == NONE else self.liked.value,
            disliked=None if self.disliked.value == NONE else self.disliked.value,
            note=self.note.value,
        )

    # --- inside -------------------------------------------------------------------------------

    def _write_down(self) -> None:
        """Put the entry into the session, with what follows from it, and clear the form."""
        said: list[str] = []

        def make(latest: Session) -> Mapping[str, Any]:
            learnt = learn(latest, self.entry())
            said.extend(learnt.said)
            names = ("log", "top_level", "minutes", "agreed", "spots", "asked", "left_out", "edits")
            found = {name: getattr(learnt.session, name) for name in names}
            return {n: v for n, v in found.items() if v != getattr(latest, n)}

        if self.change(make):
            for choice, value in (
                (self.number, NOT_ASKED), (self.where, "elsewhere"), (self.wishes, ()),
                (self.minutes, self.session.minutes),
                (self.liked, NONE), (self.disliked, NONE), (self.date, ""), (self.note, ""),
                *((felt, "same") for felt in self.felt),
            ):  # fmt: skip
                choice.value = value
            self.preview.update(heading=WRITTEN, paragraphs=said, bullets=())
        else:
            self.preview.update(heading=REFUSED, **self._preview())

    def _apart(self, moved: Choice, other: Choice) -> None:
        """A stroke is not one to have again and one to leave out: the latest choice counts."""
        if moved.value == other.value != NONE:
            other.value = NONE

    def _look(self) -> None:
        self.preview.update(heading=PREVIEW, **self._preview())

    def _preview(self) -> dict[str, Any]:
        try:
            learnt = learn(self.session, self.entry())
        except SessionError as error:
            return {"paragraphs": [str(error)], "bullets": (), "tone": "warning"}
        log = learnt.session.log
        line = f"Your log will say: {_line(len(log), log[-1])}"
        return {"paragraphs": learnt.said, "bullets": [line], "tone": "note"}

    def _offer(self) -> None:
        """Offer the places, spots and strokes of the session as it is now."""
        usual = length_of(self.session)
        if self.minutes.value == self._usual:
            self.minutes.value = usual
        self._usual = usual
        self.where.options = self._places()
        self.liked.options = self._strokes(liked=True)
        self.disliked.options = self._strokes()
        for k, felt in enumerate(self.felt):
            felt.update(**{name: v for name, v in self._spot(k).items() if name != "options"})
            set_shown(felt, k < len(self._worked()))

    def _worked(self) -> list[tuple[int, Any]]:
        """Return the spots that were worked on: (index, spot)."""
        found = sorted({s.spot for s in routine_for(self.session).steps if s.spot is not None})
        return [(k, self.session.spots[k]) for k in found if k < len(self.session.spots)]

    def _spot(self, k: int) -> dict[str, Any]:
        words = control("full-log-spot")
        worked = self._worked()
        place = where(worked[k][1]) if k < len(worked) else f"{k + 1}"
        label = f"The spot {place}: {small(words['label'])}"
        return {**words, "label": label, "options": list(FEELINGS.items()), "value": "same"}

    def _places(self) -> list[tuple[str, str]]:
        spots = [(f"spot-{k}", f"The spot {where(spot)}") for k, spot in self._worked()]
        agreed = [(one, name) for one, name in AREAS.items() if one in self.session.agreed]
        return [("elsewhere", "Somewhere else"), *agreed, *spots]

    def _strokes(self, *, liked: bool = False) -> list[tuple[str, str]]:
        used = dict.fromkeys(step.technique for step in routine_for(self.session).steps)
        out = (*ALWAYS, *ONLY_SPOTS) if liked else ALWAYS
        names = [one for one in used if one not in out]
        return [(NONE, "None in particular"), *((n, load().technique[n].plain) for n in names)]

    def _entries(self) -> list[str]:
        found = [_line(count, entry) for count, entry in enumerate(self.session.log, start=1)]
        return found[::-1][:12] or ["There is no session in it yet."]

    def _words(self) -> dict[str, Any]:
        return {
            "name": "Your sessions: the pressure and the minutes",
            "description": describe_history(self.session.log),
            "summary": describe_history(self.session.log).partition("\n")[0],
        }


def _line(count: int, entry: LogEntry) -> str:
    """Return one entry of the log in words."""
    names = {name: load().technique[name].plain for name in (entry.liked, entry.disliked) if name}
    place = AREAS.get(entry.where) or ("sore spot" if entry.where.startswith("spot-") else "")
    parts = [
        "no number" if entry.number is None else f"number {entry.number}",
        f"at the {small(place)}" if place else "",
        f"{entry.minutes} minute{'' if entry.minutes == 1 else 's'}",
        f"spots felt {', '.join(felt.feeling for felt in entry.spots)}" if entry.spots else "",
        f"wished {' and '.join(sorted(entry.wishes))}" if entry.wishes else "",
        f"liked “{names[entry.liked]}”" if entry.liked else "",
        f"not “{names[entry.disliked]}”" if entry.disliked else "",
    ]
    day = f" ({entry.date})" if entry.date else ""
    note = f". {entry.note}" if entry.note else ""
    return f"Session {count}{day}: {', '.join(part for part in parts if part)}{note}"
