"""A field for one line of the learner's own words."""

from __future__ import annotations

from typing import Any

from traitlets import Bool, Int, Unicode, validate

from helpers.stage import Element
from helpers.stage.element import require_text
from helpers.widgets.controls_files import script, style


class Field(Element):
    """One line of text; its value follows when the learner leaves the field or presses Enter.

    Parameters
    ----------
    label
        What to write.
    value
        The text; line breaks and other signs that cannot be printed fall out, and so does what
        is longer than ``most`` letters.
    help
        A sentence below the field, read out with it.
    """

    _esm = script("control_field")
    _css = style("control_field")

    label = Unicode().tag(sync=True)
    value = Unicode().tag(sync=True)
    most = Int(40).tag(sync=True)
    help = Unicode().tag(sync=True)
    disabled = Bool(False).tag(sync=True)

    def __init__(
        self, label: str, value: str = "", help: str = "", *, most: int = 40, **traits: Any
    ) -> None:
        require_text(label, "The label of a field")
        super().__init__(label=label, most=most, value=value, help=help, **traits)

    def text(self) -> str:
        """Return the label and what is written."""
        return f"Field: {self.label}, {self.value or 'empty'}"

    @validate("value")
    def _valid_value(self, proposal: Any) -> str:
        printable = "".join(sign for sign in proposal["value"] if sign.isprintable())
        return printable.strip()[: self.most]

    @validate("label")
    def _valid_label(self, proposal: Any) -> str:
        return require_text(proposal["value"], "The label of a field")
