"""Order numbers, start and end, and levels in words, placed so that nothing overlaps."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from helpers.strokes.model import LIFT, OVER, PRESS, RETURN, Stroke

from . import style
from .canvas import Array, View, add_path
from .dwell import Dwell
from .labels import measure, write
from .layout import Board
from .outline import segments
from .trace import Piece, works

_NUMBER = 26.0
"""Width of an order number's disc, px."""


def main_hand(stroke: Stroke) -> str:
    """Return the hand that carries the labels: the right one unless only the left one works."""
    return "right" if works(stroke.right) else "left"


def steps(stroke: Stroke, found: Sequence[Piece]) -> list[tuple[str, Array]]:
    """Return the order numbers and where they belong (cm): stations, or else legs."""
    if stroke.stations:
        marks = [(str(k + 1), np.array(at)) for k, at in enumerate(stroke.stations)]
        return marks if len(marks) > 1 else []
    name = main_hand(stroke)
    legs: list[tuple[int, Array]] = []
    for piece in found:
        if piece.hand == name and piece.role != LIFT and (not legs or legs[-1][0] != piece.role):
            legs.append((piece.role, piece.xy[0]))
    return [(str(k + 1), at) for k, (_, at) in enumerate(legs)] if len(legs) > 1 else []


def number(ax: Axes, view: View, board: Board, stroke: Stroke, found: Sequence[Piece]) -> None:
    """Write the order numbers beside their places."""
    marks = steps(stroke, found)
    circle = Path.unit_circle()
    discs = []
    for text, at in marks:
        px = view.to_px(at)
        outward = (1.0 if at[0] >= 0 else -1.0, 0.15)
        box = board.find(px, (_NUMBER, _NUMBER), toward=outward, gap=3.0, bias=42.0)
        if box is None:
            continue
        board.take(box)
        centre = view.to_cm((box.x, box.y))
        discs.append(
            Affine2D().scale(_NUMBER / 2 / view.scale).translate(*centre).transform_path(circle)
        )
        write(ax, text, (box.x, box.y), size=style.SMALL, color="paper", weight="bold", zorder=57)
    if discs:
        every = Path.make_compound_path(*discs)
        add_path(ax, every, 56, "gh-numbers", facecolor=style.color("ink"), linewidth=0)


def _label(ax: Axes, view: View, board: Board, text: str, at: Array, bias: float = 14.0) -> None:
    width, height = measure(text)
    px = view.to_px(at)
    outward = (1.0 if at[0] >= 0 else -1.0, 0.0)
    box = board.find(px, (width + 8, height), toward=outward, bias=bias)
    if box is None:
        return
    board.take(box)
    gap = max(abs(box.x - px[0]) - box.width / 2, abs(box.y - px[1]) - box.height / 2)
    if gap > 16:
        near = np.clip(px, (box.x - box.width / 2, box.y - box.height / 2),
                       (box.x + box.width / 2, box.y + box.height / 2))  # fmt: skip
        line = segments([view.to_cm([px, near])])
        add_path(ax, line, 55, "gh-leader", facecolor="none", edgecolor=style.color("ink-soft"),
             linewidth=style.HAIR)  # fmt: skip
    write(ax, text, (box.x, box.y), plate="paper", zorder=58)


def name_ends(ax: Axes, view: View, board: Board, stroke: Stroke, found: Sequence[Piece]) -> None:
    """Mark and name start and end."""
    if not any((hand.role == PRESS).any() for hand in stroke.hands):
        _label(ax, view, board, "hold still", np.array(stroke.stations[0]))
        return
    if len(stroke.stations) == 1:
        _label(ax, view, board, "on this spot", np.array(stroke.stations[0]))
        return
    if stroke.stations:
        marks = [at for _, at in steps(stroke, found)]
        _label(ax, view, board, "start", marks[0], bias=34.0)
        _label(ax, view, board, "end", marks[-1], bias=34.0)
        return
    name = main_hand(stroke)
    mine = [p for p in found if p.hand == name and p.role != LIFT]
    if not mine:
        return
    start, end = mine[0].xy[0], mine[-1].xy[-1]
    ring = Path.unit_circle()
    r = 6.5 / view.scale
    ends = [Affine2D().scale(r).translate(*start).transform_path(ring)]
    if np.hypot(*(end - start)) < 3.0:
        _label(ax, view, board, "start and end", start)
    else:
        _label(ax, view, board, "start", start)
        _label(ax, view, board, "end", end)
        square = np.array([[-r, -r], [r, -r], [r, r], [-r, r], [-r, -r]]) + end
        ends.append(Path(square, closed=True))
    add_path(ax, Path.make_compound_path(*ends), 53, "gh-ends", facecolor=style.color("paper"),
         edgecolor=style.color("ink"), linewidth=style.LINE + 0.6)  # fmt: skip


def name_levels(
    ax: Axes,
    view: View,
    board: Board,
    stroke: Stroke,
    found: Sequence[Piece],
    stays: Sequence[Dwell],
) -> None:
    """Name the pressure level on the longer stretches, or once where all are short."""
    name = main_hand(stroke)
    mine = [p for p in found if p.hand == name]
    held = [d for d in stays if d.hand == name]
    top = max([p.level for p in mine] + [d.level for d in held], default=0)
    if held and max(d.level for d in held) == top:
        stay = next(d for d in held[len(held) // 2 :] + held if d.level == top)
        _label(ax, view, board, f"level {top}", stay.at)
        return
    if stroke.stations or all(p.length < 6 for p in mine):
        tops = [p for p in mine if p.level == top]
        named = tops[len(tops) // 2 : len(tops) // 2 + 1]
    else:
        named = [p for p in mine if p.length >= 6 and p.role in (PRESS, OVER, RETURN)]
    seen: set[tuple[int, int]] = set()
    for piece in named:
        if (piece.role, piece.level) in seen and piece.role != PRESS:
            continue
        seen.add((piece.role, piece.level))
        words = f"level {piece.level}" + (", way back" if piece.role == RETURN else "")
        _label(ax, view, board, words, piece.at(0.4)[0])
