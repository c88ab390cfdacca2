"""The choices for a new step of the list: part, stroke, place."""

from __future__ import annotations

from collections.abc import Callable

from helpers.content import load
from helpers.content.models.technique import Place
from helpers.content.phrases import small
from helpers.session import Session, StepEdit
from helpers.strokes import sides

from .controls import Buttons, Choice
from .words import control

SPOTS_ONLY = ("T15",)
"""Strokes that only make sense on a marked spot; the plan adds them by itself."""

USUAL_SECONDS = 60
USUAL_LEVEL = 2


class StepAdder:
    """Three choices that narrow each other down, and the button that adds the step.

    ``widgets`` are to be shown one below the other. ``on_add`` is called with the new steps: one,
    or one for each side.
    """

    def __init__(
        self, session: Callable[[], Session], on_add: Callable[[tuple[StepEdit, ...]], object]
    ) -> None:
        self._session, self._on_add = session, on_add
        phases = load().phase.values()
        self.phase = Choice(
            **control("full-add-part"), options=[(p.id, p.name) for p in phases], value="P2"
        )
        self.stroke = Choice(**control("full-add-stroke"), options=self._strokes())
        self.place = Choice(**control("full-add-place"), options=self._places())
        self.button = Buttons(
            **control("full-add"), options=self._ways(), on_press=lambda _: on_add(self.steps())
        )
        self.phase.observe(lambda _: self.refresh(), names="value")
        self.stroke.observe(lambda _: self._narrow(), names="value")
        self.place.observe(lambda _: self._name(), names="value")
        self.widgets = (self.phase, self.stroke, self.place, self.button)

    def refresh(self) -> None:
        """Offer what fits the part and the session as they are now."""
        self.stroke.options = self._strokes()
        self._narrow()

    def steps(self) -> tuple[StepEdit, ...]:
        """Return the steps that are chosen now."""
        technique = load().technique[self.stroke.value]
        level = min(technique.level.default if technique.level else 1, USUAL_LEVEL)
        ways = sides(technique.id)
        return tuple(
            StepEdit(
                phase=self.phase.value,
                technique=technique.id,
                place=self.place.value,
                side=side,
                level=level,
                seconds=USUAL_SECONDS // len(ways),
            )
            for side in ways
        )

    def _narrow(self) -> None:
        self.place.options = self._places()
        self._name()

    def _name(self) -> None:
        self.button.options = self._ways()

    def _ways(self) -> list[tuple[str, str]]:
        """Return the button, which says what it adds."""
        technique = load().technique[self.stroke.value]
        place = next(one.name for one in technique.place if one.id == self.place.value)
        return [("add", f"Add: {technique.plain}, {small(place)}")]

    def _strokes(self) -> list[tuple[str, str]]:
        phase = load().phase[self.phase.value]
        asked = [one for one in phase.if_asked if one in self._session().asked]
        names = [one for one in (*phase.techniques, *asked) if one not in SPOTS_ONLY]
        return [(one, load().technique[one].plain) for one in names]

    def _places(self) -> list[tuple[str, str]]:
        places = load().technique[self.stroke.value].place
        return [(place.id, place.name) for place in places if self._agreed(place)]

    def _agreed(self, place: Place) -> bool:
        return place.needs is None or place.needs in self._session().agreed
