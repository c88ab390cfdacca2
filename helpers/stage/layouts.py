"""How widgets lie in the page: what looks the same is one layout, which none of them may change."""

from __future__ import annotations

from typing import Any

import ipywidgets

_kept: dict[tuple[tuple[str, str], ...], SharedLayout] = {}


class SharedLayout(ipywidgets.Layout):
    """A layout of many widgets at once.

    ipywidgets makes one for each widget, which for most of ours says nothing: hundreds of models
    that the kernel makes, sends and keeps, and that the browser makes again.
    """

    def __init__(self, **look: str) -> None:
        super().__init__(**look)
        self.look = look

    def __setattr__(self, name: str, value: Any) -> None:
        if "look" in vars(self) and name in self.keys:
            raise AttributeError(
                "Many widgets share this layout; use set_shown() to hide one of them."
            )
        super().__setattr__(name, value)


def layout(**look: str) -> SharedLayout:
    """Return the layout of all widgets of this kernel that look so."""
    key = tuple(sorted(look.items()))
    found = _kept.get(key)
    if found is None or found.comm is None:  # a closed one is not known to the browser any more
        found = _kept[key] = SharedLayout(**look)
    return found


def set_shown(widget: Any, wanted: bool) -> None:
    """Show a widget, or take it out of sight.

    To be called once before the widget is shown: its view in the page does not notice that it has
    got another layout, only what changes in the one that it had at first.
    """
    if isinstance(widget.layout, SharedLayout):
        widget.layout = ipywidgets.Layout(**widget.layout.look)
    widget.layout.display = None if wanted else "none"


def is_shown(widget: Any) -> bool:
    """Whether a widget is not out of sight."""
    return bool(widget.layout.display != "none")
