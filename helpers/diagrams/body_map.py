"""The map of the back to mark places on: its regions, drawn so that each can be lit up."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from attrs import frozen
from matplotlib.axes import Axes

from helpers.body import Back, back
from helpers.body.geometry import inside, points
from helpers.content.models.areas import Region

from . import anatomy, style
from .back import draw_regions, draw_skeleton
from .canvas import View, add_path, sheet
from .marks import mark_symbols
from .outline import mirror
from .svg import fragment, wrap

MAP_VIEW: Final = View(half_width=28.0, top=-11.5, height=1130)
"""The back from the neck to the top of the thighs, as large as it fits."""

Corners = tuple[tuple[float, float], ...]


@frozen
class Spotted:
    """One place of the map that can be pointed at: where it is and what it is called."""

    id: str
    """Such as ``shoulder-blade-left``; regions in the middle have no side."""
    name: str
    """Such as "Shoulder blade, left": left and right as the receiver's."""
    at: tuple[float, float]
    """A point well inside, cm of the reference body."""
    outlines: tuple[Corners, ...]
    """Its closed outlines, cm."""
    drawn: tuple[str, ...]
    """The ids of its groups in the drawing."""


def draw_body_map(ax: Axes, body: Back) -> None:
    """Draw the body, its bones as thin lines, and the regions, on an Axes of ``MAP_VIEW``."""
    outline = anatomy.body_outline(body)
    line = style.color("skin-line")
    add_path(ax, outline, 1, None, facecolor=style.color("skin"), edgecolor=line,
             linewidth=style.LINE)  # fmt: skip
    draw_regions(ax, body)
    draw_skeleton(ax, body, quiet=True)
    add_path(ax, anatomy.body_lines(body), 22, None, facecolor="none", edgecolor=line,
             linewidth=style.THIN)  # fmt: skip
    add_path(ax, outline, 23, None, facecolor="none", edgecolor=line, linewidth=style.LINE)


@cache
def body_map_svg() -> str:
    """Return the map as a still picture, with the symbols of the marks in it."""
    with sheet(MAP_VIEW) as (fig, ax):
        draw_body_map(ax, back())
        content = f"<defs>{mark_symbols()}</defs>{fragment(fig)}"
        return wrap(content, (style.WIDTH, MAP_VIEW.height))


@cache
def spotted() -> tuple[Spotted, ...]:
    """Return all places of the map, from the head to the feet, left before right."""
    body = back()
    found = [
        place
        for region in body.content.region.values()
        for place in (_middle(region, body), *_sides(region, body))
        if place is not None
    ]
    return tuple(sorted(found, key=lambda one: (round(one.at[1]), one.at[0])))


def place_name(x: float, y: float) -> str:
    """Return the name of the place at a point of the reference body, cm; "" off the map."""
    for one in spotted():
        if any(_holds(outline, x, y) for outline in one.outlines):
            return one.name
    return ""


def _holds(outline: Corners, x: float, y: float) -> bool:
    return bool(inside(points([(x, y)]), points(outline))[0])


def _middle(region: Region, body: Back) -> Spotted | None:
    if region.side != "middle":
        return None
    right = body.bone_scale(region.points)
    whole = np.concatenate([right, mirror(right[::-1])])
    return Spotted(region.id, region.name, region.label_at, (_corners(whole),),
                   (f"gh-region-{region.id}-left", f"gh-region-{region.id}-right"))  # fmt: skip


def _sides(region: Region, body: Back) -> tuple[Spotted, ...]:
    if region.side != "each":
        return ()
    right = body.bone_scale(region.points)
    x, y = region.label_at
    both = (("left", -1, mirror(right)), ("right", 1, right))
    return tuple(
        Spotted(
            f"{region.id}-{side}", f"{region.name}, {side}", (sign * x, y), (_corners(outline),),
            (f"gh-region-{region.id}-{side}",),
        )
        for side, sign, outline in both
    )  # fmt: skip


def _corners(xy: np.ndarray) -> Corners:
    return tuple((round(float(x), 2), round(float(y), 2)) for x, y in xy)
