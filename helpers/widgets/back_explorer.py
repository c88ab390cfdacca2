"""The map of the back to look around on: what is under the skin, and where to keep off."""

from __future__ import annotations

from typing import Any

from helpers.body import back
from helpers.content import load
from helpers.diagrams import back_svg, describe_back
from helpers.stage import Stage

from .controls import Choice, Panel

MAPS = {
    "muscles": ("Muscles and bones", ("bones", "muscles", "landmarks")),
    "keep-off": ("Where to keep off", ("bones", "zones")),
    "regions": ("Parts of the back", ("regions",)),
}
"""What can be shown: its name, and what the drawing is told to show."""


class BackExplorer(Panel):
    """A map of the back with a choice of what it shows and of the body's size."""

    def __init__(self) -> None:
        self.show = Choice("Show", [(one, name) for one, (name, _) in MAPS.items()])
        self.size = Choice("Body", [(size.id, size.name) for size in load().size.values()])
        self.stage = Stage(self._still(), **self._words())
        super().__init__([self.show, self.size], self.stage, name="Look around on the back")
        for control in (self.show, self.size):
            control.observe(self._changed, names="value")

    def _still(self) -> str:
        return back_svg(size=self.size.value, show=MAPS[self.show.value][1])

    def _words(self) -> dict[str, Any]:
        name, show = MAPS[self.show.value]
        return {
            "name": name,
            "description": describe_back(back(self.size.value), show=show),
            "summary": f"The map shows: {name.lower()}.",
        }

    def _changed(self, _change: dict[str, Any]) -> None:
        self.stage.update(still=self._still(), **self._words())
