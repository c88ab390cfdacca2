"""The exercise on a kitchen scale: a part of the hand, a level, and what the scale should show."""

from __future__ import annotations

from typing import Any

from helpers.content import load
from helpers.diagrams.weighing import describe_scale, scale_moving, scale_still
from helpers.planner.weighing import reading
from helpers.stage import Stage

from .controls import Card, Choice, Panel
from .words import control

OURS = (
    "Our choice: nobody has measured how firmly people press at home. The numbers are careful "
    "ceilings, not targets."
)
BIG = "Most kitchen scales end at 5 kilos. Use a bathroom scale for more."


class ScaleExercise(Panel):
    """A choice of hand part and level beside the hand on the scale, at true size."""

    def __init__(self) -> None:
        content = load()
        parts = [(one.id, one.name) for one in content.press.values()]
        self.part = Choice(**control("scale-part"), options=parts)
        self.level = Choice(**control("scale-level"), options=_levels(parts[0][0]), value="2")
        self.how = Card("How", ["Press."], speaks=True)
        self.stage = Stage(scale_still(), name="A hand on a kitchen scale", description="A hand.")
        super().__init__(
            [self.part, self.level, self.how],
            self.stage,
            name="Feel the levels on a kitchen scale",
        )
        for one in (self.part, self.level):
            one.observe(self._changed, names="value")
        self._draw()

    def _changed(self, change: dict[str, Any]) -> None:
        options = _levels(self.part.value)
        if change["owner"] is self.part and len(options) != len(self.level.options):
            kept = min(int(self.level.value), len(options))
            self.level.update(options=options, value=str(kept))
        self._draw()

    def _draw(self) -> None:
        shown = reading(self.part.value, int(self.level.value))
        entry, level = load().press[shown.press], load().pressure_level(shown.level)
        sentences = [entry.how, f"Press until the scale shows {shown.words}. {level.feels}"]
        if shown.kg[1] > 5:
            sentences.append(BIG)
        self.how.update(heading=f"{entry.name}, level {shown.level}", paragraphs=[*sentences, OURS])
        self.stage.update(
            moving=scale_moving(shown),
            description=describe_scale(shown),
            caption=f"The scale should show {shown.words}.",
        )


def _levels(part: str) -> list[tuple[str, str]]:
    """Return the levels that are taught for a part of the hand."""
    content = load()
    return [
        (str(level), f"{level} {content.pressure_level(level).short}")
        for level in range(1, content.press[part].top + 1)
    ]
