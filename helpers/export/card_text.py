"""What stands on the printed card of a massage, as plain text: nothing is placed or drawn here."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from attrs import frozen
from matplotlib.font_manager import findfont, get_font

from helpers.content import load
from helpers.content.phrases import small
from helpers.diagrams import clock, style
from helpers.diagrams.small_back import Group, groups
from helpers.planner.outcome import POSITION_WORDS, result
from helpers.routine import Routine, Step
from helpers.session import Session

FITTED = "Made for this person"
STOP = "Ask, watch, stop"
NOTHING = "No massage today"
USUAL = "Nothing had to be changed."
OPEN = "Safety questions still open: {count}. Ask them before you start."


@frozen(kw_only=True)
class Line:
    """One stroke on the card: the numbers of its steps, what and where, how firm and long."""

    numbers: str
    words: str
    amount: str
    """ "level 2, 1:15 each"."""
    cue: str = ""
    """What the giver may say; "" where the stroke has come before."""

    @property
    def text(self) -> str:
        """The line without the cue."""
        return f"{self.numbers}  {self.words} {self.amount}"


@frozen(kw_only=True, eq=False)
class Part:
    """One part of the massage, or one list of sentences: a heading, and what is below it."""

    heading: str
    lines: tuple[Line, ...] = ()
    points: tuple[str, ...] = ()
    strokes: tuple[Group, ...] = ()
    """What is drawn on the small back; empty where there is none."""


@frozen(kw_only=True)
class CardText:
    """The whole card."""

    title: str
    facts: str
    parts: tuple[Part, ...]
    size: str
    """The body size of the small backs."""
    top: int
    """The firmest level on the card."""


def card_text(routine: Routine, session: Session) -> CardText:
    """Return the text of the card; where the safety answers stop the massage, it says so."""
    stop = Part(heading=STOP, points=tuple(one.say for one in load().card.values()))
    if not routine.steps:
        why = Part(heading="Why", points=_reasons(routine, session))
        return CardText(title=NOTHING, facts="", parts=(why, stop), size=routine.size, top=1)
    told: set[str] = set()
    parts = tuple(
        Part(
            heading=f"{load().phase[name].name}, {clock(seconds)}",
            lines=_lines(routine, name, told),
            strokes=tuple(groups(routine, name)),
        )
        for name, seconds in routine.phase_seconds().items()
    )
    fitted = Part(heading=FITTED, points=_reasons(routine, session))
    return CardText(
        title=f"Your back massage: {routine.minutes} minutes",
        facts=_facts(routine, session),
        parts=(*parts, fitted, stop),
        size=routine.size,
        top=max(step.level for step in routine.steps),
    )


def _facts(routine: Routine, session: Session) -> str:
    agreed = [one.name for one in load().agreed_area.values() if one.id in session.agreed]
    areas = ", ".join(agreed) if agreed else "nothing"
    word = session.prepare.stop_word
    stop = word if _has_letters(word) else "the one that you agreed on"
    return (
        f"They lie {POSITION_WORDS[routine.position]}. Stop word: {stop}. "
        f"Also agreed on: {areas}. Times are minutes and seconds; left and right are theirs."
    ).replace("lie sitting", "sit")


def _has_letters(word: str) -> bool:
    """Return whether the card's font has every letter of a word; Chinese ones, say, it has not."""
    font = get_font(findfont(style.FONT))
    return all(font.get_char_index(ord(letter)) for letter in word)


def _reasons(routine: Routine, session: Session) -> tuple[str, ...]:
    """Return the safety changes and what else the plan has changed, each once."""
    found = result(session)
    left = (OPEN.format(count=found.open),) if found.open else ()
    notes = dict.fromkeys([*left, *found.reasons, *routine.verdict.reasons, *routine.notes])
    return tuple(notes) or (USUAL,)


def _lines(routine: Routine, phase: str, told: set[str]) -> tuple[Line, ...]:
    steps = [pair for pair in enumerate(routine.steps, start=1) if pair[1].phase == phase]
    result = []
    for _, run in groupby(steps, key=lambda pair: _like(pair[1])):
        found = list(run)
        cue = found[0][1].cue
        result.append(_line(found, "" if cue in told else cue))
        told.add(cue)
    return tuple(result)


def _like(step: Step) -> tuple[object, ...]:
    """Return what makes neighbouring steps one line: all but the side and the time."""
    return (step.technique, step.place, step.spot, step.level)


def _line(found: Sequence[tuple[int, Step]], cue: str) -> Line:
    numbers = [number for number, _ in found]
    steps = [step for _, step in found]
    first = steps[0]
    technique = load().technique[first.technique]
    place = next(place.name for place in technique.place if place.id == first.place)
    where = place if first.spot is None else f"spot {first.spot + 1}"
    sides = [step.side for step in steps if step.side != "both"]
    side = f", {' then '.join(sides)}" if sides else ""
    times = [clock(step.seconds) for step in steps]
    even = len(set(times)) == 1
    amount = f"{times[0]} each" if even and len(times) > 1 else " + ".join(times)
    return Line(
        numbers=str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}",
        words=f"{technique.plain}, {small(where)}{side}:",
        amount=f"level {first.level}, {amount}",
        cue=f"“{cue}”" if cue else "",
    )
