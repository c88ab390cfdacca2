"""Where labels go so that nothing overlaps: columns beside the body, or near a stroke. In px."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from attrs import define, field
from numpy.typing import ArrayLike

from .canvas import Array
from .labels import Box

EDGE = np.array([6.0, 4.0])
"""Labels keep this far from the picture's edges, px."""


@define
class Board:
    """What is already taken, and where a new label may go."""

    width: float
    height: float
    boxes: list[Box] = field(factory=list)
    path: Array = field(factory=lambda: np.empty((0, 2)))
    soft: Array = field(factory=lambda: np.empty((0, 2)))

    def avoid_path(self, points: ArrayLike) -> None:
        """Keep labels off these points (px)."""
        self.path = np.concatenate([self.path, np.asarray(points, dtype=float).reshape(-1, 2)])

    def avoid_softly(self, points: ArrayLike) -> None:
        """Keep labels off these points (px) where there is room."""
        self.soft = np.concatenate([self.soft, np.asarray(points, dtype=float).reshape(-1, 2)])

    def take(self, box: Box) -> Box:
        """Mark a box as taken."""
        self.boxes.append(box)
        return box

    def find(
        self,
        near: ArrayLike,
        size: tuple[float, float],
        *,
        toward: tuple[float, float] = (1.0, 0.0),
        gap: float = 4.0,
        reach: float = 260.0,
        bias: float = 14.0,
    ) -> Box | None:
        """Return the best free box of this size near a point, or None; prefers one direction."""
        tiers = [(0.0, 30.0), (30.0, 90.0), (90.0, reach)]
        if bias > 20:
            tiers = [(0.0, 70.0), (70.0, reach)]
        for low, high in tiers:
            radii = np.arange(low, high, 10.0)
            box = self._best(
                np.asarray(near, dtype=float), size, np.asarray(toward), gap, radii, bias
            )
            if box is not None:
                return box
        return None

    def _best(
        self,
        near: Array,
        size: tuple[float, float],
        toward: Array,
        gap: float,
        radii: Array,
        bias: float,
    ) -> Box | None:
        half = np.array(size) / 2
        away = np.repeat(radii, len(_RING))
        unit = np.tile(_RING, (len(radii), 1))
        at = near + unit * (half + gap + away[:, None])
        low, high = half + EDGE, np.array([self.width, self.height]) - half - EDGE
        free = ((at >= low) & (at <= high)).all(axis=1)
        if self.boxes:
            taken = np.array([[b.x, b.y, b.width / 2, b.height / 2] for b in self.boxes])
            apart = np.abs(at[:, None, :] - taken[:, :2]) >= taken[:, 2:] + half + gap
            free &= apart.any(axis=2).all(axis=1)
        at, away, unit = at[free], away[free], unit[free]
        if len(self.path):
            reach = 2 * half + radii[-1] + 2 * gap
            nearby = self.path[(np.abs(self.path - near) < reach).all(axis=1)]
            dx = np.abs(at[:, :1] - nearby[:, 0]) < half[0] + gap
            dy = np.abs(at[:, 1:] - nearby[:, 1]) < half[1] + gap
            clear = ~(dx & dy).any(axis=1)
            at, away, unit = at[clear], away[clear], unit[clear]
        if not len(at):
            return None
        cost = away + bias * (1 - unit @ toward)
        if len(self.soft):
            dx = np.abs(at[:, :1] - self.soft[:, 0]) < half[0]
            dy = np.abs(at[:, 1:] - self.soft[:, 1]) < half[1]
            cost += 1.2 * (dx & dy).sum(axis=1)
        x, y = at[int(np.argmin(cost))]
        return Box(float(x), float(y), *size)


_ANGLES = np.arange(0, 2 * np.pi, np.pi / 12)
_RING = np.column_stack([np.cos(_ANGLES), np.sin(_ANGLES)])


def column(
    heights: Sequence[float], wanted: Sequence[float], low: float, high: float, gap: float = 9.0
) -> list[float]:
    """Return middles of labels in a column, in order, as near as can be to the wanted ones (px)."""
    order = np.argsort(np.asarray(wanted), kind="stable")
    placed = np.zeros(len(order))
    groups: list[list[int]] = []
    for index in order:
        groups.append([int(index)])
        while len(groups) > 1 and _top(groups[-1], heights, wanted, gap, low, high) < (
            _top(groups[-2], heights, wanted, gap, low, high) + _tall(groups[-2], heights, gap)
        ):
            last = groups.pop()
            groups[-1] += last
    for group in groups:
        y = _top(group, heights, wanted, gap, low, high)
        for index in group:
            placed[index] = y + heights[index] / 2 + gap / 2
            y += heights[index] + gap
    return [float(y) for y in placed]


def _tall(group: Iterable[int], heights: Sequence[float], gap: float) -> float:
    return sum(heights[i] + gap for i in group)


def _top(
    group: Sequence[int],
    heights: Sequence[float],
    wanted: Sequence[float],
    gap: float,
    low: float,
    high: float,
) -> float:
    offset, tops = 0.0, []
    for i in group:
        tops.append(wanted[i] - heights[i] / 2 - gap / 2 - offset)
        offset += heights[i] + gap
    return min(max(float(np.mean(tops)), low), max(high - offset, low))
