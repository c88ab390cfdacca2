"""From a Figure to SVG: small ways of paths, and words as they were written."""

import re

from helpers.diagrams.canvas import LOWER, page, sheet
from helpers.diagrams.labels import write
from helpers.diagrams.stroke import draw_seconds
from helpers.diagrams.svg import fragment, inside
from helpers.diagrams.trace import pieces
from helpers.strokes import build


def test_words_keep_their_spaces() -> None:
    with page(100) as (fig, ax):
        write(ax, "Vitamin C or L 4 and Q 7; M too", (400.0, 50.0))
        assert ">Vitamin C or L 4 and Q 7; M too<" in fragment(fig)


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
