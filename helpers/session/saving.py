"""A session as JSON text and back: sorted, versioned, and strict about what it reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import attrs

from .checks import shown
from .errors import NewerSessionError, SessionError
from .kinds import Kind, kind_of
from .model import Session

FORMAT = "good-hands-session"
VERSION = 1
LONGEST = 200_000
"""Longest text that is read, letters; a real session has a few thousand."""


def to_json(session: Session) -> str:
    """Return the session as JSON text with sorted keys; equal sessions give the same text."""
    data = _plain(session) | {"format": FORMAT, "version": VERSION}
    return json.dumps(data, sort_keys=True, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def from_json(text: str) -> Session:
    """Read a session; raises :class:`SessionError` with one plain sentence, and nothing else."""
    data = dict(_object(_parsed(text), "The session"))
    if data.pop("format", None) != FORMAT:
        raise SessionError("This is not a saved session of this course.")
    version = data.pop("version", None)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise SessionError("This saved session is damaged: it does not say which version it is.")
    if version > VERSION:
        raise NewerSessionError(
            "This session was saved by a newer version of the course; update yours to open it."
        )
    session: Session = _make(Session, data, "The session")
    return session


def _plain(value: object) -> Any:
    kind: type[Any] = type(value)
    if attrs.has(kind):
        return {a.name: _plain(getattr(value, a.name)) for a in attrs.fields(kind)}
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _parsed(text: str) -> Any:
    if not isinstance(text, str):
        raise SessionError("A saved session is text; this is something else.")
    if len(text) > LONGEST:
        raise SessionError("This is far too long to be a saved session.")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise SessionError(
            "This saved session is damaged and cannot be read; copy all of it once more."
        ) from None


def _object(value: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise SessionError(f"{what} is damaged: found {shown(value)} where named values belong.")
    return value


def _make(cls: type, item: Any, what: str) -> Any:
    data = _object(item, what)
    fields = {a.name: a for a in attrs.fields(cls)}
    if unknown := sorted(set(data) - set(fields)):
        raise SessionError(f"{what} has {shown(unknown[0])}, which this version does not know.")
    for name, a in fields.items():
        if a.default is attrs.NOTHING and name not in data:
            raise SessionError(f"{what} is damaged: its {name} is missing.")
    pieces = {
        name: _pieces(kind, name, data[name])
        for name, a in fields.items()
        if name in data and (kind := kind_of(a))
    }
    return cls(**{**data, **pieces})


def _pieces(kind: Kind, name: str, value: Any) -> Any:
    if kind.how == "one":
        return _make(kind.of, value, kind.what)
    if kind.how == "named":
        named = _object(value, f"The list of {name}")
        return {
            key: _make(kind.of, item, f"{kind.what} {shown(key)}") for key, item in named.items()
        }
    if not isinstance(value, list):
        raise SessionError(f"The list of {name} is damaged: found {shown(value)}.")
    return tuple(_make(kind.of, item, kind.what) for item in value)
