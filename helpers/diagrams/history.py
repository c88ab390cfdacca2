"""The log as a picture: the number for the pressure and the minutes, session after session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from . import style
from .canvas import Page, add_path, page
from .labels import measure, write
from .outline import segments
from .words import plural

if TYPE_CHECKING:
    from helpers.session import LogEntry

HEIGHT: Final = 470
LEFT: Final = 150.0
RIGHT: Final = style.WIDTH - 24.0
TOP: Final = 34.0
STEP: Final = 22.0
"""Height of one point of the receiver's scale, px."""
BASE: Final = TOP + 10 * STEP
BARS: Final = BASE + 140.0
"""The foot of the minutes."""
MINUTE: Final = 2.0
"""Height of one minute, px."""
SHOWN: Final = 12
"""The latest so many sessions are shown."""
GOOD: Final = (3, 6)
"""The good range of the receiver's scale."""


def history_page() -> Page:
    """Lend a Figure for ``draw_history``, with its Axes in px."""
    return page(HEIGHT)


def draw_history(ax: Axes, log: Sequence[LogEntry]) -> None:
    """Draw the number of each session over the good range, and its minutes below."""
    first = max(0, len(log) - SHOWN)
    shown = list(enumerate(log, start=1))[first:]
    _scale(ax)
    if not shown:
        middle = (LEFT + RIGHT) / 2
        write(ax, "Your first session will stand here.", (middle, TOP + STEP), color="ink-soft")
    places = [_place(k, len(shown)) for k in range(len(shown))]
    points = [
        ((x, BASE - entry.number * STEP), entry.number)
        for x, (_, entry) in zip(places, shown, strict=True)
        if entry.number is not None
    ]
    if len(points) > 1:
        _line(ax, [at for at, _ in points], "ink", style.BOLD, 6)
    for at, number in points:
        _point(ax, at, number)
    for x, (count, entry) in zip(places, shown, strict=True):
        _bar(ax, x, entry.minutes)
        if entry.number is None:
            write(ax, "?", (x, BASE - 5 * STEP), weight="bold", color="ink-soft")
        write(ax, str(count), (x, BARS + 20), size=style.SMALL)
        day, room = entry.date[5:], min(120.0, (RIGHT - LEFT) / len(shown))
        if day and measure(day, style.SMALL)[0] < room - 4:
            write(ax, day, (x, BARS + 44), size=style.SMALL, color="ink-soft")


def _scale(ax: Axes) -> None:
    low, high = (BASE - value * STEP for value in GOOD)
    ax.add_artist(Rectangle((LEFT, high - STEP / 2), RIGHT - LEFT, low - high + STEP, linewidth=0,
                            facecolor=style.color("level-1"), alpha=0.16, zorder=1,
                            clip_on=False))  # fmt: skip
    for value in (0, 4.5, 7, 10):
        y = BASE - value * STEP
        words = {0: "0 nothing", 4.5: "3 to 6 is good", 7: "7 ease off"}.get(value, "10 pain")
        if value != 4.5:
            _line(ax, [(LEFT, y), (RIGHT, y)], "ink" if value == 0 else "rule", style.HAIR, 2)
        write(ax, words, (LEFT - 10, y), size=style.SMALL, color="ink-soft", align="right")
    _line(ax, [(LEFT, BARS), (RIGHT, BARS)], "ink", style.LINE, 6)
    write(ax, "minutes", (LEFT - 10, BARS - 30), size=style.SMALL, color="ink-soft", align="right")
    write(ax, "session", (LEFT - 10, BARS + 20), size=style.SMALL, color="ink-soft", align="right")


def _place(k: int, count: int) -> float:
    """Return where the k-th of so many sessions stands, px."""
    step = min(120.0, (RIGHT - LEFT) / max(count, 1))
    return LEFT + (k + 0.5) * step


def _point(ax: Axes, at: tuple[float, float], number: int) -> None:
    """Draw a session's number: outside the good range a square, and too much stands out."""
    good = GOOD[0] <= number <= GOOD[1]
    shape = Path.unit_circle() if good else Path([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)])
    mark = Affine2D().scale(13.0).translate(*at).transform_path(shape)
    color = "level-1" if good else "now" if number > GOOD[1] else "ink-soft"
    add_path(ax, mark, 7, None, facecolor=style.color(color), edgecolor=style.color("paper"),
             linewidth=1.4)  # fmt: skip
    write(ax, str(number), at, size=style.SMALL, weight="bold", color="on-level", zorder=8)


def _bar(ax: Axes, x: float, minutes: int) -> None:
    height = min(minutes, 45) * MINUTE
    ax.add_artist(Rectangle((x - 14, BARS - height), 28, height, linewidth=0, zorder=3,
                            facecolor=style.color("level-2"), alpha=0.55,
                            clip_on=False))  # fmt: skip
    write(ax, str(minutes), (x, BARS - height - 13), size=style.SMALL)


def _line(ax: Axes, points: list[tuple[float, float]], color: str, width: float, z: float) -> None:
    add_path(ax, segments([points]), z, None, facecolor="none", edgecolor=style.color(color),
             linewidth=width)  # fmt: skip


def describe_history(log: Sequence[LogEntry]) -> str:
    """Return the log in words: one line for each session that is shown."""
    if not log:
        return "There is no session in the log yet. The good range for the pressure is 3 to 6."
    first = max(0, len(log) - SHOWN)
    lines = [
        f"{plural(len(log), 'session')} in the log. The good range for the pressure is 3 to 6."
    ]
    for count, entry in list(enumerate(log, start=1))[first:]:
        day = f", {entry.date}" if entry.date else ""
        number = "no number" if entry.number is None else f"number {entry.number}"
        lines.append(f"Session {count}{day}: {number}, {plural(entry.minutes, 'minute')}.")
    return "\n\n".join(lines)
