"""One stroke: both hands' ways with arrows, order numbers, start and end, pressure, the hands."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from numpy.typing import ArrayLike

from helpers.body import Back
from helpers.strokes.model import LIFT, LINK, RETURN, Stroke

from . import style
from .about import KEY
from .canvas import Array, View, add_path
from .dwell import Dwell, dwells
from .hand_marks import draw_hand, hand_rim
from .labels import Box, write
from .layout import Board
from .outline import segments, vertices
from .stroke_labels import name_ends, name_levels, number
from .trace import Piece, pieces

DOTTED = 7.0
"""Stretches from this length on (cm) are dotted by the second."""
DASHES = {RETURN: (0, (3.2, 2.0)), LINK: (0, (1.6, 1.6)), LIFT: (0, (0.6, 2.6))}


def draw_stroke(
    ax: Axes, stroke: Stroke, back: Back, *, show_hands: bool = True, note: str = ""
) -> list[Box]:
    """Draw the moving part of a stroke picture on an Axes made by ``figure``.

    Paths of both hands, wider and darker where firmer, dashed on the light way back, with a dot
    after every second along the longer stretches; arrows, order numbers, start and end, levels in
    words; the hands at true size; ``note`` in the upper left corner. Returns the boxes of all
    labels, px.
    """
    view = View.of(ax)
    found = pieces(stroke)
    if show_hands:
        for name in ("left", "right"):
            draw_hand(ax, stroke, back, name)
    stays = dwells(stroke)
    draw_paths(ax, found)
    draw_seconds(ax, view, found)
    _draw_dwells(ax, view, stays)
    draw_arrows(ax, view, found)
    board = Board(style.WIDTH, view.height - KEY)
    for x in (90.0, style.WIDTH - 90.0):
        board.take(Box(x, 20.0, 180.0, 30.0))
    if note:
        board.take(write(ax, note, (14.0, 50.0), align="left", weight="bold"))
    if found:
        board.avoid_path(view.to_px(np.concatenate([_dense(p.xy) for p in found])))
    for stay in stays:
        x, y = view.to_px(stay.at)
        board.take(Box(x, y, 30.0, 30.0))
    if show_hands:
        board.avoid_softly(view.to_px(hand_rim(stroke)))
    fixed = len(board.boxes)
    number(ax, view, board, stroke, found)
    name_ends(ax, view, board, stroke, found)
    name_levels(ax, view, board, stroke, found, stays)
    return board.boxes[fixed:]


def draw_paths(ax: Axes, found: Sequence[Piece]) -> None:
    """Draw the pieces: wider and darker where firmer, dashed where the hand comes back."""
    groups: dict[tuple[int, int], list[Array]] = {}
    for piece in found:
        groups.setdefault((piece.role, piece.level), []).append(piece.xy)
    for (role, level), lines in sorted(groups.items(), reverse=True):
        look: dict[str, object] = {
            "facecolor": "none", "edgecolor": style.level_color(level),
            "linewidth": style.level_width(level), "capstyle": "round", "joinstyle": "round",
        }  # fmt: skip
        if role in DASHES:
            look |= {"linestyle": DASHES[role], "capstyle": "round" if role == LIFT else "butt"}
        add_path(ax, segments(lines), 40 + level, f"gh-path-{role}-{level}", **look)


def draw_seconds(ax: Axes, view: View, found: Sequence[Piece]) -> None:
    """Draw a dot wherever the hand is after a whole second: far apart means fast."""
    dots: dict[int, list[Array]] = {}
    for piece in found:
        if piece.length < DOTTED or piece.role == LIFT:
            continue
        seconds = np.arange(np.ceil(piece.start), int(piece.end) + 1, dtype=np.float64)
        if len(seconds):
            shares = (seconds - piece.start) / (piece.end - piece.start)
            dots.setdefault(piece.level, []).append(piece.points(shares))
    for level, middles in sorted(dots.items()):
        add_path(
            ax, _circles(np.concatenate(middles), 3.4 / view.scale), 46, f"gh-seconds-{level}",
            facecolor=style.color("paper"), edgecolor=style.level_color(level), linewidth=1.4,
        )  # fmt: skip


def _draw_dwells(ax: Axes, view: View, stays: Sequence[Dwell]) -> None:
    """Draw a ring where a hand stays: the firmer, the thicker, in the colour of its level."""
    rings: dict[int, list[ArrayLike]] = {}
    for stay in stays:
        rings.setdefault(stay.level, []).append(stay.at)
    for level, middles in sorted(rings.items()):
        add_path(
            ax, _circles(np.array(middles), 10.5 / view.scale), 45 + level, f"gh-rings-{level}",
            facecolor="none", edgecolor=style.level_color(level),
            linewidth=style.level_width(level),
        )  # fmt: skip


def _circles(middles: Array, radius: float) -> Path:
    """Return circles round points, (n, 2) cm, as one path."""
    circle = Path.unit_circle()
    rims = vertices(circle) * radius + middles[:, None]
    return Path(rims.reshape(-1, 2), np.tile(np.asarray(circle.codes), len(middles)))


def draw_arrows(ax: Axes, view: View, found: Sequence[Piece]) -> None:
    """Draw arrow heads along the pieces, clear of each other where that can be."""
    heads: dict[int, list[Array]] = {}
    taken: list[Array] = []
    for piece in found:
        length = piece.length * view.scale
        if piece.role == LIFT or length < (15 if piece.role != LINK else 60):
            continue
        small = 0.62 if length < 45 else 1.0
        size = small * (8.0 + 0.75 * style.level_width(piece.level)) / view.scale
        mine = heads.setdefault(piece.level, [])
        if piece.both_ways:
            ahead = (piece.xy[1] - piece.xy[0]) / piece.length
            mine += [_head(piece.xy[0], -ahead, size), _head(piece.xy[1], ahead, size)]
            continue
        count = max(1, int(length // 150))
        for k in range(count):
            point, ahead = _clear_spot(piece, k, count, taken, 16.0 / view.scale)
            taken.append(point)
            mine.append(_head(point, ahead, size))
    for level, shapes in sorted(heads.items()):
        path = Path.make_compound_path(*(Path(s, closed=True) for s in shapes))
        add_path(
            ax, path, 47 + level / 10, f"gh-arrows-{level}", facecolor=style.level_color(level),
            edgecolor=style.color("paper"), linewidth=1.1,
        )  # fmt: skip


def _head(point: Array, ahead: Array, size: float) -> Array:
    side = np.array([-ahead[1], ahead[0]]) * size * 0.82
    tip, tail = point + ahead * size, point - ahead * size * 0.62
    return np.array([tip, tail + side, point - ahead * size * 0.25, tail - side, tip])


def _clear_spot(
    piece: Piece, k: int, count: int, taken: Sequence[Array], gap: float
) -> tuple[Array, Array]:
    """Return where the k-th arrow of a piece goes: clear of the others where that can be."""
    for share in (0.58, 0.34, 0.8):
        point, ahead = piece.at((k + share) / count)
        if not taken or np.hypot(*(np.array(taken) - point).T).min() > gap:
            return point, ahead
    return piece.at((k + 0.58) / count)


def _dense(xy: Array, step: float = 0.8) -> Array:
    run = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    goal = np.linspace(0, run[-1], max(2, int(run[-1] / step) + 1))
    return np.column_stack([np.interp(goal, run, xy[:, k]) for k in (0, 1)])
