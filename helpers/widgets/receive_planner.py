"""A plan from somebody else, or from another computer: shown first, taken only when asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs
from attrs import frozen

from helpers.session import Session, SessionError, Store
from helpers.session.words import changes
from helpers.share import arrived, decode

from .controls import Arrival, Buttons, Card, Field, FilePick
from .session_panel import SessionPanel
from .words import control

LONGEST_CODE = 40_000
TAKE, KEEP = "take", "keep"

EMPTY = "No plan yet"
WAITING = (
    "Did somebody send you a code or a link? Paste it here. A plan that came with the link by "
    "which you opened this page shows up by itself."
)
OFFER = "What this plan would change"
SAME = "This is just the plan that you have. Nothing would change."
HEALTH = (
    "It brings answers about health, too. Take it only if they are about the person whom you are "
    "going to massage."
)
STAYS = "Your own answers to the safety questions stay as they are, and they still come first."
TAKEN = "You have taken the plan"
NEXT = "All that follows in this lesson uses it now. “Undo” brings yours back."
NOT_TAKEN = "Your plan stays as it is."
TROUBLE = "This did not work"

_answered: set[str] = set()
"""Plans that the learner has taken or not wanted; the address does not offer them again."""


@frozen
class Offer:
    """A plan that may be taken: how it changes a session, and what it came as."""

    apply: Callable[[Session], Session]
    source: str
    health: bool


class ReceivePlanner(SessionPanel):
    """A code, a link or a file in; what it would change; and then, only if wanted, the change.

    ``offer`` is the plan that waits for an answer, or None.
    """

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("receive", (), store)
        self.offer: Offer | None = None
        self.code = Field(**control("receive-code"), most=LONGEST_CODE)
        self.file = FilePick(
            **control("receive-file"), on_text=self._read_file, on_trouble=self._say_trouble
        )
        self.arrival = Arrival(self._arrive)
        self.preview = Card(EMPTY, [WAITING], tone="note", speaks=True)
        self.answer = Buttons(
            **control("receive-offer"),
            options=[(TAKE, "Take this plan"), (KEEP, "Keep mine")],
            on_press=self._answer,
            main=TAKE,
            off=[TAKE, KEEP],
            careful=True,
        )
        self.code.observe(lambda change: self._pasted(change["new"]), names="value")
        self.compose(
            [self.code, self.file],
            [self.preview, self.answer, self.arrival],
            name="A plan from somebody else",
        )

    def show(self) -> None:
        """Show anew what the waiting plan would change."""
        if self.offer is not None:
            self._preview(self.offer)

    def reset(self) -> None:
        """Forget the plan that waits, and what was pasted."""
        self._drop()
        self._card(EMPTY, [WAITING])

    # --- in ------------------------------------------------------------------------------------

    def _pasted(self, text: str) -> None:
        if text:
            self._consider(text, text)

    def _arrive(self, plan: str, site: str) -> None:
        arrived(site)
        if not plan or plan in _answered:
            return
        try:
            same = decode(plan, self.session).session == self.session
        except SessionError:
            same = False
        if not same:
            self._consider(plan, plan)

    def _consider(self, text: str, source: str) -> None:
        try:
            received = decode(text, self.session)
        except SessionError as error:
            self._say_trouble(str(error))
            return
        self._preview(
            Offer(lambda latest: decode(text, latest).session, source, "health" in received.private)
        )

    def _read_file(self, text: str) -> None:
        try:
            session = Session.from_json(text)
        except SessionError as error:
            self._say_trouble(str(error))
            return
        self._preview(Offer(lambda _latest: session, "", bool(session.answers)))

    # --- the answer ----------------------------------------------------------------------------

    def _answer(self, button: str) -> None:
        offer = self.offer
        if offer is None:
            return
        _answered.add(offer.source)
        if button == KEEP:
            self._drop()
            self._card(EMPTY, [NOT_TAKEN])
            return
        self.offer = None
        if self.change(lambda latest: _fields(offer.apply(latest))):
            self._drop()
            self._card(TAKEN, [NEXT])
        else:
            self._preview(offer)

    def _preview(self, offer: Offer) -> None:
        try:
            sentences = changes(self.session, offer.apply(self.session))
        except SessionError as error:
            self._say_trouble(str(error))
            return
        self.offer = offer
        if not sentences:  # it stays at hand: a change of the plan may make a difference
            self.answer.off = (TAKE, KEEP)
            self._card(EMPTY, [SAME])
            return
        self._card(OFFER, [HEALTH if offer.health else STAYS], sentences, offer.health)
        self.answer.off = ()

    def _say_trouble(self, why: str) -> None:
        self.offer = None
        self.answer.off = (TAKE, KEEP)
        self._card(TROUBLE, [why], warns=True)

    def _drop(self) -> None:
        self.offer = None
        self.code.value = ""
        self.answer.off = (TAKE, KEEP)

    def _card(
        self,
        heading: str,
        paragraphs: list[str],
        bullets: tuple[str, ...] = (),
        warns: bool = False,
    ) -> None:
        tone = "warning" if warns else "note"
        self.preview.update(heading=heading, paragraphs=paragraphs, bullets=bullets, tone=tone)


def _fields(session: Session) -> Mapping[str, Any]:
    return {a.name: getattr(session, a.name) for a in attrs.fields(Session)}
