"""The picture of one stroke that can be set in motion, at its true pace, in the browser alone."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from ipywidgets import widget_serialization
from traitlets import Bytes, Dict, Float, Unicode

from helpers.body import back
from helpers.content import load
from helpers.diagrams import stroke_view
from helpers.stage import Stage
from helpers.stage.bundle import THEME, bundle, styles
from helpers.stage.stage import STYLE, VIEW
from helpers.strokes import Stroke

from .score import symbols_of
from .tracks import track

HERE = Path(__file__).parent
SLOWER = ("s", "s/circle")
"""Units in which a larger pace is a slower one."""


class StrokeStage(Stage):
    """A stage with a button that lets both hands go along the drawn stroke.

    ``pace``, ``passes`` and ``level`` are what the learner has chosen; `follows` names the controls
    of some of them, and the motion answers to those at once, in the browser alone. `motion` is the
    stroke that is drawn, empty where there is none. A firmer level than that of the drawn stroke is
    not shown before the stroke is drawn anew, for only that keeps every limit.
    """

    _esm = bundle(
        *VIEW,
        *(HERE / f"{name}.js" for name in ("motion", "hands", "unpack", "motion_stage")),
    )
    _css = styles(THEME, STYLE, HERE / "hands.css", HERE / "motion_stage.css")

    motion = Bytes().tag(sync=True)
    pace = Float().tag(sync=True)
    passes = Float(1.0).tag(sync=True)
    level = Unicode().tag(sync=True)
    follows: Any = Dict().tag(sync=True, **widget_serialization)
    words: Any = Dict().tag(sync=True)

    def __init__(self, still: str, moving: str = "", *, stroke: Stroke | None, **more: Any) -> None:
        labels = load().control
        super().__init__(still, moving, **more)
        self.update(
            motion=motion_of(stroke),
            words={"play": labels["stroke-play"].label, "stop": labels["stroke-stop"].label},
        )


def motion_of(stroke: Stroke | None) -> bytes:
    """Return one pass of a stroke, packed for the browser; nothing for no stroke."""
    return b"" if stroke is None else _packed(stroke)


@lru_cache(maxsize=32)
def _packed(stroke: Stroke) -> bytes:
    entry = load().technique[stroke.technique]
    view = stroke_view(stroke.technique, stroke.place, back(stroke.size))
    one = {**track(stroke, view), "turns": []}
    found = {
        "track": one,
        "symbols": symbols_of([one]),
        "pace": stroke.pace,
        "faster": entry.pace is not None and entry.pace.unit not in SLOWER,
    }
    return zlib.compress(json.dumps(found, separators=(",", ":")).encode(), 9)
