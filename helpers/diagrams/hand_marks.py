"""The giver's hands in a stroke picture: at true size, in the shape of the contact, turned."""

from __future__ import annotations

from functools import cache

import numpy as np
from matplotlib.axes import Axes
from matplotlib.transforms import Affine2D

from helpers.body import Back
from helpers.content import load
from helpers.strokes.model import HOLD, LIFT, ON_TOP, PRESS, Hand, Stroke

from . import hands, style
from .canvas import Array, add_path
from .outline import flatten
from .trace import works


def moment(stroke: Stroke) -> int:
    """Return the sample at which the hands are drawn: well into the first working stretch."""
    role = np.minimum(
        np.where(works(stroke.right), stroke.right.role, LIFT),
        np.where(works(stroke.left), stroke.left.role, LIFT),
    )
    press = np.flatnonzero(role == PRESS)
    if not len(press):
        return len(stroke.t) // 3
    gaps = np.flatnonzero(np.diff(press) > 1)
    first = press[: gaps[0] + 1] if len(gaps) else press
    return int(first[int(len(first) * 0.45)])


def _placed(stroke: Stroke, name: str) -> tuple[hands.HandShape, Affine2D, str, bool]:
    hand = stroke.right if name == "right" else stroke.left
    k = moment(stroke)
    contact = stroke.contacts[int(hand.contact[k])]
    move = hands.place((hand.xy[k][0], hand.xy[k][1]), float(hand.angle[k]), name == "left")
    near = hand.role[k] in (PRESS, HOLD) and bool(hand.pressure[k] > 0)
    return hands.shape(contact), move, contact, near


def present(stroke: Stroke, hand: Hand) -> bool:
    """Whether a hand is part of the stroke: it touches the skin or rests on the other hand."""
    return works(hand) or ON_TOP in {stroke.contacts[int(c)] for c in np.unique(hand.contact)}


def draw_hand(ax: Axes, stroke: Stroke, back: Back, name: str) -> None:
    """Draw one hand; the near one, which works now or lies on top, stands out more."""
    hand = stroke.right if name == "right" else stroke.left
    if not present(stroke, hand):
        return
    shape, move, contact, near = _placed(stroke, name)
    on_top = contact == ON_TOP
    z = 32.0 + (3.0 if on_top else 1.5 if name == "right" else 0.0)
    line = style.color("hand-line" if near or on_top else "hand-faint")
    place, gid = move + ax.transData, f"gh-hand-{name}"
    fill = add_path(
        ax, shape.fill, z, f"{gid}-fill", facecolor=style.color("hand"), linewidth=0,
        transform=place,
    )  # fmt: skip
    fill.set_alpha(0.5 if on_top else 0.82 if near else 0.6)
    spot = hands.spot(contact, back.content.contact)
    if spot is not None:
        add_path(
            ax, spot, z + 0.1, f"{gid}-spot", facecolor=style.color("hand-line"), linewidth=0,
            alpha=0.28, transform=place,
        )  # fmt: skip
    add_path(
        ax, shape.detail, z + 0.2, f"{gid}-detail", facecolor="none", edgecolor=line,
        linewidth=style.HAIR, transform=place,
    )  # fmt: skip
    add_path(
        ax, shape.edge, z + 0.3, f"{gid}-edge", facecolor="none", edgecolor=line,
        linewidth=style.LINE + 0.4, capstyle="round", transform=place,
    )  # fmt: skip


def draw_shape(
    ax: Axes,
    contact: str,
    move: Affine2D,
    *,
    z: float = 32.0,
    faint: bool = False,
    whole: bool = False,
) -> None:
    """Draw a hand alone, moved by a transform, with the part that presses (all of it: ``whole``).

    ``faint`` is for the hand that only helps.
    """
    shape = hands.shape(contact)
    line = style.color("hand-faint" if faint else "hand-line")
    place = move + ax.transData
    fill = add_path(
        ax, shape.fill, z, None, facecolor=style.color("hand"), linewidth=0, transform=place
    )
    fill.set_alpha(0.3 if faint else 0.86)
    spot = shape.fill if whole else hands.spot(contact, load().contact)
    if spot is not None and not faint:
        add_path(ax, spot, z + 0.1, None, facecolor=line, linewidth=0, alpha=0.28, transform=place)
    add_path(
        ax, shape.detail, z + 0.2, None, facecolor="none", edgecolor=line, linewidth=style.HAIR,
        transform=place,
    )  # fmt: skip
    add_path(
        ax, shape.edge, z + 0.3, None, facecolor="none", edgecolor=line,
        linewidth=style.LINE + (0.0 if faint else 0.4), capstyle="round", transform=place,
    )  # fmt: skip


def hand_rim(stroke: Stroke) -> Array:
    """Return points on the outlines of the drawn hands, cm."""
    rims = [np.empty((0, 2))]
    for name, hand in (("left", stroke.left), ("right", stroke.right)):
        if present(stroke, hand):
            _, move, contact, _ = _placed(stroke, name)
            rims.append(np.asarray(move.transform(_rim(contact))))
    return np.concatenate(rims)


@cache
def _rim(contact: str) -> Array:
    """Return points on the outline of a hand that is not placed yet, (n, 2) cm."""
    return flatten(hands.shape(contact).edge, 2)[::2]
