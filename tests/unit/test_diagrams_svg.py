"""From a Figure to SVG: small ways of paths, and words as they were written."""

import re

import pytest

from helpers.content import load
from helpers.diagrams import style
from helpers.diagrams.canvas import LOWER, page, sheet
from helpers.diagrams.labels import measure, wrap, write
from helpers.diagrams.stroke import draw_seconds
from helpers.diagrams.svg import fragment, inside
from helpers.diagrams.trace import pieces
from helpers.strokes import build


def test_words_keep_their_spaces() -> None:
    with page(100) as (fig, ax):
        write(ax, "Vitamin C or L 4 and Q 7; M too", (400.0, 50.0))
        assert ">Vitamin C or L 4 and Q 7; M too<" in fragment(fig)


@pytest.mark.parametrize("weight", ["normal", "bold"])
@pytest.mark.parametrize(("width", "size"), [(90.0, style.SMALL), (270.0, 15.5)])
def test_lines_break_where_measuring_each_would_break_them(
    weight: str, width: float, size: float
) -> None:
    said = [f"{one.purpose} {one.why_here} {one.hand}" for one in load().technique.values()]
    assert sum(len(text.split()) for text in said) > 500
    for text in said:
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and measure(longer, size, weight)[0] <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        assert wrap(text, width, size, weight) == "\n".join(lines)


def test_ways_are_short() -> None:
    with sheet(LOWER) as (fig, ax):
        draw_seconds(ax, LOWER, pieces(build("T02", place="whole")))
        drawn = fragment(fig)
    ways = re.findall(r' d="([^"]*)"', drawn)
    assert ways
    for way in ways:
        assert not re.search(r"\.\d\d|[MLCQ] |\n[LCQz]|\s$", way)


def test_a_sheet_with_nothing_on_it_has_nothing_inside() -> None:
    with page(100) as (fig, _):
        assert inside(fig) == ""
