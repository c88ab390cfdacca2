"""Share it: a code, links that open the plan elsewhere, and files to take away."""

from __future__ import annotations

from collections.abc import Callable

from helpers.planner.rhythm import NAMES
from helpers.session import Session, SessionError, Store, current
from helpers.session.file import NAME
from helpers.share import LONGEST_IN_LINK, NOT_SET, Published, encode, here, written
from helpers.stage import set_shown

from .controls import Buttons, Card, Checklist, CopyText, Downloads, Field, File, Panel, Row
from .words import control

LESSON = "06_full_session"
MAKE = "make"
PRIVATE = (
    ("spots", "Sore spots"),
    ("health", "Answers about health, allergies and skin"),
    ("log", "Your log, with your notes"),
    ("you", "About you: hand, height, ticks and answers in the lessons"),
)
FILES = (
    ("card-a4", "Card, A4 (PDF)"),
    ("card-letter", "Card, Letter (PDF)"),
    ("card-picture", "Card (picture)"),
    ("player", "Player (one web page)"),
    ("calendar", "Calendar"),
    ("routine", "Routine (JSON)"),
    ("session", "Session file"),
)
SEES = (
    "They get the plan: minutes, pressure, strokes, your own list of steps, place and oil.",
    "A link opens this lesson. It takes a minute or more; then they press “Start this lesson”.",
    "Below “A plan from somebody else” they see what yours would change. Nothing changes before "
    "they take it.",
)
MORE = "They get this too: {named}."
WEEK = "It has the massages of your week in the lesson on questions and claims."
FIRST = "It begins on {day}, or on the first day after it that has a massage."
MADE = "Your share code is above. It follows whatever you change."
THEIRS = "Their own answers to the safety questions stay, and can make the plan lighter or shorter."
YOURS = (
    "Answers about health come along. If they take the plan, these answers take the place of their "
    "own; so tick them only for yourself, or for who massages the same person."
)
TOO_LONG = (
    "The code is too long for a link, as some programs cut long ones. Send the code, or untick "
    "your log."
)
NO_REPOSITORY = "That is not the name of a repository. Write it as owner/repository."


class SharePlanner(Panel):
    """What of the plan goes out: a code and links that follow the session, and files.

    No code is made before the learner asks for one; then it follows every change.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = current() if store is None else store
        self.made = False
        self.private = Checklist(**control("share-private"), options=PRIVATE)
        self.make = Buttons(
            **control("share-make"), options=[(MAKE, "Make a code and links")], main=MAKE,
            on_press=self._make,
        )  # fmt: skip
        self.code = CopyText(**control("share-code"))
        self.site = CopyText(**control("share-site"))
        self.binder = CopyText(**control("share-binder"))
        self.repository = Field(**control("share-repository"), most=200)
        set_shown(self.repository, False)
        self.sees = Card("What they will see", bullets=(*SEES, THEIRS), speaks=True)
        self.trouble = Card("About the links", [NOT_SET], tone="note", speaks=True)
        set_shown(self.trouble, False)
        self.first_day = Field(**control("share-first-day"), most=10)
        self.week = Card("Calendar", [WEEK], tone="note", speaks=True)
        self.files = Downloads(**control("share-files"), options=FILES, make=self._file)
        super().__init__(
            [self.private, self.make],
            [self.code, self.site, self.binder, self.repository, self.trouble, self.sees],
            [Row([self.first_day, self.week]), self.files],
            name="Share it",
        )
        self.private.observe(lambda _change: self._ticked(), names="value")
        self.first_day.observe(lambda change: self._dated(change["new"]), names="value")
        self.repository.observe(lambda _change: self._follow(), names="value")
        self.store.observe("share", self._changed)

    # --- code and links ------------------------------------------------------------------------

    def _make(self, _button: str) -> None:
        self.made = True
        self._follow()

    def _ticked(self) -> None:
        """Say what goes out now, and make the code anew."""
        ticked = [text for key, text in PRIVATE if key in self.private.value]
        more = (MORE.format(named="; ".join(ticked)),) if ticked else ()
        last = YOURS if "health" in self.private.value else THEIRS
        self.sees.update(bullets=(*SEES, *more, last))
        self._follow()

    def _dated(self, text: str) -> None:
        """Say from which day on the calendar goes, or what is wrong with the day."""
        from helpers.export.calendar import first_day

        try:
            day = first_day(text)
            said = FIRST.format(day=f"{NAMES[day.weekday()]}, {day.day} {day:%B %Y}")
        except SessionError as error:
            said = str(error)
        self.week.update(paragraphs=[WEEK, said] if text else [WEEK])

    def _changed(self, old: Session, new: Session) -> None:
        self._follow()

    def _follow(self) -> None:
        """Make code and links anew, if the learner has asked for them before."""
        if not self.made:
            return
        try:
            code = encode(self.store.session, self.private.value)
        except SessionError as error:
            self._links("", None, str(error))
            return
        place = here() or written(self.repository.value)
        if place is None:
            asked = self.repository.value.strip()
            self._links(code, None, NO_REPOSITORY if asked else NOT_SET, ask=True)
        elif len(code) > LONGEST_IN_LINK:
            self._links(code, None, TOO_LONG)
        else:
            self._links(code, place, "", ask=bool(self.repository.value))

    def _links(
        self, code: str, place: Published | None, trouble: str, *, ask: bool = False
    ) -> None:
        self.code.value = code
        self.sees.paragraphs = (MADE,) if code else ()
        self.site.value = place.site_link(LESSON, code) if place else ""
        self.binder.value = place.binder_link(LESSON, code) if place else ""
        set_shown(self.repository, ask)
        set_shown(self.trouble, bool(trouble))
        if trouble:
            self.trouble.update(paragraphs=[trouble])

    # --- files ---------------------------------------------------------------------------------

    def _file(self, which: str) -> File:
        return _MAKERS[which](self.store.session, self.first_day.value)


def _card(paper: str) -> Callable[[Session, str], File]:
    def make(session: Session, _day: str) -> File:
        from helpers.export.card import card_pdf

        data = card_pdf(session, paper)
        return File(name="back-massage-card.pdf", kind="application/pdf", data=data)

    return make


def _picture(session: Session, _day: str) -> File:
    from helpers.export.card import card_png

    return File(name="back-massage-card.png", kind="image/png", data=card_png(session))


def _player(session: Session, _day: str) -> File:
    from helpers.export.page import page
    from helpers.planner import routine_for

    text = page(routine_for(session))
    return File(name="back-massage-player.html", kind="text/html", data=text.encode("utf-8"))


def _calendar(session: Session, day: str) -> File:
    from helpers.export.calendar import calendar_file, first_day

    data = calendar_file(session, first_day(day))
    return File(name="back-massage.ics", kind="text/calendar", data=data)


def _routine(session: Session, _day: str) -> File:
    from helpers.export.routine_json import routine_json

    return _json("back-massage-routine.json", routine_json(session))


def _session(session: Session, _day: str) -> File:
    return _json(NAME, session.to_json())


def _json(name: str, text: str) -> File:
    return File(name=name, kind="application/json", data=text.encode("utf-8"))


_MAKERS: dict[str, Callable[[Session, str], File]] = {
    "card-a4": _card("a4"),
    "card-letter": _card("letter"),
    "card-picture": _picture,
    "player": _player,
    "calendar": _calendar,
    "routine": _routine,
    "session": _session,
}
