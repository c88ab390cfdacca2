"""Times, and the rows of the table."""

import math
from collections.abc import Callable, Sequence
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

MISSED = "NO"


class Row(NamedTuple):
    """A line of the table: what is compared with what, and how far the ratio may go."""

    what: str
    against: str
    ratio: float
    most: float = math.inf
    least: float = -math.inf
    figures: str = ""

    @property
    def reach(self) -> str:
        """What the ratio has to reach, in words; empty where nothing is asked for."""
        if math.isfinite(self.most):
            return f"{self.most:g} or less"
        return f"{self.least:g} or more" if math.isfinite(self.least) else ""

    @property
    def verdict(self) -> str:
        """Say whether it is reached."""
        return ("yes" if self.least <= self.ratio <= self.most else MISSED) if self.reach else ""


def timed(call: Callable[[], object], times: int = 7, before: Callable[[], object] = int) -> float:
    """Return the median time of `call` in ms; `before` comes before each one, untimed."""
    return median(taken(call, times, before))


def taken(
    call: Callable[[], object], times: int, before: Callable[[], object] = int
) -> list[float]:
    """Return the times of `call` in ms; `before` comes before each one, untimed."""
    found = []
    for _ in range(times):
        before()
        began = perf_counter()
        call()
        found.append(1000 * (perf_counter() - began))
    return found


def in_turns(calls: Sequence[Callable[[], object]], times: int) -> list[float]:
    """Return the median time of each call in ms; they take turns: all meet the same load."""
    found: list[list[float]] = [[] for _ in calls]
    for _ in range(times):
        for call, kept in zip(calls, found, strict=True):
            kept += taken(call, 1)
    return [median(one) for one in found]


def late(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(times, n=20, method="inclusive")[-1]
