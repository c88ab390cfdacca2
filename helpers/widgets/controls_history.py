"""The history of a planner: undo, redo, reset, what changed, and what could not be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from traitlets import Bool, Unicode

from helpers.stage import Element
from helpers.widgets.controls_files import script, style

ACTIONS = ("undo", "redo", "reset", "seen")
"""What it tells: three buttons, and that the page came into sight again."""


class History(Element):
    """Three buttons and two sentences.

    ``on_act`` is called with one of `ACTIONS`. ``said`` is what changed last; ``problem`` is what
    could not be done or saved, and stands out.
    """

    _esm = script("control_history")
    _css = "\n".join((style("control_buttons"), style("control_history", shared=False)))

    label = Unicode("Your changes").tag(sync=True)
    undo = Bool(False).tag(sync=True)
    redo = Bool(False).tag(sync=True)
    said = Unicode().tag(sync=True)
    problem = Unicode().tag(sync=True)

    def __init__(self, label: str, on_act: Callable[[str], object], **traits: Any) -> None:
        super().__init__(label=label, **traits)
        self._on_act = on_act
        self.on_msg(self._heard)

    def act(self, action: str) -> None:
        """Do what a press on a button does."""
        if action in ACTIONS:
            self._on_act(action)

    def text(self) -> str:
        """Return what can be done, what changed and what could not be."""
        can = [name for name, on in (("undo", self.undo), ("redo", self.redo)) if on]
        lines = [f"History: {', '.join([*can, 'reset'])}", self.said, self.problem]
        return "\n".join(line for line in lines if line)

    def _heard(self, _widget: object, content: Any, _buffers: object) -> None:
        if isinstance(content, dict) and isinstance(content.get("act"), str):
            self.act(content["act"])
