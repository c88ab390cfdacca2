"""What of a session leaves with a share code: the plan always, private things only when asked for.

A session becomes a table of plain values, without names where a list has many alike, and back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from helpers.session import Session, SessionError

PRIVATE = ("spots", "health", "log", "you")
"""What is shared only when the sharer says so: sore spots, answers about health, the log, and the
giver: hand and height, and what was ticked and answered in the lessons."""

OWNER: Mapping[str, str] = {
    "spots": "spots",
    "answers": "health",
    "prepare.allergies": "health",
    "prepare.patch_tested": "health",
    "prepare.skin": "health",
    "finish.dizzy": "health",
    "rhythm.pain": "health",
    "log": "log",
    "quiz": "you",
    "puzzles": "you",
    "consent": "you",
    "prepare.ready": "you",
    "prepare.hand": "you",
    "prepare.giver_cm": "you",
}
"""The private fields, and which of `PRIVATE` each belongs to; every other field is the plan."""

NESTED = ("finish", "prepare", "rhythm")
"""Fields whose pieces may be shared one by one."""

_WORK = ("way", "contact", "hold", "presses", "comfort")
ORDER: Mapping[str, tuple[str, ...]] = {
    "edits": ("phase", "technique", "place", "side", "level", "seconds", "spot", "locked"),
    "spots": ("feel", "strength", "x", "y", "work"),
    "answers": ("question", "choice", "marks", "cleared"),
    "log": (
        "date", "minutes", "number", "where", "spots", "wishes", "liked", "disliked", "note",
    ),
    "technique_choices": ("place", "side", "pace", "passes", "level", "minutes"),
    "work": _WORK,
    "marks": ("center", "radius"),
    "log.spots": ("x", "y", "feeling"),
}  # fmt: skip
"""The pieces of a list's entries in the order of a code. It belongs to the version of the code."""


def taken_out(session: Session, private: Iterable[str] = ()) -> dict[str, Any]:
    """Return what is shared of a session as a table of plain values.

    ``private`` names what of `PRIVATE` goes with it. Steps of the learner's own list that work on
    a sore spot stay behind when the spots do.
    """
    wanted = frozenset(private)
    if unknown := sorted(wanted.difference(PRIVATE)):
        raise ValueError(f"There is no private part {unknown[0]!r}; there are {PRIVATE}.")
    table = _table(session)
    for field, part in OWNER.items():
        if part not in wanted:
            name, _, piece = field.partition(".")
            if piece:
                del table[name][piece]
            else:
                del table[name]
    if "spots" not in wanted:
        table["edits"] = [edit for edit in table["edits"] if edit["spot"] is None]
    return {name: _packed(name, value) for name, value in table.items()}


def put_in(session: Session, table: Mapping[str, Any]) -> Session:
    """Return the session with what a code holds; all that it does not hold stays.

    Raises
    ------
    SessionError
        When the table is not one of a session, or a value in it is not possible.
    """
    whole = _table(session)
    for name, value in table.items():
        found = _unpacked(name, value)
        if name in NESTED and isinstance(found, dict):
            whole[name] = {**whole[name], **found}
        else:
            whole[name] = found
    head = json.loads(session.to_json())
    return Session.from_json(json.dumps({**head, **whole}))


def private_in(table: Mapping[str, Any]) -> tuple[str, ...]:
    """Return which private parts a code's table holds."""
    found = {
        part
        for field, part in OWNER.items()
        for name, _, piece in [field.partition(".")]
        if name in table and (not piece or piece in table[name])
    }
    return tuple(part for part in PRIVATE if part in found)


def _table(session: Session) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(session.to_json())
    del table["format"], table["version"]
    return table


# Entries of lists lose the names of their pieces, and get them back.


def _packed(name: str, value: Any) -> Any:
    if name == "technique_choices":
        return {key: _row(name, entry) for key, entry in value.items()}
    return [_row(name, entry) for entry in value] if name in ORDER else value


def _row(name: str, entry: Mapping[str, Any]) -> list[Any]:
    row = []
    for piece in ORDER[name]:
        inner, value = _inside(name, piece), entry[piece]
        if inner == "work":
            value = _row(inner, value)
        elif inner:
            value = [_row(inner, one) for one in value]
        row.append(value)
    return row


def _unpacked(name: str, value: Any) -> Any:
    if name == "technique_choices" and isinstance(value, dict):
        return {key: _entry(name, row) for key, row in value.items()}
    if name in ORDER and isinstance(value, list):
        return [_entry(name, row) for row in value]
    return value


def _entry(name: str, row: Any) -> dict[str, Any]:
    pieces = ORDER[name]
    if not isinstance(row, list) or len(row) != len(pieces):
        raise SessionError("This share code holds something that this version does not know.")
    entry: dict[str, Any] = {}
    for piece, value in zip(pieces, row, strict=True):
        inner = _inside(name, piece)
        if inner == "work":
            value = _entry(inner, value)
        elif inner and isinstance(value, list):
            value = [_entry(inner, one) for one in value]
        entry[piece] = value
    return entry


def _inside(name: str, piece: str) -> str:
    """Return what `ORDER` calls the entries inside a piece; "" where the piece is a plain value."""
    if f"{name}.{piece}" in ORDER:
        return f"{name}.{piece}"
    return piece if piece in ("work", "marks") else ""
