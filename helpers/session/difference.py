"""What differs between two sessions, piece by piece, and a session with such pieces put in.

Two notebooks may change the same session. A change is therefore kept as the pieces that it
changed, never as the whole session: ``("minutes",)``, ``("prepare", "oil")``,
``("technique_choices", "T02")`` or ``("answers", "S03")``. Other lists (spots) are one piece each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from .errors import SessionError
from .model import Session

Path = tuple[str, ...]
Pieces = Mapping[Path, Any]

KEYS: Final = {"answers": "question"}
"""Lists whose entries are pieces of their own: the field, and what names an entry in it."""

GONE: Final = object()
"""Stands for a named piece that is not there."""


def difference(old: Session, new: Session) -> tuple[Pieces, Pieces]:
    """Return the pieces that differ: as they are in the old session, and in the new one."""
    before: dict[Path, Any] = {}
    after: dict[Path, Any] = {}
    for attribute in attrs.fields(Session):
        name = attribute.name
        one, other = getattr(old, name), getattr(new, name)
        if one == other:
            continue
        for path, was, now in _parts(name, one, other):
            if was is GONE or now is GONE or was != now:
                before[path], after[path] = was, now
    return before, after


def _parts(name: str, one: Any, other: Any) -> Iterable[tuple[Path, Any, Any]]:
    if attrs.has(type(one)) and type(one) is type(other):
        for a in attrs.fields(type(one)):
            yield (name, a.name), getattr(one, a.name), getattr(other, a.name)
    elif name in KEYS:
        yield from _parts_by_name(name, _by_key(name, one), _by_key(name, other))
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        yield from _parts_by_name(name, one, other)
    else:
        yield (name,), one, other


def _parts_by_name(
    name: str, one: Mapping[str, Any], other: Mapping[str, Any]
) -> Iterable[tuple[Path, Any, Any]]:
    for key in sorted(one.keys() | other.keys()):
        yield (name, key), one.get(key, GONE), other.get(key, GONE)


def _by_key(name: str, entries: Iterable[Any]) -> dict[str, Any]:
    return {getattr(entry, KEYS[name]): entry for entry in entries}


def with_pieces(session: Session, pieces: Pieces) -> Session:
    """Return the session with these pieces; raises :class:`SessionError` where they do not fit."""
    changes: dict[str, Any] = {}
    for path, value in pieces.items():
        name = path[0]
        whole = changes.get(name, getattr(session, name))
        if len(path) == 1:
            changes[name] = value
        elif name in KEYS:
            entries = {**_by_key(name, whole), path[1]: value}
            changes[name] = tuple(entry for entry in entries.values() if entry is not GONE)
        elif isinstance(whole, Mapping):
            rest = {key: item for key, item in whole.items() if key != path[1]}
            changes[name] = rest if value is GONE else {**rest, path[1]: value}
        else:
            changes[name] = attrs.evolve(whole, **{path[1]: value})
    return session.changed(**changes)


def defaults(fields: Iterable[str]) -> Pieces:
    """Return how the named fields are in a new session; "prepare.oil" names a piece of a field.

    Raises
    ------
    SessionError
        When a session has no such field.
    """
    fresh = Session()
    pieces: dict[Path, Any] = {}
    for field in fields:
        name, _, part = field.partition(".")
        whole = getattr(fresh, name, GONE)
        if whole is GONE:
            raise SessionError(f"A session has no {name!r}.")
        if not part:
            pieces[(name,)] = whole
        elif isinstance(whole, Mapping):
            pieces[name, part] = whole.get(part, GONE)
        else:
            pieces[name, part] = getattr(whole, part)
    return pieces
