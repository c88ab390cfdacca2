"""Pieces that every content model shares: sources, marks, identifiers, amounts and points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from attrs import Attribute, field, frozen

Mark = Literal["V", "V2", "T", "M", "D"]
"""How well a source was checked: V read, V2 read second hand, T title only, M memory, D our choice."""

OURS = "OURS"
COMMON = "COMMON"

Point = tuple[float, float]
"""(x, y) in cm: x > 0 to the subject's right, y > 0 towards the feet, origin at the tip of C7."""


@frozen
class Source:
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


Check = Callable[[Any, "Attribute[Any]", Any], None]


def one_of(*allowed: str) -> Check:
    """Validator: the value is one of a few words."""

    def check(_self: Any, attribute: Attribute[Any], value: Any) -> None:
        if value is not None and value not in allowed:
            raise ValueError(f"found {value!r}; allowed: {', '.join(allowed)}")

    return check


def within(low: float, high: float) -> Check:
    """Validator: the number lies in a closed range."""

    def check(_self: Any, attribute: Attribute[Any], value: Any) -> None:
        if value is not None and not low <= value <= high:
            raise ValueError(f"found {value:g}; allowed: {low:g} to {high:g}")

    return check


def not_blank(_self: Any, attribute: Attribute[Any], value: str) -> None:
    """Validator: text has at least one visible character."""
    if not value.strip():
        raise ValueError("found empty text; allowed: at least one word")


def sourced(_self: Any, attribute: Attribute[Any], value: tuple[Source, ...]) -> None:
    """Validator: at least one source is named."""
    if not value:
        raise ValueError(
            'found no source; allowed: at least one, such as "R-ERNST03:V" or "OURS:D" (our choice)'
        )


def simple_polygon(_self: Any, attribute: Attribute[Any], value: tuple[Point, ...]) -> None:
    """Validator: three corners or more, and no two edges cross (an empty tuple passes)."""
    if not value:
        return
    if len(value) < 3:
        raise ValueError(f"found {len(value)} points; allowed: a polygon of three or more")
    crossing = _first_crossing(value)
    if crossing is not None:
        first, second = crossing
        raise ValueError(
            f"found a polygon that crosses itself: the edge after point {first + 1} meets the edge "
            f"after point {second + 1}; allowed: edges that meet only at their shared corner"
        )


def _first_crossing(points: tuple[Point, ...]) -> tuple[int, int] | None:
    count = len(points)
    for i in range(count):
        a, b = points[i], points[(i + 1) % count]
        for j in range(i + 2, count):
            if i == 0 and j == count - 1:
                continue
            if _cross(a, b, points[j], points[(j + 1) % count]):
                return i, j
    return None


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def prose() -> Any:
    """Return a required text field: at least one visible character."""
    return field(validator=not_blank)


def sources_field() -> Any:
    """Return the ``sources`` field of an entry: required, at least one."""
    return field(validator=sourced)


UNITS = (
    "cm/s", "s/circle", "circles/s", "Hz", "strikes/s", "s", "min", "h", "weeks", "cm", "ml",
    "deg C", "%", "n", "per week", "breaths/min", "sessions", "s in : s out", "min x per week",
)  # fmt: skip


@frozen(kw_only=True)
class Amount:
    """A number with its unit and the range that the planner accepts."""

    unit: str = field(validator=one_of(*UNITS))
    lo: float
    default: float
    hi: float
    number: str | None = None
    """The id in ``numbers.toml`` that it comes from, if it does."""

    def __attrs_post_init__(self) -> None:
        if not self.lo <= self.default <= self.hi:
            raise ValueError(
                f"found lo {self.lo:g}, default {self.default:g}, hi {self.hi:g}; "
                "allowed: lo <= default <= hi"
            )
