"""A panel: controls beside the picture that they change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import ipywidgets
from traitlets import default

from helpers.stage import ElementError, PlainText, layout
from helpers.stage.layouts import SharedLayout

Widgets: TypeAlias = ipywidgets.Widget | Iterable[ipywidgets.Widget]
"""One widget, or several from top to bottom."""


class Panel(PlainText, ipywidgets.Box):
    """Controls and picture side by side where there is room, else below each other.

    Nothing but CSS decides on it, so a panel follows the width of its notebook at once. On a wide
    page the picture gets about two thirds.

    Parameters
    ----------
    controls
        What the learner changes.
    picture
        What shows the result, a `Stage` for example.
    below
        What takes the whole width under both.
    name
        What the panel is for; it begins the panel's text form.
    """

    def __init__(
        self,
        controls: Widgets,
        picture: Widgets = (),
        below: Widgets = (),
        *,
        name: str = "",
    ) -> None:
        super().__init__()
        self.arrange(controls, picture, below, name=name)

    def arrange(
        self, controls: Widgets, picture: Widgets = (), below: Widgets = (), *, name: str = ""
    ) -> None:
        """Put the parts in place."""
        parts = {"1 1 17rem": controls, "2 1 24rem": picture, "1 1 100%": below}
        columns = [_column(flex, listed(part)) for flex, part in parts.items() if listed(part)]
        if not columns:
            raise ElementError("A panel needs something in it.")
        self.name = name
        self.children = columns

    @default("layout")
    def _layout(self) -> SharedLayout:
        return layout(
            flex_flow="row wrap", align_items="flex-start", grid_gap="0 28px", overflow="visible"
        )

    def text(self) -> str:
        """Return the name and the text of all that is in the panel."""
        title = f"Panel: {self.name}" if self.name else "Panel"
        inside = [child for column in self.children for child in column.children]
        return "\n\n".join([title, *(_text(child) for child in inside)])


class Row(PlainText, ipywidgets.Box):
    """Widgets side by side, as many as there is room for."""

    def __init__(self, widgets: Iterable[ipywidgets.Widget]) -> None:
        columns = [_column("1 1 15rem", (widget,)) for widget in listed(widgets)]
        look = layout(flex_flow="row wrap", grid_gap="0 20px", overflow="visible")
        super().__init__(columns, layout=look)

    def text(self) -> str:
        """Return the text of all that is in the row."""
        return "\n\n".join(_text(column.children[0]) for column in self.children)


def listed(widgets: Widgets) -> tuple[ipywidgets.Widget, ...]:
    """Return the widgets as a tuple.

    Raises
    ------
    ElementError
        When one of them is no widget, or an Output area.
    """
    found = (widgets,) if isinstance(widgets, ipywidgets.Widget) else tuple(widgets)
    for widget in found:
        if not isinstance(widget, ipywidgets.Widget):
            raise ElementError(f"A panel holds widgets, not {widget!r}.")
        if isinstance(widget, ipywidgets.Output):
            raise ElementError("A panel holds no Output area: its height jumps at every change.")
    return found


def _column(flex: str, widgets: tuple[ipywidgets.Widget, ...]) -> ipywidgets.Widget:
    # min_width 0 lets a column be narrower than its widest word or picture.
    look = layout(flex=flex, min_width="0", overflow="visible")
    return ipywidgets.VBox(widgets, layout=look)


def _text(widget: ipywidgets.Widget) -> str:
    if isinstance(widget, PlainText):
        return widget.text()
    return type(widget).__name__
