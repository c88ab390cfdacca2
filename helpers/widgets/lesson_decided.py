"""What the session now holds from a lesson, kept up to date."""

from __future__ import annotations

from typing import Any

from helpers.planner.decided import decided as sentences
from helpers.session import Session, Store, current

from .controls import Card
from .lesson_words import known

HEADING = "Your session now holds"
KEPT = "It is saved in the file {file}, on this computer only. Change it in the planners above."


class Decided(Card):
    """A card that says what a lesson's planners have put into the session, and follows it."""

    def __init__(self, lesson: str, store: Store | None = None) -> None:
        self.lesson = known(lesson).id
        self.store = current() if store is None else store
        super().__init__(HEADING, tone="note", **self._words())
        self.store.observe(f"decided-{lesson}", self._changed)

    def _words(self) -> dict[str, Any]:
        found = sentences(self.lesson, self.store.session)
        paragraphs = [KEPT.format(file=self.store.path.name)]
        if found.usual:
            paragraphs.append(f"As usual: {'; '.join(found.usual)}.")
        return {"paragraphs": paragraphs, "bullets": found.chosen}

    def _changed(self, _old: Session, _new: Session) -> None:
        self.update(**self._words())


def decided(lesson: str, store: Store | None = None) -> Decided:
    """Return what the session holds from a lesson; ``lesson`` is its number, such as "03".

    Raises
    ------
    ElementError
        When there is no such lesson.
    """
    return Decided(lesson, store)
