"""The weeks to come: a cell a day, a massage as a shape and a word, the hours it may be felt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle
from matplotlib.path import Path

from helpers.planner.rhythm import FIRM, GENTLE, NAMES, SORE_HOURS, WEEK, Week
from helpers.session.rhythm import DAYS, Rhythm

from . import style
from .canvas import Page, add_path, page
from .labels import write
from .outline import segments
from .svg import svg
from .words import listed, plural

if TYPE_CHECKING:
    pass

LEFT: Final = 104.0
TOP: Final = 46.0
CELL: Final = (style.WIDTH - LEFT - 12) / WEEK
"""Width of a day: 24 hours."""
ROW: Final = 110.0
LEAST_WEEKS: Final = 4
KEY: Final = 132.0
FLAG: Final = 28.0
"""Room for the words below the week that ends with a look back, px."""
SORE_Y: Final = 84.0
REST_Y: Final = 97.0
"""Where in its row the sore hours and the rest run, px from the top of the row."""

REVIEW: Final = "look back"


def weeks_shown(wish: Rhythm) -> int:
    """Return how many weeks the calendar has: four, or up to the day to look back."""
    return max(LEAST_WEEKS, wish.review_weeks if wish.pain else 0)


def calendar_page(wish: Rhythm) -> Page:
    """Lend a Figure for `draw_calendar`, with its Axes in px."""
    return page(round(_top(wish, weeks_shown(wish)) + KEY))


def draw_calendar(ax: Axes, week: Week, wish: Rhythm) -> None:
    """Draw the weeks; ``week`` repeats, and ``wish`` says which days are free and when to look."""
    weeks = weeks_shown(wish)
    for day in range(WEEK):
        write(ax, NAMES[day][:3], (_middle(day), TOP - 20), size=style.SMALL, weight="bold")
    for row in range(weeks):
        top = _top(wish, row)
        write(ax, f"week {row + 1}", (LEFT - 14, top + 42), size=style.SMALL, align="right")
        for day, kind in enumerate(week.days):
            last = wish.pain and day == WEEK - 1 and row == wish.review_weeks - 1
            _cell(ax, day, top, kind, free=DAYS[day] in wish.days, review=last)
    for row in range(weeks):
        for day in week.on(FIRM):
            _after(ax, wish, row, day)
    _key(ax, _top(wish, weeks) + 40, wish)


def calendar_svg(week: Week, wish: Rhythm) -> str:
    """Return the SVG of the calendar."""
    with calendar_page(wish) as (fig, ax):
        draw_calendar(ax, week, wish)
        return svg(fig)


def describe_calendar(week: Week, wish: Rhythm) -> str:
    """Return the calendar in words."""
    lines = [f"A calendar of {plural(weeks_shown(wish), 'week')}; every week is the same."]
    for kind in (GENTLE, FIRM):
        days = [NAMES[day] for day in week.on(kind)]
        if days:
            lines.append(f"A {kind} massage on {listed(days)}.")
    if week.on(FIRM):
        lines.append(
            f"A line of {SORE_HOURS} hours follows each firm massage: so long a little soreness "
            f"is nothing unusual. For {wish.gap_hours} hours there is no other firm one."
        )
    if not week.massages:
        lines.append("No day has a massage.")
    if len(wish.days) < WEEK:
        busy = [name for name, day in zip(NAMES, DAYS, strict=True) if day not in wish.days]
        lines.append(f"Days without time: {listed(busy)}.")
    if wish.pain:
        lines.append(
            f"The Sunday of week {wish.review_weeks} is marked “{REVIEW}”: if the pain is the "
            "same then, see a doctor."
        )
    return "\n\n".join(lines)


def _top(wish: Rhythm, row: int) -> float:
    """Return where a week begins, px from the top: one further down below the look back."""
    return TOP + row * ROW + (FLAG if wish.pain and row >= wish.review_weeks else 0.0)


def _middle(day: float) -> float:
    return LEFT + (day + 0.5) * CELL


def _cell(ax: Axes, day: int, top: float, kind: str, *, free: bool, review: bool) -> None:
    box = Rectangle(
        (LEFT + day * CELL + 2, top + 2), CELL - 4, ROW - 4, zorder=1, clip_on=False,
        facecolor=style.color("phase-b") if free else "none", linewidth=style.HAIR,
        edgecolor=style.color("rule"), linestyle="solid" if free else (0, (3.0, 3.0)),
    )  # fmt: skip
    ax.add_artist(box)
    if kind:
        _mark(ax, kind, (_middle(day), top + 27))
        write(ax, kind, (_middle(day), top + 57), size=style.SMALL, zorder=8)
    if not free:
        write(ax, "no time", (_middle(day), top + 42), size=style.SMALL, color="ink-soft")
    if review:
        _flag(ax, day, top)


def _flag(ax: Axes, day: int, top: float) -> None:
    left, right = LEFT + day * CELL + 4, LEFT + (day + 1) * CELL - 4
    box = Rectangle(
        (left, top + 4), right - left, ROW - 8, zorder=3, clip_on=False, facecolor="none",
        edgecolor=style.color("now"), linewidth=style.BOLD,
    )  # fmt: skip
    ax.add_artist(box)
    write(ax, f"{REVIEW}: is it any better?", (right, top + ROW + 13), size=style.SMALL,
          weight="bold", color="now", align="right", zorder=9)  # fmt: skip


def _mark(ax: Axes, kind: str, at: tuple[float, float]) -> None:
    """Draw the shape of one kind of massage: a ring for gentle, a full diamond for firm."""
    x, y = at
    if kind == GENTLE:
        ring = Circle((x, y), 11, facecolor="none", edgecolor=style.color("level-1"), linewidth=3.4,
                      zorder=6, clip_on=False)  # fmt: skip
        ax.add_artist(ring)
        return
    points = np.array([(x, y - 15), (x + 15, y), (x, y + 15), (x - 15, y), (x, y - 15)])
    add_path(ax, Path(points, closed=True), 6, None, facecolor=style.level_color(3), linewidth=0)


def _after(ax: Axes, wish: Rhythm, row: int, day: int) -> None:
    """Draw the hours after a firm massage at noon, to scale: of soreness, and of rest."""
    for hours, y, draw in ((SORE_HOURS, SORE_Y, _hours), (wish.gap_hours, REST_Y, _rest)):
        for piece, start, end in _pieces(row, day, hours):
            if piece < weeks_shown(wish):
                draw(ax, LEFT + start * CELL, LEFT + end * CELL, _top(wish, piece) + y)


def _pieces(row: int, day: int, hours: int) -> Sequence[tuple[int, float, float]]:
    """Return (row, from, to in days) of the hours from noon on, cut at the end of the week."""
    start = day + 0.5
    end = start + hours / 24
    if end <= WEEK:
        return [(row, start, end)]
    return [(row, start, WEEK), (row + 1, 0.0, end - WEEK)]


def _rest(ax: Axes, start: float, end: float, y: float) -> None:
    lines = [[(start, y), (end, y)], [(end, y - 5), (end, y + 5)]]
    add_path(ax, segments(lines), 5, None, facecolor="none", linewidth=style.LINE,
             edgecolor=style.color("ink-soft"))  # fmt: skip


def _hours(ax: Axes, start: float, end: float, y: float) -> None:
    t = np.linspace(0, 1, max(12, int((end - start) / 3)))
    x = start + t * (end - start)
    wave = np.column_stack([x, y + 4.5 * np.sin((x - LEFT) / 4.2)])
    add_path(ax, segments([wave]), 5, None, facecolor="none", linewidth=2.2,
             edgecolor=style.color("hand-line"))  # fmt: skip


def _key(ax: Axes, y: float, wish: Rhythm) -> None:
    _mark(ax, GENTLE, (LEFT - 78, y))
    write(ax, "gentle: level 1 or 2", (LEFT - 56, y), size=style.SMALL, align="left")
    _mark(ax, FIRM, (340.0, y))
    write(ax, "firm: level 3 or more", (364.0, y), size=style.SMALL, align="left")
    _hours(ax, LEFT - 92, LEFT - 92 + 1.5 * CELL * 0.5, y + 36)
    write(
        ax, f"the {SORE_HOURS} hours in which a little soreness is usual",
        (LEFT - 92 + 0.75 * CELL + 14, y + 36), size=style.SMALL, align="left",
    )  # fmt: skip
    _rest(ax, LEFT - 92, LEFT - 92 + 0.75 * CELL, y + 70)
    write(
        ax, f"the {wish.gap_hours} hours without another firm one",
        (LEFT - 92 + 0.75 * CELL + 14, y + 70), size=style.SMALL, align="left",
    )  # fmt: skip
