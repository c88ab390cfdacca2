"""Divide whole seconds: by weights, within bounds, to the second."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

from attrs import frozen

from helpers.content import load


@frozen
class Part:
    """What one part may get: what it would like, at least, at most (s)."""

    want: float
    low: int
    high: int


def divide(seconds: int, parts: Sequence[Part]) -> list[int] | None:
    """Return whole seconds for each part that add up exactly, or None where none can.

    Every part gets its wish times one common factor, cut to its bounds.
    """
    if not parts or not sum(p.low for p in parts) <= seconds <= sum(p.high for p in parts):
        return None
    wishes = [(max(p.want, 0.01), min(p.low, p.high), p.high) for p in parts]
    low, high = 0.0, 1.0
    while sum(_cut(wishes, high)) < seconds and high < 1e9:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        if sum(_cut(wishes, middle)) < seconds:
            low = middle
        else:
            high = middle
    exact = _cut(wishes, high)
    result = [min(p.high, max(p.low, math.floor(x))) for p, x in zip(parts, exact, strict=True)]
    # Hand out what the rounding left over, the largest remainder first.
    order = sorted(range(len(parts)), key=lambda i: (result[i] - exact[i], i))
    while (missing := seconds - sum(result)) != 0:
        step = 1 if missing > 0 else -1
        for i in order:
            if missing and parts[i].low <= result[i] + step <= parts[i].high:
                result[i] += step
                missing -= step
    return result


def _cut(wishes: Sequence[tuple[float, int, int]], factor: float) -> list[float]:
    """Return each wish times the factor, cut to its bounds."""
    # Tried sixty times for each division: comparing is several times as fast as min and max.
    return [
        high if want * factor > high else low if want * factor < low else want * factor
        for want, low, high in wishes
    ]


SHORT = 600
"""Below this many seconds the shares of the phases do not hold."""

WARM_UP = 180
"""Least seconds of warm-up from 5 minutes up."""

LONGEST_ALONE = 120
"""Most seconds of a phase that has only one stroke, where its share allows it."""

LONGEST_ARRIVAL = 150
"""Most seconds of P1: the longest hold and a minute for the oil."""


def phase_seconds(
    seconds: int,
    wants: Mapping[str, float],
    focus: int,
    alone: Collection[str] = (),
    finish: int | None = None,
) -> dict[str, int]:
    """Return the seconds of each phase but P4, adding up to ``seconds`` less ``focus``.

    ``wants`` holds the minutes that the recipe gives to each phase that can be done, P2 and P6
    always among them; ``focus`` is what P4 gets, s; ``alone`` names the phases that have only one
    stroke, which should not go on for too long; ``finish`` is what P6 gets where its share allows
    that.
    """
    names = [name for name in wants if name != "P4"]
    whole = {"P1", "P3", "P5"} <= set(wants)
    for lonely, ending in ((alone, finish), (alone, None), ((), None)):
        parts = [_part(name, wants[name], seconds, whole, name in lonely) for name in names]
        if ending is not None and seconds >= SHORT:
            place = names.index("P6")
            exact = min(max(ending, parts[place].low), parts[place].high)
            parts[place] = Part(wants["P6"], exact, exact)
        shares = divide(seconds - focus, parts)
        if shares is not None:
            return dict(zip(names, shares, strict=True))
    raise AssertionError("the upper ends of the phases leave room for every second")


def _part(name: str, want: float, seconds: int, whole: bool, alone: bool) -> Part:
    phase = load().phase[name]
    low = math.ceil(phase.share_lo * seconds / 100 - 1e-9)
    high = math.floor(phase.share_hi * seconds / 100 + 1e-9)
    if name == "P1":
        high = min(high, LONGEST_ARRIVAL)
    if seconds < SHORT:
        low, high = {"P1": (20, 60), "P2": (max(low, 40), seconds), "P6": (72, 240)}[name]
    if name == "P2" and seconds >= 300:
        low = max(low, WARM_UP)
    if name == "P2" and not whole:
        high = seconds
    if alone and name != "P2":
        high = max(low, min(high, LONGEST_ALONE))
    return Part(want, low, high)
