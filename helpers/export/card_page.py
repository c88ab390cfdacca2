"""Where everything goes on the card: the largest letters with which all of it fits on one page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Final

from attrs import define, field, frozen
from matplotlib.axes import Axes
from matplotlib.path import Path
from matplotlib.text import Text

from helpers.body import back
from helpers.diagrams import style
from helpers.diagrams.canvas import add_path
from helpers.diagrams.labels import Box
from helpers.diagrams.layout import Board
from helpers.diagrams.outline import segments
from helpers.diagrams.small_back import WINDOW, Group, Pen, draw_small_back, place_of_back

from .card_letters import rows, width
from .card_text import CardText, Line, Part

SIZES: Final = tuple(size / 4 for size in range(48, 23, -1))
"""Sizes of the letters that are tried, pt."""

MARGIN: Final = 25.0
GUTTER: Final = 16.0
LEADING: Final = 1.18
BACK: Final = 9.0
"""Width of a small back, in sizes of the letters."""


@frozen
class Words:
    """One line of letters: its left end and middle line (pt), size, weight and colour."""

    x: float
    y: float
    text: str
    size: float
    weight: str = "normal"
    color: str = "ink"

    @property
    def box(self) -> Box:
        """What the line covers."""
        wide = width(self.text, self.size, self.weight)
        return Box(self.x + wide / 2, self.y, wide, self.size)


@frozen
class SmallBack:
    """A small back: its upper left corner, pt per cm, and the strokes on it."""

    x: float
    y: float
    scale: float
    strokes: tuple[Group, ...]

    @property
    def box(self) -> Box:
        """What the back covers."""
        wide, tall = WINDOW.width * self.scale, WINDOW.height * self.scale
        return Box(self.x + wide / 2, self.y + tall / 2, wide, tall)


@define
class Page:
    """A card that is laid out: every line of letters and every small back has its place."""

    text: CardText
    paper: tuple[float, float]
    size: float
    words: list[Words] = field(factory=list)
    backs: list[SmallBack] = field(factory=list)
    rules: list[float] = field(factory=list)
    """Heights of the thin lines across the page."""
    bottom: float = 0.0
    """How far down it reaches, pt."""

    @property
    def fits(self) -> bool:
        """Whether nothing runs off the page."""
        return self.bottom <= self.paper[1] - MARGIN + 1e-6

    def draw(self, ax: Axes) -> None:
        """Draw the page on an Axes in pt from the upper left corner."""
        for y in self.rules:
            line = segments([[(MARGIN, y), (self.paper[0] - MARGIN, y)]])
            add_path(ax, line, 2, facecolor="none", edgecolor=style.color("ink-soft"),
                     linewidth=0.6)  # fmt: skip
        body = back(self.text.size)
        number = max(0.72 * self.size, 5.5)
        pen = Pen(lines=0.017 * self.size, ring=0.17 * self.size, text=number, write=_number)
        for one in self.backs:
            low = (one.box.x + one.box.width / 2, one.box.y + one.box.height / 2)
            place = place_of_back((one.x, one.y), one.scale)
            draw_small_back(ax, body, place, one.strokes, Board(*low), pen)
        for words in self.words:
            _write(ax, words)
        _key(ax, self)


def compose(text: CardText, paper: tuple[float, float]) -> Page:
    """Return the card with the largest letters that fit; the smallest where nothing fits."""
    for size in SIZES:
        page = _page(text, paper, size)
        if page.fits:
            break
    return page


def _page(text: CardText, paper: tuple[float, float], size: float) -> Page:
    page = Page(text, paper, size)
    wide = paper[0] - 2 * MARGIN
    y = _put(page, MARGIN, MARGIN, text.title, wide, 1.7 * size, weight="bold")
    if text.facts:
        y = _put(page, MARGIN, y + 0.2 * size, text.facts, wide, size, color="ink-soft")
        y += 1.5 * size  # the key to the levels
    page.rules.append(y + 0.5 * size)
    y += 1.2 * size
    column = (wide - GUTTER) / 2
    heights = [_part(None, part, (0.0, 0.0), column, size) for part in text.parts]
    for x, some in zip(
        (MARGIN, MARGIN + column + GUTTER), _columns(text.parts, heights), strict=True
    ):
        low = y
        for part in some:
            low = _part(page, part, (x, low), column, size)
        page.bottom = max(page.bottom, low)
    page.bottom += 1.4 * size
    foot = page.bottom - 0.6 * size
    page.words.append(Words(MARGIN, foot, style.DISCLAIMER, 0.85 * size, color="ink-soft"))
    return page


def _columns(
    parts: Sequence[Part], heights: Sequence[float]
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return the parts of both columns, so that the longer one is as short as can be.

    The parts of the massage keep their order; lists of sentences stand below them, left or right.
    """
    tall = dict(zip(parts, heights, strict=True))
    massage = [part for part in parts if part.lines]
    lists = [part for part in parts if not part.lines]
    ways = [
        (
            (*massage[:k], *(p for p, left in zip(lists, side, strict=True) if left)),
            (*massage[k:], *(p for p, left in zip(lists, side, strict=True) if not left)),
        )
        for k in range(min(1, len(massage)), len(massage) + 1)
        for side in product((False, True), repeat=len(lists))
    ]
    return min(ways, key=lambda way: max(sum(tall[part] for part in some) for some in way))


def _part(
    page: Page | None, part: Part, at: tuple[float, float], room: float, size: float
) -> float:
    """Put a part in place (``page`` None: only measure); returns where the next one begins."""
    x, y = at
    y = _put(page, x, y, part.heading, room, 1.12 * size, weight="bold") + 0.15 * size
    right, below = x + room, y
    if part.strokes:
        scale = BACK * size / float(WINDOW.width)
        small = SmallBack(x + room - BACK * size, y, scale, part.strokes)
        below = y + small.box.height
        right = small.x - 0.5 * size
        if page is not None:
            page.backs.append(small)
    for line in part.lines:
        edge = right if y < below else x + room
        y = _line(page, line, (x, y), edge - x, size)
    for point in part.points:
        y = _put(page, x, y, "•", room, size) - LEADING * size
        y = _put(page, x + 0.9 * size, y, point, room - 0.9 * size, size) + 0.2 * size
    return max(y, below) + 0.7 * size


def _line(
    page: Page | None, line: Line, at: tuple[float, float], room: float, size: float
) -> float:
    x, y = at
    indent = max(2.6 * size, width(line.numbers, size, "bold") + 0.5 * size)
    _put(page, x, y, line.numbers, room, size, weight="bold")
    y = _put(page, x + indent, y, f"{line.words} {line.amount}", room - indent, size)
    if line.cue:
        y = _put(page, x + indent, y, line.cue, room - indent, size, color="ink-soft")
    return y + 0.25 * size


def _put(
    page: Page | None,
    x: float,
    y: float,
    text: str,
    room: float,
    size: float,
    *,
    weight: str = "normal",
    color: str = "ink",
) -> float:
    """Write text that is broken into lines, its top at ``y``; returns where it ends."""
    for row in rows(text, room, size, weight):
        if page is not None:
            middle = y + LEADING * size / 2
            page.words.append(Words(x, middle, row, size, weight, color))
        y += LEADING * size
    return y


def _write(ax: Axes, words: Words) -> None:
    item = Text(
        words.x, words.y + 0.36 * words.size, words.text, color=style.color(words.color),
        fontfamily=style.FONT, fontsize=words.size, fontweight=words.weight,
        horizontalalignment="left", verticalalignment="baseline", zorder=60, parse_math=False,
    )  # fmt: skip
    ax.add_artist(item)
    item.set_clip_on(False)


def _number(ax: Axes, text: str, box: Box) -> None:
    size = box.height * 0.9
    half = (box.width / 2, box.height / 2)
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]
    plate = Path([(box.x + a * half[0], box.y + b * half[1]) for a, b in corners], closed=True)
    add_path(ax, plate, 59, facecolor="white", linewidth=0, alpha=0.86)
    _write(ax, Words(box.x - width(text, size, "bold") / 2, box.y, text, size, "bold"))


def _key(ax: Axes, page: Page) -> None:
    """Draw the levels below the facts: firmer is wider."""
    if not page.backs:
        return
    size, x, y = page.size, MARGIN, page.rules[0] - 1.25 * page.size
    for level in range(1, page.text.top + 1):
        line = segments([[(x, y), (x + 2.4 * size, y)]])
        add_path(ax, line, 6, facecolor="none", edgecolor=style.level_color(level),
                 linewidth=0.03 * size * style.level_width(level), capstyle="round")  # fmt: skip
        words = f"level {level}"
        _write(ax, Words(x + 3.0 * size, y, words, size))
        x += 4.6 * size + width(words, size)
    low = [(x, y), (x + 2.4 * size, y)]
    add_path(ax, segments([low]), 6, facecolor="none", edgecolor=style.level_color(1),
             linewidth=0.6, linestyle=(0, (3.0, 2.4)))  # fmt: skip
    _write(ax, Words(x + 3.0 * size, y, "light way back", size))
