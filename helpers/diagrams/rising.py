"""Getting up in a few pictures, with the seconds of each step."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from . import style
from .canvas import add_path, page
from .figures import draw_pose
from .labels import wrap as broken
from .labels import write
from .outline import segments
from .poses import POSES, SIZES
from .svg import moving, still

if TYPE_CHECKING:
    from helpers.planner import RestPlan

COLUMNS: Final = 3
PANEL: Final = style.WIDTH / COLUMNS
ABOVE: Final = 24.0
BELOW: Final = 92.0
"""Px above the highest pose of a row, and below its floor for the words."""
SCALE: Final = 1.22
"""Px per cm."""
DIZZY: Final = "Dizzy? Lie down again, on the side, until it has passed."


def rising_height(plan: RestPlan) -> int:
    """Return the height of the picture, px."""
    return _height(_ids(plan))


def rising_still(plan: RestPlan) -> str:
    """Return the still SVG: the poses and their names, with an empty group ``gh-moving`` in it."""
    return _still(_ids(plan))


def _ids(plan: RestPlan) -> tuple[str, ...]:
    ids = [part.step.id for part in plan.parts]
    return tuple("sit-chair" if one == "sit" and "lean" in ids else one for one in ids)


def _floors(ids: tuple[str, ...]) -> list[float]:
    """Return where the floor of each row lies, px from the top."""
    floors: list[float] = []
    for first in range(0, len(ids) + 1, COLUMNS):
        tall = max([SIZES[one][1] for one in ids[first : first + COLUMNS]], default=60.0)
        above = floors[-1] + BELOW if floors else 0.0
        floors.append(above + ABOVE + tall * SCALE)
    return floors


def _height(ids: tuple[str, ...]) -> int:
    return round(_floors(ids)[-1] + BELOW)


@cache
def _still(ids: tuple[str, ...]) -> str:
    height, floors = _height(ids), _floors(ids)
    with page(height) as (fig, ax):
        for number, name in enumerate(ids):
            x, y = _foot(number, floors)
            draw_pose(ax, POSES[name], (x + (PANEL - SIZES[name][0] * SCALE) / 2, y), SCALE)
            ground = segments([[(x + 8, y + 1), (x + PANEL - 8, y + 1)]])
            add_path(ax, ground, 1, None, facecolor="none", edgecolor=style.color("rule"),
                     linewidth=style.LINE)  # fmt: skip
        x, y = _foot(len(ids), floors)
        width = PANEL if len(ids) % COLUMNS else style.WIDTH
        text = broken(DIZZY, width - 60, style.TEXT)
        write(ax, text, (x + width / 2, y - 60), plate="phase-a", pad=14)
        return still(fig)


def rising_moving(plan: RestPlan) -> str:
    """Return the numbers, names and times as one SVG group."""
    with page(rising_height(plan)) as (fig, ax):
        floors = _floors(_ids(plan))
        for number, part in enumerate(plan.parts):
            x, y = _foot(number, floors)
            middle = x + PANEL / 2
            write(ax, f"{number + 1}. {part.step.name}", (middle, y + 26))
            write(ax, said(part.seconds), (middle, y + 54), weight="bold",
                  color="now" if part.rest and plan.longer else "ink")  # fmt: skip
        return moving(fig)


def _foot(number: int, floors: list[float]) -> tuple[float, float]:
    """Return the left end of a panel's floor, px."""
    row, column = divmod(number, COLUMNS)
    return column * PANEL, floors[row]


def said(seconds: int) -> str:
    """Return a time as it is written in the picture: 15 s, 1 min 30 s."""
    minutes, rest = divmod(seconds, 60)
    return " ".join([*([f"{minutes} min"] if minutes else []), *([f"{rest} s"] if rest else [])])


def describe_rising(plan: RestPlan) -> str:
    """Return the pictures in words: each step, how long it takes, what to do and say."""
    lines = ["Getting up in small steps, each drawn from the side."]
    for number, part in enumerate(plan.parts, start=1):
        lines.append(
            f"{number}. {part.step.name}, {part.seconds} seconds. {part.step.do} "
            f"Say: “{part.step.say}”"
        )
    return "\n\n".join([*lines, DIZZY])
