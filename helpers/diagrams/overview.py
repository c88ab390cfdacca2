"""All strokes of a routine on small backs, one back for each part of the massage."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from attrs import frozen
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox

from helpers.body import Back, back
from helpers.content import load
from helpers.strokes.model import LIFT, LINK, OVER, PRESS, Stroke

from . import anatomy, style
from .canvas import Array, add_path, chart
from .dwell import dwells
from .labels import Box, measure, wrap, write
from .layout import Board
from .outline import flatten, segments, thin
from .timeline import clock
from .trace import Piece, pieces

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from helpers.routine import Routine, Step

COLUMNS: Final = 3
CELL: Final = style.WIDTH / COLUMNS
SCALE: Final = 5.0
"""Px per cm of the small backs."""
WINDOW: Final = Bbox([[-26.4, -10.0], [26.4, 60.0]])
"""What of the back is shown, cm."""
HEAD: Final = 64.0
"""Height of a cell's heading, px."""
BACK: Final = float(WINDOW.height) * SCALE
LINE: Final = style.SMALL * 1.25
KEY: Final = 84.0
THINNER: Final = 0.5
"""Paths are drawn so much thinner than in the picture of one stroke."""
RING: Final = 5.5
"""Radius of the ring where a hand stays, px."""

ARROW: Final = 6.0
"""Shorter stretches have no arrow, cm."""
HEAD_SHAPE: Final = Path([(6.0, 0.0), (-4.0, 4.6), (-4.0, -4.6), (6.0, 0.0)], closed=True)


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


def overview_figure(routine: Routine) -> tuple[Figure, Axes]:
    """Return a Figure high enough for the routine's overview, with its Axes in px."""
    return chart(round(sum(_heights(routine)) + KEY))


def draw_overview(ax: Axes, routine: Routine) -> None:
    """Draw each part of the routine on a back of its own: ways, firmness, numbers of the steps."""
    body = back(routine.size)
    top = 0.0
    parts = list(routine.phase_seconds().items())
    for row, height in enumerate(_heights(routine)):
        for column, (name, seconds) in enumerate(parts[row * COLUMNS : (row + 1) * COLUMNS]):
            number = row * COLUMNS + column + 1
            heading = f"{number}  {load().phase[name].name}"
            _cell(ax, body, (column * CELL, top), heading, seconds, groups(routine, name))
            if number == 1:
                _sides(ax, top + HEAD + 22)
        top += height
    _key(ax, top + 18, max((step.level for step in routine.steps), default=1))


def _sides(ax: Axes, y: float) -> None:
    """Name left and right as the receiver would, beside the neck of the first back."""
    for x, side in ((52.0, "left"), (CELL - 50.0, "right")):
        write(ax, f"receiver’s\n{side}", (x, y), size=style.SMALL, color="ink-soft")


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


def _lines(routine: Routine, phase: str) -> int:
    return sum(_listed(group).count("\n") + 1 for group in groups(routine, phase))


def _listed(group: Group) -> str:
    return wrap(group.words, CELL - 28, style.SMALL)


def _heights(routine: Routine) -> list[float]:
    parts = list(routine.phase_seconds())
    rows = [parts[k : k + COLUMNS] for k in range(0, len(parts), COLUMNS)]
    return [HEAD + BACK + 18 + LINE * max(_lines(routine, p) for p in row) + 22 for row in rows]


def _cell(
    ax: Axes,
    body: Back,
    corner: tuple[float, float],
    heading: str,
    seconds: int,
    found: Sequence[Group],
) -> None:
    x, y = corner
    write(ax, heading, (x + 14, y + 18), size=style.SMALL, weight="bold", align="left")
    write(ax, f"{clock(seconds)} minutes", (x + 14, y + 42), size=style.SMALL, color="ink-soft",
          align="left")  # fmt: skip
    place = (
        Affine2D().translate(-WINDOW.x0, -WINDOW.y0).scale(SCALE)
        .translate(x + (CELL - WINDOW.width * SCALE) / 2, y + HEAD)
    )  # fmt: skip
    _body(ax, body, place)
    board = Board(style.WIDTH, y + HEAD + BACK)
    drawn = [(group, [p for s in group.strokes for p in _shown(s)]) for group in found]
    _paths(ax, place, [piece for _, some in drawn for piece in some])
    _arrows(ax, place, [p for group, some in drawn if not group.spot for p in some])
    rings = _rings(ax, place, [stroke for group in found for stroke in group.strokes])
    for at in rings:
        board.take(Box(at[0], at[1], 3 * RING, 3 * RING))
    for group, some in drawn:
        _number(ax, board, place, group, some)
    low = y + HEAD + BACK + 18
    for group in found:
        text = _listed(group)
        count = text.count("\n") + 1
        write(ax, text, (x + 14, low + LINE * count / 2), size=style.SMALL, align="left")
        low += LINE * count


def _body(ax: Axes, body: Back, place: Affine2D) -> None:
    rim = flatten(anatomy.body_outline(body), 4)
    skin = Path(rim, closed=True).clip_to_bbox(WINDOW)
    _add(ax, place, skin, 2, facecolor=style.color("skin"), linewidth=0)
    inside = (rim > WINDOW.p0).all(axis=1) & (rim < WINDOW.p1).all(axis=1)
    cuts = np.flatnonzero(np.diff(inside.astype(int))) + 1
    runs = [run for run in np.split(np.arange(len(rim)), cuts) if inside[run[0]] and len(run) > 1]
    edge = segments([thin(rim[run], 0.06) for run in runs])
    _add(ax, place, edge, 3, facecolor="none", edgecolor=style.color("skin-line"),
         linewidth=style.THIN)  # fmt: skip
    spine = segments([[(0.0, 0.0), (0.0, 53.0)]])
    _add(ax, place, spine, 3, facecolor="none", edgecolor=style.color("bone-line"),
         linewidth=style.HAIR, linestyle=(0, (2.0, 2.4)))  # fmt: skip
    blades = anatomy.both(anatomy.bone(body, "scapula"))
    _add(ax, place, blades, 3, facecolor="none", edgecolor=style.color("bone-line"),
         linewidth=style.HAIR)  # fmt: skip


def _add(ax: Axes, place: Affine2D, path: Path, z: float, **look: object) -> None:
    add_path(ax, place.transform_path(path), z, None, **look)


def _shown(stroke: Stroke) -> list[Piece]:
    return [p for p in pieces(stroke) if p.role not in (LIFT, LINK)]


def _paths(ax: Axes, place: Affine2D, found: Sequence[Piece]) -> None:
    groups: dict[tuple[bool, int], list[Array]] = {}
    for piece in found:
        back_way = piece.role not in (PRESS, OVER)
        groups.setdefault((back_way, piece.level), []).append(thin(piece.xy, 0.12))
    for (back_way, level), lines in sorted(groups.items(), reverse=True):
        dash: dict[str, object] = {"linestyle": (0, (3.0, 2.4))} if back_way else {}
        width = style.HAIR if back_way else THINNER * style.level_width(level)
        _add(ax, place, segments(lines), 40 + level - 20 * back_way, facecolor="none",
             edgecolor=style.level_color(level), linewidth=width, capstyle="round", **dash,
             )  # fmt: skip


def _arrows(ax: Axes, place: Affine2D, found: Sequence[Piece]) -> None:
    """Draw a small head in the middle of each longer stretch of the way out."""
    heads: dict[int, list[Path]] = {}
    for piece in found:
        if piece.role != PRESS or piece.length < ARROW or piece.both_ways:
            continue
        at, ahead = piece.at(0.55)
        turn = Affine2D().rotate(np.arctan2(ahead[1], ahead[0]))
        tip = turn.translate(*place.transform(at)).transform_path(HEAD_SHAPE)
        heads.setdefault(piece.level, []).append(tip)
    for level, shapes in sorted(heads.items()):
        add_path(ax, Path.make_compound_path(*shapes), 46, None, linewidth=0,
                 facecolor=style.level_color(level))  # fmt: skip


def _rings(ax: Axes, place: Affine2D, strokes: Sequence[Stroke]) -> list[Array]:
    rings: dict[int, list[Array]] = {}
    for stroke in strokes:
        for stay in dwells(stroke):
            at = np.asarray(place.transform(stay.at))
            known = [one for some in rings.values() for one in some]
            if all(np.hypot(*(at - one)) > RING for one in known):
                rings.setdefault(stay.level, []).append(at)
    for level, places in sorted(rings.items()):
        moves = [Affine2D().scale(RING).translate(*at) for at in places]
        circles = [move.transform_path(Path.unit_circle()) for move in moves]
        add_path(ax, Path.make_compound_path(*circles), 45 + level, None, facecolor="none",
                 edgecolor=style.level_color(level),
                 linewidth=THINNER * style.level_width(level))  # fmt: skip
    return [at for some in rings.values() for at in some]


def _number(ax: Axes, board: Board, place: Affine2D, group: Group, found: Sequence[Piece]) -> None:
    """Write the step's number where the stroke begins, or as near to it as there is room."""
    if found:
        first = min(found, key=lambda piece: piece.start).xy[0]
    else:
        stays = dwells(group.strokes[0])
        first = stays[0].at if stays else group.strokes[0].right.xy[0]
    text = str(group.numbers[0])
    size = (measure(text, style.SMALL, "bold")[0] + 6, style.SMALL + 2)
    at = np.asarray(place.transform(first))
    box = board.find(at, size, toward=(1.0 if first[0] >= 0 else -1.0, 0.6), gap=2.0, reach=140.0)
    if box is None:
        return
    board.take(box)
    write(ax, text, (box.x, box.y), size=style.SMALL, weight="bold", plate="paper", pad=3.0)


def _key(ax: Axes, y: float, top: int) -> None:
    x = 14.0
    for level in range(1, max(top, 2) + 1):
        add_path(ax, segments([[(x, y), (x + 34, y)]]), 6, None, facecolor="none",
                 edgecolor=style.level_color(level), capstyle="round",
                 linewidth=THINNER * style.level_width(level))  # fmt: skip
        words = f"level {level}"
        write(ax, words, (x + 42, y), size=style.SMALL, align="left")
        x += 42 + measure(words, style.SMALL)[0] + 20
    add_path(ax, segments([[(x, y), (x + 34, y)]]), 6, None, facecolor="none",
             edgecolor=style.level_color(1), linewidth=style.HAIR,
             linestyle=(0, (3.0, 2.4)))  # fmt: skip
    write(ax, "light way back", (x + 42, y), size=style.SMALL, align="left")
    x += 42 + measure("light way back", style.SMALL)[0] + 26
    ring = Affine2D().scale(RING).translate(x, y).transform_path(Path.unit_circle())
    add_path(ax, ring, 6, None, facecolor="none", edgecolor=style.level_color(1),
             linewidth=THINNER * style.level_width(1))  # fmt: skip
    write(ax, "a hand rests or holds", (x + 14, y), size=style.SMALL, align="left")
    write(ax, style.DISCLAIMER, (style.WIDTH - 14, y + 38), size=style.SMALL, color="ink-soft",
          align="right")  # fmt: skip


def describe_overview(routine: Routine) -> str:
    """Return the overview in words: part by part, which strokes go where on the back."""
    if not routine.steps:
        return "There is no massage to show."
    lines = [
        "Small pictures of the back, one for each part of the massage, with all strokes of the "
        "part drawn on it. The numbers are those of the steps."
    ]
    for count, (name, seconds) in enumerate(routine.phase_seconds().items(), start=1):
        lines.append(f"{count}. {load().phase[name].name}, {clock(seconds)} minutes:")
        for group in groups(routine, name):
            lines.append(f"{group.words}: {_where(group)}.")
    return "\n\n".join([*lines, style.DISCLAIMER])


def _where(group: Group) -> str:
    stroke = group.strokes[0]
    place = next(p for p in load().technique[stroke.technique].place if p.id == stroke.place)
    hands = np.concatenate([hand.xy[hand.touching] for s in group.strokes for hand in s.hands])
    low, high = (math.floor(value) for value in (hands[:, 1].min(), hands[:, 1].max()))
    if stroke.spot is not None:
        x, y = stroke.spot
        side = "right" if x >= 0 else "left"
        return f"{abs(x):.0f} cm to the receiver's {side} of the spine, {y:.0f} cm down"
    name = f"{place.name[:1].lower()}{place.name[1:]}"
    return f"{name}, from {max(low, 0)} to {max(high, 0)} cm below the bump at the neck"
