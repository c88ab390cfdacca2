"""Planning and path sampling beside drawing one diagram."""

import functools
import gc
from collections.abc import Iterator

import numpy as np

from helpers.body import back
from helpers.diagrams.canvas import figure
from helpers.diagrams.moving import draw_stroke_picture, moving_svg, stroke_view
from helpers.diagrams.svg import svg
from helpers.planner import plan
from helpers.session import Session, Spot
from helpers.strokes import build
from helpers.strokes.track import PRESS, Track
from tests.benchmarks.timing import Row, against, timed

KEPT = ("helpers.content", "helpers.body")
"""What is read once for a whole lesson, and so stays when all else is forgotten."""
SPOTS = (Spot(4.5, 12, "tight", 5), Spot(-8.5, 3.2, "tender", 7), Spot(3.4, 22, "tight", 3))
STROKE = "T02"


def rows() -> Iterator[Row]:
    """Measure, and return the rows of the table."""
    body, stroke = back("reference"), build(STROKE)
    view = stroke_view(stroke.technique, stroke.place, body)

    def draw() -> None:
        fig, ax = figure(view)
        draw_stroke_picture(ax, stroke, body)
        svg(fig)

    draw()  # the fonts and the outlines of the body are there from now on
    diagram = timed(draw)
    yield Row(f"draw one diagram ({STROKE}, back and stroke)", diagram)
    moving = timed(lambda: moving_svg(stroke))
    yield Row("draw its moving part alone", moving, against(moving, diagram, "the diagram"))

    session = Session(minutes=45, spots=SPOTS)
    first = timed(lambda: plan(session), 3, forget)
    yield Row("plan 45 minutes with 3 spots", first, against(first, diagram, "the diagram"))
    lengths = iter(range(44, 30, -1))
    again = timed(lambda: plan(session.changed(minutes=next(lengths))), 5)
    yield Row("plan again with a minute less", again, against(again, diagram, "the diagram"))

    one = timed(lambda: build(STROKE), before=forget)
    yield Row("work out one stroke, from the catalogue", one, against(one, diagram, "the diagram"))
    yield from _sampling()


def _sampling() -> Iterator[Row]:
    track = Track((0.0, 0.0), "palm")
    for turn in range(20):
        track.line([(4.0, 40.0), (9.0, 20.0), (4.0, float(turn))], 5.0, 2.0, PRESS)
    few, many = (np.linspace(0.0, track.seconds, count) for count in (2_000, 20_000))
    base = timed(lambda: track.sample(few), 31)
    yield Row("sample a path at 2,000 moments", base)
    more = timed(lambda: track.sample(many), 31)
    yield Row("sample it at 10 times as many", more, against(more, base, "2,000 moments"))


def forget() -> None:
    """Empty all stores of results, as in a fresh kernel that has read its content."""
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper):
            module = found.__module__ or ""
            if module.startswith("helpers.") and not module.startswith(KEPT):
                found.cache_clear()
