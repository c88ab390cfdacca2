"""How much difference massage made where it was measured: a dot, and a line for the doubt."""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING, Final

from matplotlib.axes import Axes
from matplotlib.patches import Circle

from helpers.content import load
from helpers.content.models.claims import Measured

from . import style
from .canvas import Page, add_path, page
from .labels import write
from .outline import segments
from .svg import svg

if TYPE_CHECKING:
    pass

LEFT: Final = 46.0
RIGHT: Final = style.WIDTH - 46.0
ROW: Final = 100.0
HEAD: Final = 56.0
FOOT: Final = 104.0

RANGES: Final = {"sd": (-0.2, 2.0), "points": (-0.5, 5.0)}
"""What the axis of each unit shows: from, to."""

SHARES: Final = (50, 60, 70, 80, 90, 95)
"""Ticks of the axis of standard deviations: of 100 people, how many one does better than."""

WORTHWHILE: Final = 2.0
"""Points that the study called a worthwhile difference (evidence: E07)."""

UNITS: Final = ("sd", "points")

TITLES: Final = {
    "sd": "How much difference massage made: five results from two reviews",
    "points": "Calm massage and aimed massage, each against usual care",
}
CAPTIONS: Final = {
    "sd": "Furlan and others (2015) and Lu and others (2022). Nearly all were given by trained "
    "people. A hollow dot: the line reaches no difference.",
    "points": "Cherkin and others (2011), after ten weeks. Given by 27 licensed therapists.",
}
"""What stands below each picture: whose numbers these are."""


def effects_page(unit: str) -> Page:
    """Lend a Figure for `draw_effects`, with its Axes in px."""
    return page(round(HEAD + ROW * len(_rows(unit)) + FOOT))


def draw_effects(ax: Axes, unit: str) -> None:
    """Draw every measured effect of one unit, "sd" or "points", on one scale."""
    rows = _rows(unit)
    bottom = HEAD + ROW * len(rows)
    _axis(ax, unit, bottom)
    write(ax, "a dot: the best guess", (LEFT + 52, 24), size=style.SMALL, align="left")
    _dot(ax, LEFT + 30, 24, doubt=False)
    _range(ax, LEFT + 300, LEFT + 360, 24)
    write(ax, "a line: it may well be anywhere here", (LEFT + 374, 24), size=style.SMALL,
          align="left")  # fmt: skip
    for number, one in enumerate(rows):
        _row(ax, one, HEAD + ROW * number)


def effects_svg(unit: str) -> str:
    """Return the SVG of the measured effects of one unit."""
    with effects_page(unit) as (fig, ax):
        draw_effects(ax, unit)
        return svg(fig)


def describe_effects(unit: str) -> str:
    """Return the same in words: each effect with its range and what it means."""
    head = {
        "sd": "Five measured differences on one scale. It tells how many of 100 people in the "
        "other group the average person with massage did better than: 50 is no difference.",
        "points": "Two measured differences, in points of a questionnaire on trouble in daily "
        f"life. 0 is no difference; the researchers called {WORTHWHILE:g} points worthwhile.",
    }[unit]
    return "\n\n".join([head, *(_words(one) for one in _rows(unit))])


def share(sd: float) -> int:
    """Return of how many in 100 people one does better who is ``sd`` above their average.

    It takes people to differ as they do in height: most near the middle, few far out.
    """
    return round(100 * NormalDist().cdf(sd))


def _rows(unit: str) -> list[Measured]:
    return [one for one in load().measured.values() if one.unit == unit]


def _words(one: Measured) -> str:
    if one.unit == "sd":
        numbers = f"better than {share(one.value)} in 100, the range {share(one.lo)} to "
        numbers += f"{share(one.hi)}"
    else:
        numbers = f"{one.value:g} points better, the range {one.lo:g} to {one.hi:g}"
    return f"{one.name}, against {one.than} ({one.basis}): {numbers}. {one.plain}"


def _x(unit: str, value: float) -> float:
    low, high = RANGES[unit]
    return LEFT + (value - low) / (high - low) * (RIGHT - LEFT)


def _axis(ax: Axes, unit: str, bottom: float) -> None:
    ticks = (
        {str(s): NormalDist().inv_cdf(s / 100) for s in SHARES}
        if unit == "sd"
        else {f"{k}": float(k) for k in range(6)}
    )
    for text, value in ticks.items():
        x = _x(unit, value)
        zero = abs(value) < 1e-9
        _ticks(ax, x, unit, "ink" if zero else "rule", style.LINE if zero else style.THIN)
        write(ax, text, (x, bottom + 14), size=style.SMALL)
    write(ax, "no difference", (_x(unit, 0.0), bottom + 40), size=style.SMALL)
    if unit == "points":
        x = _x(unit, WORTHWHILE)
        _ticks(ax, x, unit, "now", style.BOLD)
        write(ax, "worthwhile", (x, bottom + 40), size=style.SMALL)
    words = {
        "sd": "the average person with massage did better than so many of 100 in the other group",
        "points": "points better than with usual care",
    }[unit]
    write(ax, words, ((LEFT + RIGHT) / 2, bottom + 78), size=style.SMALL)


def _ticks(ax: Axes, x: float, unit: str, color: str, width: float) -> None:
    """Draw one mark of the axis behind the line of every row."""
    rows = [HEAD + ROW * number + 70 for number in range(len(_rows(unit)))]
    lines = [[(x, y - 18), (x, y + 18)] for y in rows]
    add_path(ax, segments(lines), 1, None, facecolor="none", edgecolor=style.color(color),
             linewidth=width)  # fmt: skip


def _row(ax: Axes, one: Measured, top: float) -> None:
    write(ax, one.name, (LEFT, top + 14), align="left", weight="bold", size=style.SMALL)
    words = f"against {one.than}; {one.basis}"
    write(ax, words, (LEFT, top + 39), size=style.SMALL, align="left", color="ink-soft")
    y = top + 70
    _range(ax, _x(one.unit, one.lo), _x(one.unit, one.hi), y)
    _dot(ax, _x(one.unit, one.value), y, doubt=one.lo <= 0)


def _range(ax: Axes, start: float, end: float, y: float) -> None:
    lines = [[(start, y), (end, y)], [(start, y - 7), (start, y + 7)], [(end, y - 7), (end, y + 7)]]
    add_path(ax, segments(lines), 5, None, facecolor="none", edgecolor=style.color("level-2"),
             linewidth=style.BOLD)  # fmt: skip


def _dot(ax: Axes, x: float, y: float, *, doubt: bool) -> None:
    """Draw the best guess; hollow where the range reaches no difference."""
    dot = Circle((x, y), 9, zorder=6, clip_on=False, linewidth=3.0,
                 facecolor=style.color("paper" if doubt else "level-2"),
                 edgecolor=style.color("level-2"))  # fmt: skip
    ax.add_artist(dot)
