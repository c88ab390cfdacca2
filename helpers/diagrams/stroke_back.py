"""What stays still in a stroke picture: the body and what the stroke is about, layer on layer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from matplotlib.axes import Axes

from helpers.body import Back, back
from helpers.content.models.technique import Place

from . import style
from .about import KEY, about_muscles, about_zones, draw_key, place_of
from .back import (
    draw_contour,
    draw_flat_bones,
    draw_foot,
    draw_muscles,
    draw_sides,
    draw_skin,
    draw_spine,
    draw_zones,
)
from .canvas import LOWER, LOWEST, UPPER, View, sheet
from .hands import shape
from .outline import vertices
from .svg import NOTHING_MOVES, inside, wrap

WRIST = 2.6
"""So much of a wrist may lie over the key while a hand moves, cm."""

Layer = tuple[Callable[..., None], tuple[Any, ...]]
"""A function that draws on an Axes, and what it is given after the Axes."""


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
    for draw, what in _layers(technique, place, body):
        draw(ax, *what)


@cache
def stroke_still(technique: str, place: str, size: str) -> str:
    """Return the still SVG of a stroke picture, with an empty group ``gh-moving`` in it.

    Most layers are the same for many strokes, so each is drawn once: to the same bytes as all on
    one Axes, for each lies wholly above the one before.
    """
    body = back(size)
    view = stroke_view(technique, place, body)
    layers = "".join(_drawn(*layer, view) for layer in _layers(technique, place, body))
    return wrap(f"<g><g>{layers}</g></g>{NOTHING_MOVES}", (style.WIDTH, view.height))


def _layers(technique: str, place: str, body: Back) -> Sequence[Layer]:
    zones = tuple(about_zones(body, technique, place).items())
    return (
        (_ground, (body,)),
        (draw_muscles, (body, about_muscles(body, technique, place))),
        (_lines, (body,)),
        (_zones, (body, zones)),
        (_margins, ()),
        (draw_key, (body, technique, place)),
    )


@cache
def _drawn(draw: Callable[..., None], what: tuple[Any, ...], view: View) -> str:
    """Return the SVG of one layer alone."""
    with sheet(view) as (fig, ax):
        draw(ax, *what)
        return inside(fig)


def _ground(ax: Axes, body: Back) -> None:
    draw_skin(ax, body)
    draw_flat_bones(ax, body, quiet=True)


def _lines(ax: Axes, body: Back) -> None:
    draw_contour(ax, body)
    draw_spine(ax, body)


def _zones(ax: Axes, body: Back, zones: tuple[tuple[str, str], ...]) -> None:
    draw_zones(ax, body, dict(zones))


def _margins(ax: Axes) -> None:
    draw_foot(ax, KEY)
    draw_sides(ax)
