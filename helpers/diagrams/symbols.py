"""The hands of the pictures as SVG symbols, so that a player can move the very same shapes."""

from __future__ import annotations

from functools import cache

from helpers.content import load
from helpers.strokes.model import ON_TOP

from . import hands, style
from .canvas import UPPER, View, add_path, sheet
from .svg import fragment


@cache
def hand_symbols(scale: float = UPPER.scale) -> str:
    """Return one ``<symbol>`` per contact, id ``gh-hand-<contact>``, ``scale`` px per cm.

    The point that touches is at (0, 0) and the fingers point up: move a right hand by
    ``<use href="#gh-hand-palm" transform="translate(x y) rotate(angle)">``, and add
    ``scale(-1 1)`` at the end for a left hand.
    """
    return "".join(_symbol(contact, scale) for contact in (*load().contact, ON_TOP))


def _symbol(contact: str, scale: float) -> str:
    view = View(half_width=style.WIDTH / 2 / scale, top=-500 / scale)
    with sheet(view) as (fig, ax):
        shape, spot = hands.shape(contact), hands.spot(contact, load().contact)
        line = style.color("hand-line")
        alpha = 0.5 if contact == ON_TOP else 0.82
        add_path(ax, shape.fill, 1, None, facecolor=style.color("hand"), linewidth=0, alpha=alpha)
        if spot is not None:
            add_path(ax, spot, 2, None, facecolor=line, linewidth=0, alpha=0.28)
        add_path(ax, shape.detail, 3, None, facecolor="none", edgecolor=line, linewidth=style.HAIR)
        add_path(
            ax, shape.edge, 4, None, facecolor="none", edgecolor=line, linewidth=style.LINE + 0.4,
            capstyle="round",
        )  # fmt: skip
        return (
            f'<symbol id="gh-hand-{contact}" overflow="visible">'
            f'<g transform="translate(-{style.WIDTH // 2} -500)">{fragment(fig)}</g></symbol>'
        )
