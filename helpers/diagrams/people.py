"""What people in a set-up are drawn of: pieces with an outline, limbs, hands. Numbers in cm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from attrs import evolve, field, frozen
from matplotlib.path import Path
from numpy.typing import ArrayLike

from . import hands
from .canvas import Array
from .outline import mirror_path, segments, smooth


@frozen(eq=False)
class Piece:
    """A part of a figure: a closed path to fill, lines to draw, and the tokens of both."""

    fill: Path
    edge: Path
    token: str = "skin"
    line: str = "skin-line"
    over: bool = False
    """Drawn above the cover."""


@frozen(eq=False)
class Figure:
    """A person seen from above: pieces from the lowest to the uppermost, and the cover."""

    pieces: tuple[Piece, ...]
    cover: Path
    folds: Path
    details: Path = field(factory=lambda: segments([]))
    """Thin lines on top of all: eyes, mouth, the furrow of the spine."""


def flip(figure: Figure) -> Figure:
    """Return the mirror image of a figure."""
    return Figure(
        tuple(flip_piece(piece) for piece in figure.pieces),
        mirror_path(figure.cover),
        mirror_path(figure.folds),
        mirror_path(figure.details),
    )


def flip_piece(piece: Piece) -> Piece:
    """Return the mirror image of a piece."""
    return evolve(piece, fill=mirror_path(piece.fill), edge=mirror_path(piece.edge))


def blob(
    points: ArrayLike, sharp: Sequence[int] = (), token: str = "skin", line: str = "skin-line"
) -> Piece:
    """Return a piece with a closed smooth outline all round."""
    path = smooth(points, sharp)
    return Piece(path, path, token, line)


def limb(
    joints: ArrayLike, widths: Sequence[float], token: str = "skin", line: str = "skin-line"
) -> Piece:
    """Return a limb of round ends: a line of joints (cm), and its full width at each."""
    way = np.asarray(joints, dtype=float)
    half = np.asarray(widths, dtype=float) / 2
    ahead = np.gradient(way, axis=0)
    ahead /= np.hypot(*ahead.T)[:, None]
    side = np.column_stack([-ahead[:, 1], ahead[:, 0]])
    one, other = way + side * half[:, None], way - side * half[:, None]
    tip, start = way[-1] + ahead[-1] * half[-1], way[0] - ahead[0] * half[0]
    return blob(np.concatenate([one, [tip], other[::-1], [start]]), (), token, line)


def ellipse(at: tuple[float, float], half: tuple[float, float], turn: float = 0.0) -> Array:
    """Return the points of an ellipse."""
    t = np.linspace(0, 2 * np.pi, 13)[:-1]
    xy = np.column_stack([np.cos(t), np.sin(t)]) * half
    angle = np.radians(turn)
    spin = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    turned: Array = xy @ spin + at
    return turned


def palm(wrist: tuple[float, float], fingers: float, *, left: bool, over: bool = True) -> Piece:
    """Return a receiver's open hand, seen from its back; ``fingers`` as in `hands.place`."""
    shape = hands.shape("palm")
    ahead = np.array([np.sin(np.radians(fingers)), -np.cos(np.radians(fingers))])
    x, y = np.asarray(wrist) + ahead * (hands.LENGTH / 2 - 1.0)
    move = hands.place((float(x), float(y)), fingers, mirrored=left, size=0.94)
    return Piece(move.transform_path(shape.fill), move.transform_path(shape.edge), over=over)


def curves(lines: Iterable[ArrayLike]) -> Path:
    """Return several smooth open lines as one path."""
    return Path.make_compound_path(*(smooth(line, (), closed=False) for line in lines))
