"""A card: a titled block of plain text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from traitlets import Bool, Int, Tuple, Unicode, validate

from helpers.stage import Element, ElementError
from helpers.stage.element import require_text
from helpers.widgets.controls_files import script, style

TONES = ("plain", "note", "warning", "stop")
"""How much a card stands out. The words must say it too; a tone is only seen."""


class Card(Element):
    """A heading, paragraphs and a list; nothing in it is read as HTML.

    Parameters
    ----------
    heading
        The title.
    paragraphs, bullets
        The body: paragraphs first, then the list.
    tone
        One of `TONES`.
    level
        The level of the heading in the notebook, 2 to 6.
    speaks
        Whether a screen reader says the heading, the paragraphs and the list when they change
        (once they have stayed the same for a moment).
    lines
        How many lines of text have room from the start, so that a slider that adds some moves
        nothing below.
    """

    _esm = script("control_card")
    _css = style("control_card")

    heading = Unicode().tag(sync=True)
    paragraphs: Any = Tuple().tag(sync=True)
    bullets: Any = Tuple().tag(sync=True)
    tone = Unicode("plain").tag(sync=True)
    level = Int(3).tag(sync=True)
    speaks = Bool(False).tag(sync=True)
    lines = Int(0).tag(sync=True)

    def __init__(
        self,
        heading: str,
        paragraphs: Iterable[str] = (),
        bullets: Iterable[str] = (),
        *,
        tone: str = "plain",
        level: int = 3,
        speaks: bool = False,
        lines: int = 0,
        **traits: Any,
    ) -> None:
        super().__init__(
            heading=require_text(heading, "The heading of a card"),
            paragraphs=_texts(paragraphs),
            bullets=_texts(bullets),
            tone=_check_tone(tone),
            level=_check_level(level),
            speaks=speaks,
            lines=lines,
            **traits,
        )

    def text(self) -> str:
        """Return all that is on the card."""
        points = [f"- {bullet}" for bullet in self.bullets]
        return "\n".join([f"Card: {self.heading}", *self.paragraphs, *points])

    @validate("heading")
    def _valid_heading(self, proposal: Any) -> str:
        return require_text(proposal["value"], "The heading of a card")

    @validate("paragraphs", "bullets")
    def _valid_texts(self, proposal: Any) -> tuple[str, ...]:
        return _texts(proposal["value"])

    @validate("tone")
    def _valid_tone(self, proposal: Any) -> str:
        return _check_tone(proposal["value"])

    @validate("level")
    def _valid_level(self, proposal: Any) -> int:
        return _check_level(proposal["value"])


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    if isinstance(texts, str):
        raise ElementError("A card's paragraphs and bullets are lists of texts, not one text.")
    return tuple(require_text(text, "A paragraph or bullet of a card") for text in texts)


def _check_tone(tone: str) -> str:
    if tone not in TONES:
        raise ElementError(f"The tone of a card is one of {', '.join(TONES)}, not {tone!r}.")
    return tone


def _check_level(level: int) -> int:
    if level not in range(2, 7):
        raise ElementError(f"The heading of a card has a level from 2 to 6, not {level!r}.")
    return level
