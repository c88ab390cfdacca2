"""Small validators for the learner's choices; each failure is one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from attrs import Attribute

from helpers.content.phrases import small

from .errors import SessionError

Check = Callable[[Any, "Attribute[Any]", Any], None]


def whole(what: str, low: int, high: int) -> Check:
    """Validator: a whole number in a closed range (None passes where the field allows it)."""

    def check(_self: Any, _attribute: Attribute[Any], value: Any) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise SessionError(
                f"{what} must be a whole number from {low} to {high}; found {shown(value)}."
            )

    return check


def number(what: str, low: float, high: float, unit: str = "") -> Check:
    """Validator: a finite number in a closed range."""

    def check(_self: Any, _attribute: Attribute[Any], value: Any) -> None:
        fine = isinstance(value, int | float) and not isinstance(value, bool)
        # Neither infinite nor nan is in a range, and a range takes whole numbers of any length.
        if not fine or not low <= value <= high:
            raise SessionError(
                f"{what} must be a number from {low:g} to {high:g}{unit}; found {shown(value)}."
            )

    return check


def word(what: str, allowed: Iterable[str]) -> Check:
    """Validator: one of a few words."""
    words = tuple(allowed)

    def check(_self: Any, _attribute: Attribute[Any], value: Any) -> None:
        if value not in words or not isinstance(value, str):
            raise SessionError(f"{what} must be one of {listed(words)}; found {shown(value)}.")

    return check


def words(what: str, allowed: Iterable[str]) -> Check:
    """Validator: a frozenset whose members all come from a few words."""
    known = tuple(allowed)

    def check(_self: Any, _attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, frozenset) or not all(isinstance(item, str) for item in value):
            raise SessionError(f"{what} must be a set of words; found {shown(value)}.")
        if unknown := sorted(value.difference(known)):
            raise SessionError(
                f"{what} can hold {listed(known)}; found {shown(unknown[0])}, which is not one."
            )

    return check


def yes_no(what: str) -> Check:
    """Validator: true or false."""

    def check(_self: Any, _attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, bool):
            raise SessionError(f"{what} must be yes or no; found {shown(value)}.")

    return check


def text(what: str, most: int) -> Check:
    """Validator: one line of printable text, not blank and not too long."""

    def check(_self: Any, _attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            raise SessionError(f"{what} must be one line of words; found {shown(value)}.")
        if len(value) > most:
            raise SessionError(f"{what} can have at most {most} letters; found {len(value)}.")

    return check


def texts(what: str, most: int, longest: int = 40) -> Check:
    """Validator: a frozenset of at most ``most`` short texts."""
    one = text(what, longest)

    def check(_self: Any, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, frozenset):
            raise SessionError(f"{what} must be a list of words; found {shown(value)}.")
        if len(value) > most:
            raise SessionError(f"{what}: at most {most} fit; found {len(value)}.")
        for item in value:
            one(None, attribute, item)

    return check


def each(what: str, kind: type, most: int) -> Check:
    """Validator: a tuple of at most ``most`` members, all of one kind."""

    def check(_self: Any, _attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, tuple) or not all(isinstance(item, kind) for item in value):
            raise SessionError(f"{what} must be a list of {kind.__name__}; found {shown(value)}.")
        if len(value) > most:
            raise SessionError(f"{what} can be at most {most}; found {len(value)}.")

    return check


def named(what: str, kind: type, most: int, longest: int = 40) -> Check:
    """Validator: a mapping of at most ``most`` short names to values of one kind."""
    name = text(f"A name in {small(what)}", longest)

    def check(_self: Any, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, Mapping):
            raise SessionError(f"{what} must be named values; found {shown(value)}.")
        if len(value) > most:
            raise SessionError(f"{what} can be at most {most}; found {len(value)}.")
        for key, item in value.items():
            name(None, attribute, key)
            if not isinstance(item, kind):
                raise SessionError(f"{what}: found {shown(item)} for {shown(key)}.")

    return check


def only(kind: type, what: str) -> Check:
    """Validator: an instance of one class."""

    def check(_self: Any, _attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, kind):
            raise SessionError(f"{what} must be a {kind.__name__}; found {shown(value)}.")

    return check


def as_tuple(value: Any) -> Any:
    """Converter: a list becomes a tuple; anything else is left for the validator."""
    return tuple(value) if isinstance(value, list) else value


def as_set(value: Any) -> Any:
    """Converter: a list, tuple or set becomes a frozenset; anything else is left alone."""
    try:
        return frozenset(value) if isinstance(value, list | tuple | set) else value
    except TypeError:  # members that cannot be in a set
        return value


def as_map(value: Any) -> Any:
    """Converter: a mapping is sorted by its names and frozen; anything else is left alone."""
    if not isinstance(value, Mapping):
        return value
    try:
        return MappingProxyType(dict(sorted(value.items())))
    except TypeError:  # names that cannot be sorted: left for the validator
        return MappingProxyType(dict(value))


def as_float(value: Any) -> Any:
    """Converter: a whole number becomes a float, so that equal values are written alike."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    try:
        return float(value) + 0.0  # turns -0.0 into 0.0
    except OverflowError:
        return value


def listed(items: Collection[str]) -> str:
    """Return the items as a readable list, cut short where there are many."""
    names = list(items)
    return ", ".join(names[:12]) + (" and others" if len(names) > 12 else "")


def shown(value: object) -> str:
    """Return a short, safe rendering of a value for an error sentence."""
    try:
        plain = repr(value)
    except Exception:  # a value with a broken repr must not hide the real message
        plain = f"a {type(value).__name__}"
    return plain if len(plain) <= 60 else plain[:57] + "..."
