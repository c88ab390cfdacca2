"""Planning, checking and path sampling: beside drawing one diagram, and as there is more to do."""

import functools
import gc
from collections.abc import Callable, Iterator

import numpy as np
from attrs import evolve

from helpers.body import back
from helpers.diagrams.canvas import figure
from helpers.diagrams.moving import draw_stroke_picture
from helpers.diagrams.stroke_back import stroke_view
from helpers.diagrams.svg import svg
from helpers.planner import plan
from helpers.routine import Routine, check
from helpers.session import Session, Spot
from helpers.strokes import build
from helpers.strokes.track import PRESS, Track
from tests.benchmarks.timing import Row, timed

KEPT = ("helpers.content", "helpers.body")
"""What is read once for a whole lesson, and so stays when all else is forgotten."""
LOOKED_UP = ("Places._codes", "Back._make_caps")
"""What a body keeps of the places that strokes have asked it about: that is forgotten, too."""
SPOTS = (Spot(4.5, 12, "tight", 5), Spot(-8.5, 3.2, "tender", 7), Spot(3.4, 22, "tight", 3))
STROKE = "T02"
MORE = 10
SHORT_LONG = (3, 45)
"""The shortest and the longest session, in minutes."""


def rows() -> Iterator[Row]:
    """Measure, and return the rows of the table."""
    yield from _beside_a_diagram()
    yield from _with_more_steps()


def _beside_a_diagram() -> Iterator[Row]:
    body, stroke = back("reference"), build(STROKE)
    view = stroke_view(stroke.technique, stroke.place, body)

    def draw() -> None:
        fig, ax = figure(view)
        draw_stroke_picture(ax, stroke, body)
        svg(fig)

    session = Session(minutes=45, spots=SPOTS)
    draw()
    first = timed(lambda: plan(session), 5, forget), timed(draw, 5, forget)
    # Every plan is another one, as when a slider moves: none has been made before.
    lengths = iter(range(44, 30, -1))
    again = timed(lambda: plan(session.changed(minutes=next(lengths))), 9), timed(draw, 9)
    for when, (planned, drawn) in {
        "the first in a kernel": first,
        "again with other minutes": again,
    }.items():
        yield Row(
            f"`plan` for 45 minutes with three spots, {when}",
            f"drawing one diagram, {when}".replace(" with other minutes", ""),
            planned / drawn,
            most=0.5,
            figures=f"{planned:.0f} ms, {drawn:.0f} ms",
        )


def _with_more_steps() -> Iterator[Row]:
    few, many = (plan(Session(minutes=minutes)) for minutes in SHORT_LONG)
    share = MORE * len(few.steps) / len(many.steps)
    short, long = (
        timed(functools.partial(plan, Session(minutes=minutes)), 5, forget)
        for minutes in SHORT_LONG
    )
    yield Row(
        "`plan`, at 10 times the steps (by steps)",
        "1 times",
        share * long / short,
        most=12,
        figures=f"{len(few.steps)} steps {short:.0f} ms, {len(many.steps)} steps {long:.0f} ms",
    )
    one = plan(Session(minutes=20))
    yield _compared("`check`", check, one, _repeated(one))
    track = Track((0.0, 0.0), "palm")
    for turn in range(20):
        track.line([(4.0, 40.0), (9.0, 20.0), (4.0, float(turn))], 5.0, 2.0, PRESS)
    moments = [np.linspace(0.0, track.seconds, count) for count in (2_000, 2_000 * MORE)]
    yield _compared("sampling a path", lambda t: track.sample(t, []), *moments)


def _compared(what: str, call: Callable[..., object], few: object, many: object) -> Row:
    short, long = (timed(functools.partial(call, each), 9, forget) for each in (few, many))
    return Row(
        f"{what}, at 10 times the steps",
        "1 times",
        long / short,
        most=12,
        figures=f"{short:.1f} ms, {long:.1f} ms",
    )


def _repeated(routine: Routine) -> Routine:
    """Return a routine of ten times the steps, whose strokes are all checked anew."""
    steps = []
    for turn in range(MORE):
        for step in routine.steps:
            stroke = step.stroke
            hands = {side: evolve(getattr(stroke, side)) for side in ("right", "left")}
            start = turn * routine.minutes * 60 + step.start
            steps.append(evolve(step, start=start, stroke=evolve(stroke, **hands)))
    return evolve(routine, steps=tuple(steps), minutes=MORE * routine.minutes)


def forget() -> None:
    """Empty all stores of results, as in a fresh kernel that has read its content."""
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper):
            module = found.__module__ or ""
            kept = module.startswith(KEPT) and found.__qualname__ not in LOOKED_UP
            if module.startswith("helpers.") and not kept:
                found.cache_clear()
