"""Medians of times, and the rows of the table."""

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple


class Row(NamedTuple):
    """A line of the table: what took how long, and how that compares with another time."""

    what: str
    ms: float
    ratio: str = ""


def timed(call: Callable[[], object], times: int = 7, before: Callable[[], object] = int) -> float:
    """Return the median time of `call` in ms; `before` comes before each one, untimed."""
    found = []
    for _ in range(times):
        before()
        began = perf_counter()
        call()
        found.append(1000 * (perf_counter() - began))
    return median(found)


def against(ms: float, other: float, what: str) -> str:
    """Say how a time compares with another one."""
    return f"{ms / other:.2f} x {what}"
