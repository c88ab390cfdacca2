"""Pieces that every content model shares: sources, marks, identifiers, amounts and points."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from attrs import field, fields, frozen

from .checks import AtLeast, Like, in_order, one_of

T = TypeVar("T")

Mark = Literal["V", "V2", "T", "M", "D"]
"""How well a source was checked.

V read, V2 read second hand, T title only, M from memory, D our choice.
"""

OURS = "OURS"
COMMON = "COMMON"

SOURCE = r"^(OURS:D|COMMON:M|R-[A-Z0-9]+:(V|V2|T|M))$"
"""The form of a source in TOML."""

ID = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"
"""The form of an id."""

Point = tuple[float, float]
"""(x, y) in cm: x > 0 to the subject's right, y > 0 towards the feet, origin at the tip of C7."""


@frozen(eq=False, repr=False)
class Entry:
    """What all models are: shown by their fields, in one way for all (see the package)."""

    def __repr__(self) -> str:
        names = (each.name for each in fields(type(self)))
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"


@frozen(eq=False, repr=False)
class Source(Entry):
    """Where a statement comes from: a reference id and how well it was checked.

    In TOML it is one string, ``"R-LOKEN09:V"``. ``OURS:D`` is our own choice, ``COMMON:M`` is
    common knowledge that nobody has checked.
    """

    ref: str
    mark: Mark

    @property
    def is_ours(self) -> bool:
        """Whether the statement is our own choice and has to be shown as such."""
        return self.mark == "D"


def prose() -> Any:
    """Return a required text field: at least one visible character."""
    return field(validator=Like(r"\S", "at least one word"))


def identifier() -> Any:
    """Return the ``id`` field of an entry: what other entries call it."""
    return field(validator=Like(ID, "letters, digits, - and _, with no spaces"))


def listed(count: int = 1) -> Any:
    """Return a required list field with ``count`` values or more."""
    return field(validator=AtLeast(count))


def sources_field() -> Any:
    """Return the ``sources`` field of an entry: required, at least one."""
    return field(validator=AtLeast(1, '"R-ERNST03:V", or "OURS:D" for our own choice'))


def read_only(table: Mapping[str, T]) -> Mapping[str, T]:
    """Return a view of ``table`` that nobody can change."""
    return MappingProxyType(dict(table))


UNITS = (
    "cm/s", "s/circle", "circles/s", "Hz", "strikes/s", "s", "min", "h", "weeks", "cm", "ml",
    "deg C", "%", "n", "per week", "breaths/min", "sessions", "s in : s out", "min x per week",
)  # fmt: skip


@frozen(kw_only=True, eq=False, repr=False)
class Amount(Entry):
    """A number with its unit and the range that the planner accepts."""

    unit: str = field(validator=one_of(*UNITS))
    lo: float
    default: float
    hi: float
    number: str | None = None
    """The id in ``numbers.toml`` that it comes from, if it does."""

    def __attrs_post_init__(self) -> None:
        in_order("lo <= default <= hi", self.lo, self.default, self.hi)
