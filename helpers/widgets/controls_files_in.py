"""Files and links into the lesson: a file of the learner's own, and the plan in a link."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from traitlets import Int, Unicode

from helpers.stage import Element
from helpers.stage.element import require_text
from helpers.widgets.controls_files import script, style

MOST_BYTES = 200_000
TOO_LARGE = "This file is far too large to be a saved session."


class FilePick(Element):
    """One file of the learner's own to read in.

    ``on_text`` is called with the text of a file that was picked, ``on_trouble`` with a sentence
    where it is too large.
    """

    _esm = script("control_filepick")
    _css = style("control_filepick")

    label = Unicode().tag(sync=True)
    help = Unicode().tag(sync=True)
    accept = Unicode(".json,application/json").tag(sync=True)
    most = Int(MOST_BYTES).tag(sync=True)

    def __init__(
        self,
        label: str,
        on_text: Callable[[str], object],
        on_trouble: Callable[[str], object],
        help: str = "",
        **traits: Any,
    ) -> None:
        require_text(label, "The label of a file")
        super().__init__(label=label, help=help, **traits)
        self._on_text, self._on_trouble = on_text, on_trouble
        self.on_msg(self._heard)

    def text(self) -> str:
        """Return the label."""
        return f"File: {self.label}"

    def _heard(self, _widget: object, content: Any, _buffers: object) -> None:
        if not isinstance(content, dict) or not isinstance(content.get("text"), str):
            return
        if content.get("small") is True and len(content["text"]) <= MOST_BYTES:
            self._on_text(content["text"])
        else:
            self._on_trouble(TOO_LARGE)


class Arrival(Element):
    """What the page's address brings; nothing of it is seen.

    ``on_arrival`` is called with the share code in the address ("" where there is none) and with
    the address of the site, each time that the widget is shown.
    """

    _esm = script("control_arrival")
    _css = ""

    def __init__(self, on_arrival: Callable[[str, str], object], **traits: Any) -> None:
        super().__init__(**traits)
        self._on_arrival = on_arrival
        self.on_msg(self._heard)

    def text(self) -> str:
        """Return what it is for."""
        return "Reads the plan in the link by which the page was opened"

    def _heard(self, _widget: object, content: Any, _buffers: object) -> None:
        if not isinstance(content, dict):
            return
        plan, site = content.get("plan"), content.get("site")
        if isinstance(plan, str) and isinstance(site, str):
            self._on_arrival(plan, site)
