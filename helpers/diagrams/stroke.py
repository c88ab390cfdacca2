"""One stroke: both hands' ways with arrows, order numbers, start and end, pressure, the hands."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from helpers.body import Back
from helpers.strokes.model import HOLD, LIFT, LINK, OVER, PRESS, RETURN, Stroke

from . import hands, style
from .about import KEY
from .canvas import Array, View, add_path
from .labels import Board, Box, measure, write
from .outline import flatten, segments
from .trace import Dwell, Piece, dwells, pieces, works

DASHES = {RETURN: (0, (3.2, 2.0)), LINK: (0, (1.6, 1.6)), LIFT: (0, (0.6, 2.6))}
_NUMBER = 26.0


def draw_stroke(ax: Axes, stroke: Stroke, back: Back, *, show_hands: bool = True) -> list[Box]:
    """Draw the moving part of a stroke picture on an Axes made by ``figure``.

    Paths of both hands, wider and darker where firmer, dashed on the light way back; arrows,
    order numbers, start and end, levels in words; the hands at true size. Returns the boxes of
    all labels, px.
    """
    view = View.of(ax)
    found = pieces(stroke)
    if show_hands:
        for name in ("left", "right"):
            _draw_hand(ax, stroke, back, name)
    stays = dwells(stroke)
    _draw_paths(ax, found)
    _draw_dwells(ax, view, stays)
    _draw_arrows(ax, view, found)
    board = Board(style.WIDTH, view.height - KEY)
    for x in (90.0, style.WIDTH - 90.0):
        board.take(Box(x, 20.0, 180.0, 30.0))
    if found:
        board.avoid_path(view.to_px(np.concatenate([_dense(p.xy) for p in found])))
    for stay in stays:
        x, y = view.to_px(stay.at)
        board.take(Box(x, y, 30.0, 30.0))
    if show_hands:
        board.avoid_softly(view.to_px(_hand_rim(stroke, back)))
    fixed = len(board.boxes)
    _number(ax, view, board, stroke, found)
    _name_ends(ax, view, board, stroke, found)
    _name_levels(ax, view, board, stroke, found, stays)
    return board.boxes[fixed:]


def _draw_paths(ax: Axes, found: Sequence[Piece]) -> None:
    groups: dict[tuple[int, int], list[Array]] = {}
    for piece in found:
        groups.setdefault((piece.role, piece.level), []).append(piece.xy)
    for (role, level), lines in sorted(groups.items(), reverse=True):
        look = {
            "facecolor": "none", "edgecolor": style.level_color(level),
            "linewidth": style.level_width(level), "capstyle": "round", "joinstyle": "round",
        }  # fmt: skip
        if role in DASHES:
            look |= {"linestyle": DASHES[role], "capstyle": "round" if role == LIFT else "butt"}
        add_path(ax, segments(lines), 40 + level, f"gh-path-{role}-{level}", **look)


def _draw_dwells(ax: Axes, view: View, stays: Sequence[Dwell]) -> None:
    """Draw a ring where a hand stays: the firmer, the thicker, in the colour of its level."""
    rings: dict[int, list[Path]] = {}
    for stay in stays:
        move = Affine2D().scale(10.5 / view.scale).translate(*stay.at)
        rings.setdefault(stay.level, []).append(move.transform_path(Path.unit_circle()))
    for level, circles in sorted(rings.items()):
        add_path(
            ax, Path.make_compound_path(*circles), 45 + level, f"gh-rings-{level}",
            facecolor="none", edgecolor=style.level_color(level),
            linewidth=style.level_width(level),
        )  # fmt: skip


def _draw_arrows(ax: Axes, view: View, found: Sequence[Piece]) -> None:
    heads: dict[int, list[Array]] = {}
    for piece in found:
        length = piece.length * view.scale
        if piece.role == LIFT or length < (15 if piece.role != LINK else 60):
            continue
        count = max(1, int(length // 150))
        for k in range(count):
            point, ahead = piece.at((k + 0.58) / count)
            small = 0.62 if length < 45 else 1.0
            size = small * (8.0 + 0.75 * style.level_width(piece.level)) / view.scale
            side = np.array([-ahead[1], ahead[0]])
            tip, tail = point + ahead * size, point - ahead * size * 0.62
            heads.setdefault(piece.level, []).append(
                np.array([tip, tail + side * size * 0.82, point - ahead * size * 0.25,
                          tail - side * size * 0.82, tip])
            )  # fmt: skip
    for level, shapes in sorted(heads.items()):
        path = Path.make_compound_path(*(Path(s, closed=True) for s in shapes))
        add_path(
            ax, path, 47 + level / 10, f"gh-arrows-{level}", facecolor=style.level_color(level),
            edgecolor=style.color("paper"), linewidth=1.1,
        )  # fmt: skip


def _dense(xy: Array, step: float = 0.8) -> Array:
    run = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(xy, axis=0).T))])
    goal = np.linspace(0, run[-1], max(2, int(run[-1] / step) + 1))
    return np.column_stack([np.interp(goal, run, xy[:, k]) for k in (0, 1)])


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


def _placed(stroke: Stroke, back: Back, name: str) -> tuple[hands.HandShape, Affine2D, str, bool]:
    hand = stroke.right if name == "right" else stroke.left
    k = moment(stroke)
    contact = stroke.contacts[int(hand.contact[k])]
    move = hands.place((hand.xy[k][0], hand.xy[k][1]), float(hand.angle[k]), name == "left")
    near = hand.role[k] in (PRESS, HOLD) and bool(hand.pressure[k] > 0)
    return hands.shape(contact), move, contact, near


def _draw_hand(ax: Axes, stroke: Stroke, back: Back, name: str) -> None:
    hand = stroke.right if name == "right" else stroke.left
    resting = any(stroke.contacts[int(c)] == "on-top" for c in np.unique(hand.contact))
    if not works(hand) and not resting:
        return
    shape, move, contact, near = _placed(stroke, back, name)
    on_top = contact == "on-top"
    z = 32.0 + (3.0 if on_top else 1.5 if name == "right" else 0.0)
    line = style.color("hand-line" if near or on_top else "hand-faint")
    place = move + ax.transData
    fill = add_path(ax, shape.fill, z, f"gh-hand-{name}-fill", facecolor=style.color("hand"),
                linewidth=0, transform=place)  # fmt: skip
    fill.set_alpha(0.5 if on_top else 0.82 if near else 0.6)
    spot = hands.spot(contact, back.content.contact)
    if spot is not None:
        patch = add_path(ax, spot, z + 0.1, f"gh-hand-{name}-spot", facecolor=style.color("hand-line"),
                     linewidth=0, transform=place)  # fmt: skip
        patch.set_alpha(0.28)
    add_path(ax, shape.detail, z + 0.2, f"gh-hand-{name}-detail", facecolor="none", edgecolor=line,
         linewidth=style.HAIR, transform=place)  # fmt: skip
    add_path(ax, shape.edge, z + 0.3, f"gh-hand-{name}-edge", facecolor="none", edgecolor=line,
         linewidth=style.LINE + 0.4, capstyle="round", transform=place)  # fmt: skip


def _hand_rim(stroke: Stroke, back: Back) -> Array:
    rims = [np.empty((0, 2))]
    for name in ("left", "right"):
        if works(stroke.right if name == "right" else stroke.left):
            shape, move, _, _ = _placed(stroke, back, name)
            rims.append(np.asarray(move.transform(_rim(shape))))
    return np.concatenate(rims)


def _rim(shape: hands.HandShape) -> Array:
    return flatten(shape.edge, 2)[::2]


# --- words and numbers ---------------------------------------------------------------------------


def main_hand(stroke: Stroke, found: Sequence[Piece]) -> str:
    """Return the hand that carries the labels: the right one unless only the left one works."""
    return "right" if any(p.hand == "right" for p in found) or not found else "left"


def steps(stroke: Stroke, found: Sequence[Piece]) -> list[tuple[str, Array]]:
    """Return the order numbers and where they belong (cm): stations, or else legs."""
    name = main_hand(stroke, found)
    if len(stroke.stations) == 1:
        return []
    if len(stroke.stations) > 1:
        side = -1.0 if name == "left" and stroke.stations[0][0] > 0 else 1.0
        return [(str(k + 1), np.array(at) * (side, 1)) for k, at in enumerate(stroke.stations)]
    legs: list[tuple[int, Array]] = []
    for piece in found:
        if piece.hand == name and piece.role != LIFT and (not legs or legs[-1][0] != piece.role):
            legs.append((piece.role, piece.xy[0]))
    return [(str(k + 1), at) for k, (_, at) in enumerate(legs)] if len(legs) > 1 else []


def _number(
    ax: Axes, view: View, board: Board, stroke: Stroke, found: Sequence[Piece]
) -> None:
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
        discs.append(Affine2D().scale(_NUMBER / 2 / view.scale).translate(*centre).transform_path(circle))
        write(ax, text, (box.x, box.y), size=style.SMALL, color="paper", weight="bold", zorder=57)
    if discs:
        add_path(ax, Path.make_compound_path(*discs), 56, "gh-numbers", facecolor=style.color("ink"),
             linewidth=0)  # fmt: skip


def _label(
    ax: Axes, view: View, board: Board, text: str, at: Array, color: str = "ink"
) -> None:
    width, height = measure(text)
    px = view.to_px(at)
    outward = (1.0 if at[0] >= 0 else -1.0, 0.0)
    box = board.find(px, (width + 8, height), toward=outward)
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
    write(ax, text, (box.x, box.y), color=color, plate="paper", zorder=58)


def _name_ends(
    ax: Axes, view: View, board: Board, stroke: Stroke, found: Sequence[Piece]
) -> None:
    name = main_hand(stroke, found)
    mine = [p for p in found if p.hand == name and p.role != LIFT]
    if not mine:
        return
    start, end = mine[0].xy[0], mine[-1].xy[-1]
    if len(stroke.stations) == 1:
        _label(ax, view, board, "on this spot", np.array(stroke.stations[0]))
        return
    if stroke.stations:
        marks = [at for _, at in steps(stroke, found)]
        _label(ax, view, board, "start", marks[0])
        _label(ax, view, board, "end", marks[-1])
        return
    ring = Path.unit_circle()
    r = 6.5 / view.scale
    marks = [Affine2D().scale(r).translate(*start).transform_path(ring)]
    if np.hypot(*(end - start)) < 3.0:
        _label(ax, view, board, "start and end", start)
    else:
        _label(ax, view, board, "start", start)
        _label(ax, view, board, "end", end)
        square = np.array([[-r, -r], [r, -r], [r, r], [-r, r], [-r, -r]]) + end
        marks.append(Path(square, closed=True))
    add_path(ax, Path.make_compound_path(*marks), 53, "gh-ends", facecolor=style.color("paper"),
         edgecolor=style.color("ink"), linewidth=style.LINE + 0.6)  # fmt: skip


def _name_levels(
    ax: Axes,
    view: View,
    board: Board,
    stroke: Stroke,
    found: Sequence[Piece],
    stays: Sequence[Dwell],
) -> None:
    name = main_hand(stroke, found)
    mine = [p for p in found if p.hand == name]
    held = [d for d in stays if d.hand == name]
    top = max([p.level for p in mine] + [d.level for d in held], default=0)
    if held and max(d.level for d in held) == top:
        stay = next(d for d in held[len(held) // 2 :] + held if d.level == top)
        _label(ax, view, board, f"level {top}", stay.at)
        return
    if len(stroke.stations) > 1 or all(p.length < 6 for p in mine):
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
