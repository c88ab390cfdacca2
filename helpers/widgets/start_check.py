"""The last check before the first touch: said out loud, ticked together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from helpers.content import load
from helpers.planner.outcome import result
from helpers.session import Session, Store, current

from .controls import Card, Checklist, Panel
from .words import control

UNFINISHED = "unfinished"


class StartCheck(Panel):
    """What the two go through right before they begin, and whether they may begin.

    The ticks are not kept: they are asked anew before every massage.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = current() if store is None else store
        lines = [(one.id, one.say, one.why) for one in load().start.values()]
        self.ready = Checklist(**control("full-ready"), options=lines)
        self.answer = Card(**self._words(), speaks=True)
        super().__init__((), self.ready, self.answer, name="Ready to start?")
        self.ready.observe(lambda _: self._show(), names="value")
        self.store.observe("start-check", self._changed)

    def _changed(self, old: Session, new: Session) -> None:
        self._show()

    def _show(self) -> None:
        self.answer.update(**self._words())

    def _words(self) -> dict[str, Any]:
        safety = result(self.store.session)
        left = [say for name, say, _ in self.ready.options if name not in self.ready.value]
        count = f"{len(left)} {'line is' if len(left) == 1 else 'lines are'} still open:"
        lines = [count] if left else ["All lines are ticked."]
        if safety.blocks:
            tone = "warning" if safety.outcome.id == UNFINISHED else "stop"
            heading = f"The safety questions: {safety.outcome.name.lower()}"
            return _card(heading, [safety.outcome.do, *lines], left, tone)
        if left:
            return _card("Not yet", lines, left, "warning")
        words = ["Warm your hands, breathe out, and lay them down. No hurry from here on."]
        return _card("You may begin", words, (), "note")


def _card(heading: str, words: Iterable[str], left: Iterable[str], tone: str) -> dict[str, Any]:
    return {"heading": heading, "paragraphs": words, "bullets": left, "tone": tone}
