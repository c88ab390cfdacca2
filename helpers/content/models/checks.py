"""What a field may hold: small validators that also say so to whoever asks (the schema does)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from attrs import NOTHING, Attribute, frozen

Point = tuple[float, float]


@frozen(eq=False)
class OneOf:
    """The value is one of a few words."""

    allowed: tuple[str, ...]

    def __call__(self, _self: Any, attribute: Attribute[Any], value: Any) -> None:
        """Refuse any other word."""
        if value is not None and value not in self.allowed:
            raise ValueError(f'found "{value}"; allowed: {", ".join(self.allowed)}')


@frozen(eq=False)
class Within:
    """The number lies in a closed range."""

    low: float
    high: float

    def __call__(self, _self: Any, attribute: Attribute[Any], value: Any) -> None:
        """Refuse a number outside."""
        if value is not None and not self.low <= value <= self.high:
            raise ValueError(f"found {value:g}; allowed: {self.low:g} to {self.high:g}")


@frozen(eq=False)
class Like:
    """The text has a given form, said in plain words."""

    pattern: str
    words: str

    def __call__(self, _self: Any, attribute: Attribute[Any], value: str) -> None:
        """Refuse text of another form."""
        if not re.search(self.pattern, value):
            found = f'"{value}"' if value.strip() else "empty text"
            raise ValueError(f"found {found}; allowed: {self.words}")


@frozen(eq=False)
class AtLeast:
    """The list has so many values or more."""

    count: int
    example: str = ""

    def __call__(self, _self: Any, attribute: Attribute[Any], value: tuple[Any, ...]) -> None:
        """Refuse a shorter list."""
        if len(value) < self.count:
            example = f", such as {self.example}" if self.example else ""
            found = "1 value" if len(value) == 1 else f"{len(value)} values"
            raise ValueError(f"found {found}; allowed: {self.count} or more{example}")


@frozen(eq=False)
class Each:
    """Every value of the list passes a check of its own."""

    check: OneOf | Like

    def __call__(self, owner: Any, attribute: Attribute[Any], value: tuple[Any, ...]) -> None:
        """Refuse the list if one of its values does not pass."""
        for one in value:
            self.check(owner, attribute, one)


@frozen(eq=False)
class SimplePolygon:
    """Three corners or more, and no two edges cross; empty only where the field may be left out."""

    def __call__(self, _self: Any, attribute: Attribute[Any], value: tuple[Point, ...]) -> None:
        """Refuse what is not the outline of one piece."""
        if not value and attribute.default is not NOTHING:
            return
        if len(value) < 3:
            raise ValueError(f"found {len(value)} points; allowed: a polygon of three or more")
        meeting = _first_meeting(value)
        if meeting is not None:
            first, second = meeting
            raise ValueError(
                f"found a polygon that crosses itself: the edge after point {first + 1} meets the "
                f"edge after point {second + 1}; allowed: edges that meet only at a shared corner"
            )


simple_polygon = SimplePolygon()


def in_order(rule: str, *values: float | None) -> None:
    """Refuse numbers that fall; ``rule`` names them, such as "lo <= hi", and None passes."""
    given = [
        (name, value)
        for name, value in zip(rule.split(" <= "), values, strict=True)
        if value is not None
    ]
    if any(one[1] > other[1] for one, other in pairwise(given)):
        found = ", ".join(f"{name} {value:g}" for name, value in given)
        raise ValueError(f"found {found}; allowed: {rule}")


def one_of(*allowed: str) -> OneOf:
    """Validator: the value is one of a few words."""
    return OneOf(allowed)


def within(low: float, high: float) -> Within:
    """Validator: the number lies in a closed range."""
    return Within(low, high)


def _first_meeting(points: tuple[Point, ...]) -> tuple[int, int] | None:
    """Return the first two edges that touch anywhere but at the corner they share."""
    count = len(points)
    edges = [(points[i], points[(i + 1) % count]) for i in range(count)]
    for i, (a, b) in enumerate(edges):
        for j in range(i + 1, count):
            c, d = edges[j]
            if j == i + 1:
                meet = _on(a, b, d) or _on(c, d, a)
            elif i == 0 and j == count - 1:
                meet = _on(a, b, c) or _on(c, d, b)
            else:
                meet = _meet(a, b, c, d)
            if meet:
                return i, j
    return None


def _meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    if _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0:
        return True
    return _on(a, b, c) or _on(a, b, d) or _on(c, d, a) or _on(c, d, b)


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _on(a: Point, b: Point, p: Point) -> bool:
    """Whether ``p`` lies on the edge from ``a`` to ``b``."""
    # In this order, as nearly all points are off the line.
    return _turn(a, b, p) == 0 and all(min(a[k], b[k]) <= p[k] <= max(a[k], b[k]) for k in (0, 1))
