"""The moving part of a stroke picture alone, redrawn in a few milliseconds for the stage."""

from __future__ import annotations

from matplotlib.axes import Axes

from helpers.body import Back, back
from helpers.strokes.model import Stroke

from .canvas import sheet
from .stroke import draw_stroke
from .stroke_back import draw_stroke_back, stroke_view
from .svg import moving


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
        return moving(fig)
