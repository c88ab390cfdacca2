"""What the questions lesson shows from the content: answers, mistakes, measured effects."""

from __future__ import annotations

from helpers.content import load
from helpers.diagrams.effects import CAPTIONS, TITLES, describe_effects, effects_svg
from helpers.stage import ElementError, Stage

from .controls import Card, Panel, Row
from .source_list import SourceList

CHECKED = "The check of a plan finds this one."


class Answer(Panel):
    """One of the five questions: what is often said, the short answer, the evidence, what to do.

    Parameters
    ----------
    question
        The id of an entry of ``content/faq.toml``, such as "how-often".
    """

    def __init__(self, question: str) -> None:
        known = load().faq
        if question not in known:
            raise ElementError(f"There are answers to {', '.join(known)}; not to {question!r}.")
        one = known[question]
        super().__init__(
            [
                Row([Card("What is often said", [one.often_said]),
                     Card("The short answer", [one.short], tone="note")]),
                Row([Card("What has been found out", one.evidence),
                     Card("What we teach", bullets=one.teach)]),
                SourceList(one.sources),
            ],
            name=one.question,
        )  # fmt: skip


def mistakes() -> Row:
    """Return the twelve common mistakes as cards: what, why, and what to do instead."""
    cards = [
        Card(
            f"{number}. {one.what}",
            [one.why, f"Instead: {one.instead}", *([CHECKED] if one.rules else [])],
            level=4,
        )
        for number, one in enumerate(load().mistake.values(), start=1)
    ]
    return Row(cards)


def effects(unit: str) -> Stage:
    """Return the picture of what was measured, in one unit: "sd" or "points".

    Raises
    ------
    ElementError
        For any other unit.
    """
    if unit not in TITLES:
        raise ElementError(f"Effects are measured in {' or '.join(TITLES)}; not in {unit!r}.")
    return Stage(
        effects_svg(unit),
        name=TITLES[unit],
        description=describe_effects(unit),
        caption=CAPTIONS[unit],
        opens="left",
    )
