"""Files out of the lesson: buttons that save them, and a text to copy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import frozen
from traitlets import Dict, Tuple, Unicode

from helpers.session import SessionError
from helpers.stage import Element
from helpers.stage.element import require_text
from helpers.widgets.controls_buttons import read_buttons
from helpers.widgets.controls_files import script, style

SAVING = {
    "busy": "Making the file …",
    "saved": "Saved:",
    "silent": "Nothing answers. Press “Start this lesson” at the top first.",
}
COPYING = {
    "copy": "Copy",
    "copied": "Copied.",
    "keys": "It is marked: press Ctrl and C, or Cmd and C on a Mac.",
}


@frozen(kw_only=True)
class File:
    """A file to save: its name, its kind (a media type) and its bytes."""

    name: str
    kind: str
    data: bytes


class Downloads(Element):
    """A named group of buttons, each of which saves a file.

    The bytes are made when the button is pressed and go to the browser, which saves them where it
    saves everything. No path on the server is ever named.

    Parameters
    ----------
    label
        What the group is for.
    options
        ``(id, text)`` each.
    make
        Called with the id of the button; returns the file, or raises :class:`SessionError` with a
        sentence for the learner.
    help
        A sentence below the buttons.
    """

    _esm = script("control_downloads")
    _css = "\n".join((style("control_buttons"), style("control_downloads", shared=False)))

    label = Unicode().tag(sync=True)
    options: Any = Tuple().tag(sync=True)
    help = Unicode().tag(sync=True)
    words: Any = Dict(SAVING).tag(sync=True)

    def __init__(
        self,
        label: str,
        options: Iterable[Sequence[str]],
        make: Callable[[str], File],
        help: str = "",
        **traits: Any,
    ) -> None:
        require_text(label, "The label of buttons")
        super().__init__(label=label, options=read_buttons(options), help=help, **traits)
        self._make = make
        self.on_msg(self._heard)

    def text(self) -> str:
        """Return the label and the buttons."""
        return f"Downloads: {self.label}, {', '.join(text for _, text in self.options)}"

    def press(self, button: str) -> None:
        """Make a file and send it to the browser, or why there is none."""
        if button not in [key for key, _ in self.options]:
            return
        try:
            file = self._make(button)
        except SessionError as error:
            self.send({"problem": str(error)})
            return
        self.send({"name": file.name, "type": file.kind}, buffers=[file.data])

    def _heard(self, _widget: object, content: Any, _buffers: object) -> None:
        if isinstance(content, dict) and isinstance(content.get("press"), str):
            self.press(content["press"])


class CopyText(Element):
    """A text to copy, with a button; it is not there as long as ``value`` is empty."""

    _esm = script("control_copy")
    _css = "\n".join((style("control_buttons"), style("control_copy", shared=False)))

    label = Unicode().tag(sync=True)
    value = Unicode().tag(sync=True)
    help = Unicode().tag(sync=True)
    words: Any = Dict(COPYING).tag(sync=True)

    def __init__(self, label: str, value: str = "", help: str = "", **traits: Any) -> None:
        require_text(label, "The label of a text to copy")
        super().__init__(label=label, value=value, help=help, **traits)

    def text(self) -> str:
        """Return the label and the text to copy."""
        return f"To copy: {self.label}, {self.value or 'nothing yet'}"
