"""Words and their meanings: those of one lesson, or all of them with a box to search in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from traitlets import Bool, Tuple, Unicode

from helpers.content import load
from helpers.content.models.lesson import Term
from helpers.stage import Element, ElementError
from helpers.stage.element import require_text
from helpers.widgets.controls_files import script, style
from helpers.widgets.lesson_words import known


class Terms(Element):
    """A list of words that opens; all of it works in the browser alone.

    Parameters
    ----------
    label
        What the words are.
    terms
        The words, in any order; they are shown by the alphabet.
    search
        Whether there is a box to search in; the list is then open from the start.
    """

    _esm = script("control_terms")
    _css = style("control_terms")

    label = Unicode().tag(sync=True)
    terms: Any = Tuple().tag(sync=True)
    search = Bool(False).tag(sync=True)

    def __init__(self, label: str, terms: Iterable[Term], *, search: bool = False) -> None:
        entries = [
            (term.name, term.also, term.say, term.meaning)
            for term in sorted(terms, key=lambda term: term.name.lower())
        ]
        if not entries:
            raise ElementError("A list of words needs at least one word.")
        super().__init__(
            label=require_text(label, "The label of a list of words"), terms=entries, search=search
        )

    def text(self) -> str:
        """Return every word with its meaning."""
        lines = [f"- {name}: {meaning}" for name, _, _, meaning in self.terms]
        return "\n".join([f"Words: {self.label}", *lines])


def terms(lesson: str) -> Terms:
    """Return the words of a lesson; ``lesson`` is its number, such as "02".

    Raises
    ------
    ElementError
        When there is no such lesson.
    """
    number = known(lesson).id
    found = [term for term in load().term.values() if number in term.lessons]
    return Terms("Words of this lesson", found)


def glossary() -> Terms:
    """Return all words of the course."""
    return Terms("All words of the course", load().term.values(), search=True)
