"""The moving part of a stroke picture alone, redrawn in a few milliseconds for the stage."""

from __future__ import annotations

from functools import cache

from matplotlib.axes import Axes

from helpers.body import Back, back
from helpers.content.models.technique import Place
from helpers.strokes.model import Stroke

from .about import KEY, about_muscles, about_zones, draw_key, place_of
from .back import draw_back, draw_zones
from .canvas import LOWER, LOWEST, UPPER, View, sheet
from .hands import shape
from .outline import vertices
from .stroke import draw_stroke
from .svg import fragment, wrap

WRIST = 2.6
"""So much of a wrist may lie over the key while a hand moves, cm."""
MOVING = "gh-moving"
"""Id of the group that ``moving_svg`` returns and that a still picture keeps empty for it."""


def stroke_view(technique: str, place: str, body: Back) -> View:
    """Return the window for a stroke: the same for every level, pace and person's limits."""
    entry, where = place_of(body, technique, place)
    grip = vertices(shape(entry.contact or "palm").fill)[:, 1].max()
    need = _lowest(where) * body.scale_y + grip - WRIST
    for view in (UPPER, LOWER):
        if need <= view.bottom - KEY / view.scale:
            return view
    return LOWEST


def _lowest(where: Place) -> float:
    ys = [y for leg in where.legs for _, y in leg.points]
    ys += [s.at[1] + (s.radius or 0.0) for s in where.stations]
    ys += [s.to[1] for s in where.stations if s.to]
    return max(ys)


def draw_stroke_back(ax: Axes, technique: str, place: str, body: Back) -> None:
    """Draw what stays still: the body, the muscles it is about, zones to avoid, key and scale."""
    draw_back(
        ax, body, show=("bones", "muscles"), muscles=about_muscles(body, technique, place),
        labels=False, foot=KEY,
    )  # fmt: skip
    draw_zones(ax, body, about_zones(body, technique, place))
    draw_key(ax, body, technique, place)


@cache
def stroke_still(technique: str, place: str, size: str = "reference") -> str:
    """Return the still SVG of a stroke picture, with an empty group ``gh-moving`` in it."""
    body = back(size)
    view = stroke_view(technique, place, body)
    with sheet(view) as (fig, ax):
        draw_stroke_back(ax, technique, place, body)
        return wrap(f'{fragment(fig)}<g id="{MOVING}"></g>', (800, view.height))


def draw_stroke_picture(ax: Axes, stroke: Stroke, body: Back) -> None:
    """Draw the whole stroke picture on one Axes: what stays still, and the stroke on it."""
    draw_stroke_back(ax, stroke.technique, stroke.place, body)
    draw_stroke(ax, stroke, body)


def moving_svg(
    stroke: Stroke, body: Back | None = None, *, show_hands: bool = True, note: str = ""
) -> str:
    """Return the moving artists as one SVG group, to put in place of the group ``gh-moving``."""
    body = body or back(stroke.size)
    with sheet(stroke_view(stroke.technique, stroke.place, body)) as (fig, ax):
        draw_stroke(ax, stroke, body, show_hands=show_hands, note=note)
        return f'<g id="{MOVING}">{fragment(fig)}</g>'
