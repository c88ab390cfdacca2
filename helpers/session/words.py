"""A session's fields in plain words, and what changed between two sessions, as sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from helpers.content import load
from helpers.content.phrases import small

from .choice_words import choice_words
from .difference import GONE, Path, difference
from .model import Session
from .rhythm import DAYS

LABELS: dict[str, str] = {
    "minutes": "Length",
    "preset": "Ready-made session",
    "size": "Body size",
    "top_level": "Firmest pressure",
    "agreed": "Areas you agreed on",
    "answers": "Safety answers",
    "spots": "Marked spots",
    "asked": "Strokes asked for",
    "left_out": "Strokes left out",
    "position": "Position",
    "breaths_per_minute": "Breaths a minute",
    "down_strokes": "Long strokes down",
    "feathers": "Feather strokes",
    "finish.rhythm": "Rhythm of the breath",
    "finish.lying": "Rest lying down",
    "finish.sitting": "Rest sitting",
    "finish.dizzy": "Dizzy when getting up",
    "technique_choices": "Choices for",
    "edits": "Your own list of steps",
    "log": "Sessions in your log",
    "puzzles": "Plans put right",
    "rhythm.gentle": "Gentle massages a week",
    "rhythm.firm": "Firm massages a week",
    "rhythm.gap_hours": "Rest after a firm massage",
    "rhythm.days": "Days with time",
    "rhythm.pain": "Back pain that should get better",
    "rhythm.review_weeks": "Look back after",
    "quiz": "Question answered",
    "consent.said": "Said before the start",
    "consent.clothes": "Clothes",
    "prepare.place": "Place",
    "prepare.oil": "Oil or lotion",
    "prepare.allergies": "Allergies",
    "prepare.patch_tested": "Patch test done",
    "prepare.room_c": "Room",
    "prepare.stop_word": "Stop word",
    "prepare.ready": "Things that are ready",
    "prepare.hand": "Your strong hand",
    "prepare.giver_cm": "Your height",
    "prepare.skin": "Skin of the back",
    "prepare.start": "Start",
    "prepare.rest": "Rest afterwards",
    "prepare.pillows_out": "Pillows left out",
}
"""The plain name of each field; pieces of a field are named ``field.piece``."""

NOTHING = "none"
FEW = 2
"""So many answers that changed are named one by one; of more, only the number is said."""


def _minutes(value: int) -> str:
    return f"{value} minutes"


def _preset(value: str | None) -> str:
    return "by the minutes" if value is None else load().preset[value].name


def _size(value: str) -> str:
    return load().size[value].name


def _level(value: int) -> str:
    return f"level {value}"


def _strokes(value: frozenset[str]) -> str:
    return _list(load().technique[name].plain for name in sorted(value))


def _degrees(value: float) -> str:
    return f"{value:g} °C"


def _hours(value: int) -> str:
    return f"{value} hours"


def _weeks(value: int) -> str:
    return f"{value} weeks"


def _days(value: frozenset[str]) -> str:
    return _list(day.capitalize() for day in DAYS if day in value)


def _puzzles(value: frozenset[str]) -> str:
    return _list(load().puzzle[name].name for name in sorted(value))


def _centimetres(value: float) -> str:
    return f"{value:g} cm"


def _clock(value: int) -> str:
    return f"{value // 60}:{value % 60:02d}"


def _seconds(value: int) -> str:
    return f"{value} seconds"


def _rhythm(value: str) -> str:
    return "in and out alike" if value == "even" else f"{value} in to out"


def _talk(value: frozenset[str]) -> str:
    count = len(load().talk)
    return "everything" if len(value) == count else f"{len(value)} of {count}"


def _clothes(value: str) -> str:
    return load().clothes[value].label.lower()


def _areas(value: frozenset[str]) -> str:
    return _list(one.name for one in load().agreed_area.values() if one.id in value)


def _names(*tables: str) -> Callable[[Any], str]:
    """Return what says one entry of the content, or several, by their names."""

    def names(value: Any) -> str:
        chosen = {value} if isinstance(value, str) else value
        entries = (one for table in tables for one in getattr(load(), table).values())
        return _list(small(one.name) for one in entries if one.id in chosen)

    return names


SAID: dict[str, Callable[[Any], str]] = {
    "minutes": _minutes,
    "preset": _preset,
    "size": _size,
    "top_level": _level,
    "asked": _strokes,
    "left_out": _strokes,
    "prepare.room_c": _degrees,
    "puzzles": _puzzles,
    "rhythm.gap_hours": _hours,
    "rhythm.days": _days,
    "rhythm.review_weeks": _weeks,
    "position": _names("posture"),
    "prepare.place": _names("setting"),
    "prepare.oil": _names("oil"),
    "prepare.ready": _names("supply", "habit"),
    "prepare.allergies": _names("allergen"),
    "prepare.pillows_out": _names("pillow"),
    "prepare.giver_cm": _centimetres,
    "prepare.start": _clock,
    "finish.rhythm": _rhythm,
    "finish.lying": _seconds,
    "finish.sitting": _seconds,
    "agreed": _areas,
    "consent.said": _talk,
    "consent.clothes": _clothes,
}
"""How the value of a field is said, where `said` alone would not do."""


def said(value: Any) -> str:
    """Return a plain value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}"
    if isinstance(value, frozenset):
        return _list(item.replace("_", " ") for item in sorted(value))
    if isinstance(value, tuple | Mapping):
        return str(len(value))
    return NOTHING if value in (None, "") else str(value).replace("_", " ")


def _list(items: Any) -> str:
    return ", ".join(items) or NOTHING


def _answer(question: str, value: Any) -> str:
    """Return an answer in words: "open", "no" or the words of its choice."""
    if value is GONE:
        return "open"
    choices = {choice.id: choice.label for choice in load().question[question].choice}
    return small(choices.get(value.choice, value.choice))


def question_name(question: str) -> str:
    """Return one or two words for what a safety question is about."""
    items = (item for group in load().screening.values() for item in group.item)
    found = next((item.short for item in items if question in item.questions), "")
    return found or LABELS["answers"]


def label(path: Path) -> str:
    """Return the plain name of a piece of the session."""
    if path[0] == "answers" and len(path) == 2:
        return question_name(path[1])
    for name in (".".join(path), path[0]):
        if name in LABELS:
            return LABELS[name]
    return path[-1].replace("_", " ").capitalize()


def changes(old: Session, new: Session) -> tuple[str, ...]:
    """Return what changed, one short sentence for each piece: "Length: 20 minutes → 25 minutes"."""
    before, after = difference(old, new)
    answers = [path for path in before if path[0] == "answers"]
    many = f"{LABELS['answers']}: {len(answers)} changed" if len(answers) > FEW else ""
    sentences = [
        _sentence(path, was, after[path])
        for path, was in before.items()
        if not (many and path in answers)
    ]
    return tuple([*sentences, many] if many else sentences)


def _sentence(path: Path, was: Any, now: Any) -> str:
    name = label(path)
    if path[0] == "answers" and len(path) == 2:
        one, other = _answer(path[1], was), _answer(path[1], now)
        return f"{name}: changed" if one == other else f"{name}: {one} → {other}"
    if path[0] == "technique_choices" and len(path) == 2:
        return choice_words(path[1], was, now)
    speak = SAID.get(".".join(path), said)
    one, other = (NOTHING if value is GONE else speak(value) for value in (was, now))
    return f"{name}: changed" if one == other else f"{name}: {one} → {other}"


def piece(session: Session, path: Path) -> str:
    """Return a piece of the session by its name: "Length: 25 minutes"."""
    value: Any = session
    for name in path:
        value = getattr(value, name)
    return f"{label(path)}: {SAID.get('.'.join(path), said)(value)}"
