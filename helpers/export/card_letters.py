"""How wide letters are on the card: measured once, at one size, for every size that is tried."""

from __future__ import annotations

from helpers.diagrams.labels import measure

_ONE = 10.0


def width(text: str, size: float, weight: str = "normal") -> float:
    """Return the width of a line, pt; it grows with the size of the letters and nothing else."""
    return measure(text, _ONE, weight)[0] * size / _ONE


def rows(text: str, room: float, size: float, weight: str = "normal") -> list[str]:
    """Break text into lines no wider than ``room`` pt, at spaces only."""
    found: list[str] = []
    for word in text.split():
        longer = f"{found[-1]} {word}" if found else word
        if found and width(longer, size, weight) <= room:
            found[-1] = longer
        else:
            found.append(word)
    return found
