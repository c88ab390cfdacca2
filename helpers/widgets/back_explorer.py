"""The map of the back to look around on: what is under the skin, and where to keep off."""

from __future__ import annotations

from typing import Any

from helpers.body import back
from helpers.content import load
from helpers.diagrams import back_svg, describe_back
from helpers.session import Session, Store
from helpers.stage import Stage

from .controls import Choice
from .later import later
from .session_panel import SessionPanel
from .words import control

MAPS = {
    "muscles": ("Muscles and bones", ("bones", "muscles", "landmarks")),
    "keep-off": ("Where to keep off", ("bones", "zones")),
    "regions": ("Parts of the back", ("regions",)),
}
"""What can be shown: its name, and what the drawing is told to show."""


class BackExplorer(SessionPanel):
    """A map of the back with a choice of what it shows; its body is the one of the session."""

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("explorer", ("size",), store)
        self.map = Choice("Show", [(one, name) for one, (name, _) in MAPS.items()])
        self.size = Choice(
            **control("size"), options=[(size.id, size.name) for size in load().size.values()]
        )
        self.bind(self.size, lambda s: s.size, lambda v: {"size": v})
        self._follow()
        self.stage = Stage(self._still(), **self._words())
        self.compose([self.map, self.size], self.stage, name="Look around on the back")
        self.map.observe(lambda _change: self.show(), names="value")

    def show(self) -> None:
        """Draw the map anew."""
        self.stage.update(still=self._still(), **self._words())

    def _changed(self, old: Session, new: Session) -> None:
        self._follow()
        if old.size != new.size:
            if self._acting:
                self.show()
            else:
                later.do(self, self.show)

    def _still(self) -> str:
        return back_svg(size=self.session.size, show=MAPS[self.map.value][1])

    def _words(self) -> dict[str, Any]:
        name, show = MAPS[self.map.value]
        return {
            "name": name,
            "description": describe_back(back(self.session.size), show=show),
            "summary": f"The map shows: {name.lower()}.",
        }
