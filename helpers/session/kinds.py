"""What a session's fields hold, for saving: one piece, many pieces in a list, or named pieces.

A field whose value is an attrs class of ours says so in its ``metadata``; `saving` reads it back
by that, so that a new piece of the session needs no code of its own to be saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

KIND = "good-hands-kind"
"""The key in a field's metadata."""


@frozen
class Kind:
    """How a field holds its pieces ("one", "many" or "named"), their class, and what one is."""

    how: str
    of: type
    what: str
    """Begins the sentence about a damaged piece: "A spot"."""


def one_of_kind(of: type, what: str) -> Mapping[str, Kind]:
    """Metadata of a field that holds one piece."""
    return {KIND: Kind("one", of, what)}


def many_of_kind(of: type, what: str) -> Mapping[str, Kind]:
    """Metadata of a field that holds a tuple of pieces."""
    return {KIND: Kind("many", of, what)}


def named_kind(of: type, what: str) -> Mapping[str, Kind]:
    """Metadata of a field that holds pieces by name."""
    return {KIND: Kind("named", of, what)}


def kind_of(attribute: Any) -> Kind | None:
    """Return how a field holds its pieces; None where it holds plain values."""
    found: Kind | None = attribute.metadata.get(KIND)
    return found
