"""Buttons: things to do, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from traitlets import Bool, Tuple, Unicode, validate

from helpers.stage import Element, ElementError
from helpers.stage.element import require_text
from helpers.widgets.controls_files import script, style


class Buttons(Element):
    """A named group of buttons.

    Parameters
    ----------
    label
        What the group is for; it is read out, and shown above the buttons unless ``quiet``.
    options
        ``(id, text)`` each. They can be replaced at any time.
    on_press
        Called with the id of the button that was pressed.
    main
        The id of the button that stands out; "" for none.
    off
        The ids of the buttons that cannot be pressed now.
    help
        A sentence below the buttons, read out with the group.
    careful
        Whether a double click and a key that is held down count once: for buttons that stay where
        they are while what they answer changes.
    """

    _esm = script("control_buttons")
    _css = style("control_buttons")

    label = Unicode().tag(sync=True)
    options: Any = Tuple().tag(sync=True)
    main = Unicode().tag(sync=True)
    off: Any = Tuple().tag(sync=True)
    help = Unicode().tag(sync=True)
    look = Unicode("shown").tag(sync=True)
    careful = Bool(False).tag(sync=True)

    def __init__(
        self,
        label: str,
        options: Iterable[Sequence[str]],
        on_press: Callable[[str], object] | None = None,
        help: str = "",
        *,
        main: str = "",
        off: Iterable[str] = (),
        quiet: bool = False,
        careful: bool = False,
        **traits: Any,
    ) -> None:
        require_text(label, "The label of buttons")
        super().__init__(
            label=label,
            options=read_buttons(options),
            main=main,
            off=tuple(off),
            help=help,
            look="quiet" if quiet else "shown",
            careful=careful,
            **traits,
        )
        self._on_press = on_press
        self.on_msg(self._heard)

    def press(self, button: str) -> None:
        """Do what a press on a button does; a press on one that is off or gone does nothing."""
        known = [key for key, _ in self.options]
        if button in known and button not in self.off and self._on_press is not None:
            self._on_press(button)

    def text(self) -> str:
        """Return the label and the buttons."""
        return f"Buttons: {self.label}, {', '.join(text for _, text in self.options)}"

    def _heard(self, _widget: object, content: Any, _buffers: object) -> None:
        if isinstance(content, dict) and isinstance(content.get("press"), str):
            self.press(content["press"])

    @validate("options")
    def _valid_options(self, proposal: Any) -> tuple[tuple[str, str], ...]:
        return read_buttons(proposal["value"])

    @validate("label")
    def _valid_label(self, proposal: Any) -> str:
        return require_text(proposal["value"], "The label of buttons")


def read_buttons(options: Iterable[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Return (id, text) of each button; raises :class:`ElementError` where one is not right."""
    entries: list[tuple[str, str]] = []
    for option in options:
        if isinstance(option, str) or len(option) != 2:
            raise ElementError("A button is (id, text).")
        key, text = option
        entries.append((require_text(key, "The id of a button"), require_text(text, "A button")))
    if len({key for key, _ in entries}) < len(entries):
        raise ElementError("Two buttons have the same id.")
    return tuple(entries)
