"""A small back with the strokes of one part of a massage: for the overview and for the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import field, frozen
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox

from helpers.body import Back
from helpers.content import load
from helpers.strokes.model import LIFT, LINK, OVER, PRESS, Stroke

from . import anatomy, style
from .canvas import Array, add_path
from .dwell import dwells
from .labels import Box, measure, write
from .layout import Board
from .outline import flatten, segments, thin
from .trace import Piece, pieces

if TYPE_CHECKING:
    from helpers.routine import Routine, Step

WINDOW: Final = Bbox([[-26.4, -10.0], [26.4, 60.0]])
"""What of the back is shown, cm."""
ARROW: Final = 6.0
"""Shorter stretches have no arrow, cm."""
HEAD_SHAPE: Final = Path([(6.0, 0.0), (-4.0, 4.6), (-4.0, -4.6), (6.0, 0.0)], closed=True)

Write = Callable[[Axes, str, Box], None]
"""Writes a number into a box of the size that was asked for."""


@frozen(kw_only=True)
class Pen:
    """How large the marks on a small back are, in the units of its Axes.

    ``lines`` is the width of a path as a share of the one in the picture of one stroke; ``ring``
    the radius of the ring where a hand stays; ``text`` the size of the numbers.
    """

    lines: float = 0.5
    ring: float = 5.5
    text: float = style.SMALL
    write: Write = field(default=lambda ax, text, box: _written(ax, text, box))


@frozen
class Group:
    """The steps of a part that are one stroke at one place: both sides, and each time it comes."""

    numbers: tuple[int, ...]
    strokes: tuple[Stroke, ...]
    name: str

    @property
    def spot(self) -> bool:
        """Whether it is work on one sore spot."""
        return self.strokes[0].spot is not None

    @property
    def words(self) -> str:
        """The line of the list below a back: "5, 6 Hand-over-hand pull"."""
        return f"{', '.join(map(str, self.numbers))} {self.name}"


def groups(routine: Routine, phase: str) -> list[Group]:
    """Return the strokes of one part, each place once, with the numbers of their steps."""
    found: dict[tuple[str, str, int | None], list[tuple[int, Step]]] = {}
    for number, step in enumerate(routine.steps, start=1):
        if step.phase == phase:
            key = (step.technique, step.place, step.spot)
            found.setdefault(key, []).append((number, step))
    result = []
    for (technique, _, spot), steps in found.items():
        sides: dict[str, Stroke] = {}
        for _, step in steps:
            old = sides.get(step.side)
            if old is None or step.stroke.peak > old.peak:
                sides[step.side] = step.stroke
        name = load().technique[technique].plain
        where = "" if spot is None else f", spot {spot + 1}"
        numbers = tuple(number for number, _ in steps)
        result.append(Group(numbers, tuple(sides.values()), f"{name}{where}"))
    return result


PEN: Final = Pen()
"""For a picture of 800 px."""


def place_of_back(corner: tuple[float, float], scale: float) -> Affine2D:
    """Return the way from cm on the back to an Axes: its upper left corner, and units per cm."""
    return Affine2D().translate(-WINDOW.x0, -WINDOW.y0).scale(scale).translate(*corner)


def draw_small_back(
    ax: Axes, body: Back, place: Affine2D, found: Sequence[Group], board: Board, pen: Pen = PEN
) -> None:
    """Draw a back and the strokes of some groups of steps, with the number of each group's first.

    ``place`` leads from cm to the units of the Axes; ``board`` says where numbers may go.
    """
    _body(ax, body, place, pen)
    drawn = [(group, [p for s in group.strokes for p in _shown(s)]) for group in found]
    _paths(ax, place, [piece for _, some in drawn for piece in some], pen)
    _arrows(ax, place, [p for group, some in drawn if not group.spot for p in some], pen)
    rings = _rings(ax, place, [stroke for group in found for stroke in group.strokes], pen)
    for at in rings:
        board.take(Box(at[0], at[1], 3 * pen.ring, 3 * pen.ring))
    for group, some in drawn:
        _number(ax, board, place, group, some, pen)


def _body(ax: Axes, body: Back, place: Affine2D, pen: Pen) -> None:
    rim = flatten(anatomy.body_outline(body), 4)
    skin = Path(rim, closed=True).clip_to_bbox(WINDOW)
    _add(ax, place, skin, 2, facecolor=style.color("skin"), linewidth=0)
    inside = (rim > WINDOW.p0).all(axis=1) & (rim < WINDOW.p1).all(axis=1)
    cuts = np.flatnonzero(np.diff(inside.astype(int))) + 1
    runs = [run for run in np.split(np.arange(len(rim)), cuts) if inside[run[0]] and len(run) > 1]
    edge = segments([thin(rim[run], 0.06) for run in runs])
    _add(ax, place, edge, 3, facecolor="none", edgecolor=style.color("skin-line"),
         linewidth=2 * pen.lines * style.THIN)  # fmt: skip
    spine = segments([[(0.0, 0.0), (0.0, 53.0)]])
    _add(ax, place, spine, 3, facecolor="none", edgecolor=style.color("bone-line"),
         linewidth=2 * pen.lines * style.HAIR, linestyle=(0, (2.0, 2.4)))  # fmt: skip
    blades = anatomy.both(anatomy.bone(body, "scapula"))
    _add(ax, place, blades, 3, facecolor="none", edgecolor=style.color("bone-line"),
         linewidth=2 * pen.lines * style.HAIR)  # fmt: skip


def _add(ax: Axes, place: Affine2D, path: Path, z: float, **look: object) -> None:
    add_path(ax, place.transform_path(path), z, None, **look)


def _shown(stroke: Stroke) -> list[Piece]:
    return [p for p in pieces(stroke) if p.role not in (LIFT, LINK)]


def _paths(ax: Axes, place: Affine2D, found: Sequence[Piece], pen: Pen) -> None:
    groups: dict[tuple[bool, int], list[Array]] = {}
    for piece in found:
        back_way = piece.role not in (PRESS, OVER)
        groups.setdefault((back_way, piece.level), []).append(thin(piece.xy, 0.12))
    for (back_way, level), lines in sorted(groups.items(), reverse=True):
        dash: dict[str, object] = {"linestyle": (0, (3.0, 2.4))} if back_way else {}
        width = pen.lines * (2 * style.HAIR if back_way else style.level_width(level))
        _add(ax, place, segments(lines), 40 + level - 20 * back_way, facecolor="none",
             edgecolor=style.level_color(level), linewidth=width, capstyle="round", **dash,
             )  # fmt: skip


def _arrows(ax: Axes, place: Affine2D, found: Sequence[Piece], pen: Pen) -> None:
    """Draw a small head in the middle of each longer stretch of the way out."""
    heads: dict[int, list[Path]] = {}
    for piece in found:
        if piece.role != PRESS or piece.length < ARROW or piece.both_ways:
            continue
        at, ahead = piece.at(0.55)
        turn = Affine2D().scale(2 * pen.lines).rotate(np.arctan2(ahead[1], ahead[0]))
        tip = turn.translate(*place.transform(at)).transform_path(HEAD_SHAPE)
        heads.setdefault(piece.level, []).append(tip)
    for level, shapes in sorted(heads.items()):
        add_path(ax, Path.make_compound_path(*shapes), 46, None, linewidth=0,
                 facecolor=style.level_color(level))  # fmt: skip


def _rings(ax: Axes, place: Affine2D, strokes: Sequence[Stroke], pen: Pen) -> list[Array]:
    rings: dict[int, list[Array]] = {}
    for stroke in strokes:
        for stay in dwells(stroke):
            at = np.asarray(place.transform(stay.at))
            known = [one for some in rings.values() for one in some]
            if all(np.hypot(*(at - one)) > pen.ring for one in known):
                rings.setdefault(stay.level, []).append(at)
    for level, places in sorted(rings.items()):
        moves = [Affine2D().scale(pen.ring).translate(*at) for at in places]
        circles = [move.transform_path(Path.unit_circle()) for move in moves]
        add_path(ax, Path.make_compound_path(*circles), 45 + level, None, facecolor="none",
                 edgecolor=style.level_color(level),
                 linewidth=pen.lines * style.level_width(level))  # fmt: skip
    return [at for some in rings.values() for at in some]


def _number(
    ax: Axes, board: Board, place: Affine2D, group: Group, found: Sequence[Piece], pen: Pen
) -> None:
    """Write the step's number where the stroke begins, or as near to it as there is room."""
    if found:
        first = min(found, key=lambda piece: piece.start).xy[0]
    else:
        stays = dwells(group.strokes[0])
        first = stays[0].at if stays else group.strokes[0].right.xy[0]
    text = str(group.numbers[0])
    size = (measure(text, pen.text, "bold")[0] + pen.text / 3, pen.text * 10 / 9)
    at = np.asarray(place.transform(first))
    box = board.find(at, size, toward=(1.0 if first[0] >= 0 else -1.0, 0.6), gap=2.0, reach=140.0)
    if box is not None:
        pen.write(ax, text, board.take(box))


def _written(ax: Axes, text: str, box: Box) -> None:
    write(ax, text, (box.x, box.y), size=style.SMALL, weight="bold", plate="paper", pad=3.0)
