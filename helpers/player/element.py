"""The player as an element of a notebook: it plays one routine, in the browser alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from traitlets import Bool, Bytes, Unicode

from helpers.routine import Routine
from helpers.stage.bundle import DOM, THEME, bundle, styles
from helpers.stage.drawn import Drawn
from helpers.stage.element import Element

from .score import first_picture, packed

HERE = Path(__file__).parent
_NAMES = (
    "clock", "motion", "cues", "voice", "settings", "place", "watch", "screen", "keys", "hands",
    "scene", "view", "player", "unpack",
)  # fmt: skip
MODULES = (DOM, DOM.with_name("svg_text.js"), *(HERE / f"{name}.js" for name in _NAMES))
"""The player's own modules in the order in which they build on each other."""
_LOOK = ("hands", "player", "player_controls", "player_glance")
STYLE = styles(THEME, *(HERE / f"{name}.css" for name in _LOOK))
"""All of the player's CSS."""


class RoutinePlayer(Element):
    """Plays a routine: hands on the back, a large countdown, signs to hear and to see.

    Once shown it needs no kernel. Another routine, set by `play`, is shown at once; `stale` offers
    the learner a new one, and ``on_renew`` is called when they take it.
    """

    _esm = bundle(*MODULES, HERE / "widget.js")
    _css = STYLE

    score = Bytes().tag(sync=True)
    title = Unicode().tag(sync=True)
    stale = Bool(False).tag(sync=True)

    def __init__(
        self, routine: Routine, on_renew: Callable[[], object] | None = None, **traits: Any
    ) -> None:
        super().__init__(score=packed(routine), title=_title(routine), **traits)
        self._on_renew = on_renew
        self.on_msg(self._heard)

    def play(self, routine: Routine) -> None:
        """Show another routine."""
        self.update(score=packed(routine), title=_title(routine), stale=False)

    def text(self) -> str:
        """Return what it plays."""
        return f"Player: {self.title}"

    def pictures(self) -> tuple[Drawn, ...]:
        """Return the picture of the first step; none when there is nothing to play."""
        return first_picture(self.score)

    def _heard(self, _widget: object, content: Any, _buffers: object) -> None:
        if isinstance(content, dict) and content.get("renew") and self._on_renew is not None:
            self._on_renew()


def _title(routine: Routine) -> str:
    if not routine.steps:
        return "no massage today"
    return f"{len(routine.steps)} steps, {routine.seconds} seconds"
