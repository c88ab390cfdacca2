"""The receiver's scale from 0 to 10: where to aim, where to ease off, where to stop."""

from __future__ import annotations

from typing import Final

from matplotlib.axes import Axes
from matplotlib.path import Path

from helpers.content import load
from helpers.content.models.touch import ComfortBand

from . import style
from .canvas import Page, add_path, page
from .labels import measure, wrap, write
from .outline import hatch, segments

HEIGHT: Final = 272
LEFT, RIGHT = 20.0, style.WIDTH - 20.0
TOP, BASE = 92.0, 148.0
CELL: Final = (RIGHT - LEFT) / 11
AIM: Final = (3, 6)
"""The numbers to aim for."""


def comfort_page() -> Page:
    """Lend a Figure for ``draw_comfort``, with its Axes in px."""
    return page(HEIGHT)


def draw_comfort(ax: Axes) -> None:
    """Draw eleven fields from 0 to 10, what each band feels like, and the range to aim for."""
    for number in range(11):
        _field(ax, number)
    for band in load().comfort.values():
        _words(ax, band)
    for first, last, words in ((*AIM, "aim for 3 to 6"), (7, 7, "ease off"), (8, 10, "stop here")):
        low, high = _x(first) + 4, _x(last) + CELL - 4
        _line(ax, [(low, 76), (low, 64), (high, 64), (high, 76)], "ink", style.LINE)
        write(ax, words, ((low + high) / 2, 44), weight="normal" if first == 7 else "bold")


def _field(ax: Axes, number: int) -> None:
    x = _x(number)
    box = [(x + 2, TOP), (x + CELL - 2, TOP), (x + CELL - 2, BASE), (x + 2, BASE), (x + 2, TOP)]
    aim = AIM[0] <= number <= AIM[1]
    fill = "chosen" if aim else "paper" if number < 7 else "phase-a"
    add_path(
        ax, Path(box, closed=True), 2, None, facecolor=style.color(fill),
        edgecolor=style.color("ink-soft"), linewidth=style.BOLD if aim else style.THIN,
    )  # fmt: skip
    if number >= 7:
        lines = segments(hatch([box], 45.0, 16.0 if number == 7 else 8.0))
        add_path(ax, lines, 3, None, facecolor="none", edgecolor=style.color("now"),
                 linewidth=style.THIN)  # fmt: skip
    plate = "phase-a" if number >= 7 else None
    write(ax, str(number), (x + CELL / 2, (TOP + BASE) / 2), size=26.0, weight="bold", plate=plate)


def _words(ax: Axes, band: ComfortBand) -> None:
    low, high = _x(band.lo), _x(band.hi) + CELL
    middle = (low + high) / 2
    _line(ax, [(low + 4, 160), (high - 4, 160)], "ink-soft", style.THIN)
    text = wrap(band.feels.rstrip("."), max(high - low - 6, 64), style.SMALL)
    height = measure(text, style.SMALL)[1]
    write(ax, text, (middle, 172 + height / 2), size=style.SMALL)


def _x(number: int) -> float:
    return LEFT + CELL * number


def _line(ax: Axes, points: list[tuple[float, float]], color: str, width: float) -> None:
    add_path(ax, segments([points]), 4, None, facecolor="none", edgecolor=style.color(color),
             linewidth=width)  # fmt: skip


def describe_comfort() -> str:
    """Return the scale in words."""
    lines = ["The receiver's scale, a row of eleven fields from 0 to 10."]
    for band in load().comfort.values():
        numbers = f"{band.lo}" if band.lo == band.hi else f"{band.lo} to {band.hi}"
        lines.append(f"{numbers}: {band.feels} {band.do}")
    lines.append("The numbers to aim for, 3 to 6, stand out. From 7 on the fields are hatched.")
    return "\n\n".join(lines)
