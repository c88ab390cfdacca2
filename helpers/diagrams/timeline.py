"""The routine's timeline: phases, steps and levels along the minutes, and the numbered list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.path import Path

from helpers.content import load
from helpers.content.phrases import small

from . import style
from .canvas import Page, add_path, page
from .labels import measure, wrap, write
from .outline import segments
from .words import NOTHING

if TYPE_CHECKING:
    from helpers.routine import Routine, Step

LEFT: Final = 96.0
RIGHT: Final = style.WIDTH - 22.0
PHASE_TOP: Final = 10.0
BASE: Final = 226.0
STEP: Final = 34.0
"""Height of one pressure level in the chart, px."""
ROW: Final = 29.0
LIST_TOP: Final = 306.0


def timeline_page(routine: Routine) -> Page:
    """Lend a Figure high enough for the routine's timeline and list, with its Axes in px."""
    rows = [height for *_, height in _rows(routine)]
    return page(round(LIST_TOP + sum(rows) + 14 if rows else BASE + 14))


def timeline_key(routine: Routine) -> tuple[object, ...]:
    """Return all that the picture depends on: routines with equal keys have the same picture."""
    return tuple(
        (one.phase, one.technique, one.place, one.side, one.spot, one.level, one.seconds, one.start)
        for one in routine.steps
    )


def draw_timeline(ax: Axes, routine: Routine) -> None:
    """Draw phases, steps and pressure levels against time, and the list of steps below."""
    scale = (RIGHT - LEFT) / max(routine.seconds, 1)
    _phases(ax, routine, scale)
    _levels(ax)
    if not routine.steps:
        write(ax, NOTHING, ((LEFT + RIGHT) / 2, BASE - 1.5 * STEP), color="ink-soft")
        return
    for number, step in enumerate(routine.steps, start=1):
        _block(ax, number, step, scale)
    _clock(ax, routine, scale)
    _list(ax, routine)


def clock(seconds: float) -> str:
    """Return a time as minutes and seconds: 95 is 1:35."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def _phases(ax: Axes, routine: Routine, scale: float) -> None:
    content, x = load(), LEFT
    for k, (name, seconds) in enumerate(routine.phase_seconds().items()):
        width = seconds * scale
        color = style.color("phase-a" if k % 2 == 0 else "phase-b")
        band = Rectangle((x, PHASE_TOP), width, BASE - PHASE_TOP, facecolor=color, linewidth=0,
                         zorder=1, clip_on=False)  # fmt: skip
        ax.add_artist(band)
        for text in (content.phase[name].name, str(k + 1)):
            if measure(text, style.SMALL)[0] < width - 8:
                write(ax, text, (x + width / 2, PHASE_TOP + 16), size=style.SMALL, zorder=5)
                break
        x += width


def _levels(ax: Axes) -> None:
    for level in style.LEVELS:
        y = BASE - level * STEP
        _line(ax, [(LEFT, y), (RIGHT, y)], "rule", style.HAIR, 2)
        write(
            ax, f"level {level}", (LEFT - 10, y), size=style.SMALL, color="ink-soft", align="right"
        )
    _line(ax, [(LEFT, BASE), (RIGHT, BASE)], "ink", style.LINE, 6)


def _block(ax: Axes, number: int, step: Step, scale: float) -> None:
    x, width = LEFT + step.start * scale, step.seconds * scale
    gap = min(1.2, width / 4)
    height = step.level * STEP
    block = Rectangle(
        (x + gap / 2, BASE - height), width - gap, height, zorder=4, linewidth=0, clip_on=False,
        facecolor=style.level_color(step.level),
    )  # fmt: skip
    block.set_gid(f"gh-step-{number}")
    ax.add_artist(block)
    text = str(number)
    if measure(text, style.SMALL, "bold")[0] + 4 < width:
        write(ax, text, (x + width / 2, BASE - min(height, STEP) / 2), size=style.SMALL,
              weight="bold", color="on-level", zorder=7)  # fmt: skip


def _clock(ax: Axes, routine: Routine, scale: float) -> None:
    minutes = routine.seconds / 60
    every = next((m for m in (1, 2, 5, 10, 15) if minutes / m <= 13), 30)
    for minute in range(0, int(minutes) + 1, every):
        x = LEFT + minute * 60 * scale
        _line(ax, [(x, BASE), (x, BASE + 7)], "ink", style.THIN, 6)
        write(ax, str(minute), (x, BASE + 22), size=style.SMALL, zorder=7)
    write(ax, "minutes", (LEFT - 16, BASE + 22), size=style.SMALL, color="ink-soft", align="right")


def _rows(routine: Routine) -> list[tuple[int, str, float]]:
    """Return the rows of the list: step number (0 for a phase's heading), text, height in px."""
    content = load()
    rows: list[tuple[int, str, float]] = []
    phases = list(routine.phase_seconds())
    seen = ""
    for number, step in enumerate(routine.steps, start=1):
        if step.phase != seen:
            seen = step.phase
            heading = f"{phases.index(seen) + 1}  {content.phase[seen].name}"
            rows.append((0, heading, ROW + 4))
        text = wrap(f"{number}. {step_name(step)}", RIGHT - 110 - 150, style.SMALL)
        rows.append((number, text, ROW + (text.count("\n")) * style.SMALL * 1.2))
    return rows


def _list(ax: Axes, routine: Routine) -> None:
    y = LIST_TOP - 18
    write(ax, "step", (110.0, y), size=style.SMALL, color="ink-soft", align="left")
    for x, text in ((72.0, "start"), (RIGHT - 96, "lasts"), (RIGHT, "level")):
        write(ax, text, (x, y), size=style.SMALL, color="ink-soft", align="right")
    top = LIST_TOP
    for number, text, height in _rows(routine):
        y = top + height / 2
        if number == 0:
            write(ax, text, (16, y), size=style.SMALL, weight="bold", align="left")
            _line(ax, [(8, top + height), (style.WIDTH - 8, top + height)], "rule", style.THIN, 2)
        else:
            _row(ax, routine.steps[number - 1], text, y)
        top += height


def _row(ax: Axes, step: Step, text: str, y: float) -> None:
    write(ax, clock(step.start), (72, y), size=style.SMALL, align="right")
    write(ax, text, (110, y), align="left", size=style.SMALL)
    write(ax, clock(step.seconds), (RIGHT - 96, y), size=style.SMALL, align="right")
    bar = Path([(RIGHT - 72, y), (RIGHT - 24, y)])
    add_path(ax, bar, 5, None, facecolor="none", edgecolor=style.level_color(step.level),
             linewidth=style.level_width(step.level))  # fmt: skip
    write(ax, str(step.level), (RIGHT, y), size=style.SMALL, align="right")


def step_name(step: Step) -> str:
    """Return what a step does and where, in plain words."""
    entry = load().technique[step.technique]
    place = next((p.name for p in entry.place if p.id == step.place), "")
    if step.spot is not None:
        place = f"sore spot {step.spot + 1}"
    side = f", receiver’s {step.side}" if step.side in ("right", "left") else ""
    return f"{entry.plain}: {small(place)}{side}"


def _line(ax: Axes, points: list[tuple[float, float]], color: str, width: float, z: float) -> None:
    add_path(ax, segments([points]), z, None, facecolor="none", edgecolor=style.color(color),
             linewidth=width)  # fmt: skip
