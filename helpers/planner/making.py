"""One step of a learner's own list, made as this person allows it, or the sentence why not."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from helpers.content import load
from helpers.routine import Step
from helpers.session import Session, StepEdit

from .breath import SWEEP
from .compose import REST, hold_pace
from .finish import breath_of, lighter, sweep_for
from .fitting import Order, least_seconds, step_for, stroke_for, wished
from .screening import Screening
from .spot_parts import held
from .spot_places import PRESS
from .spots import Target, firmness, targets

NO_SPOT = "The spot that this step was for is not on your map any more."
NO_PLACE = "There is no safe place for a firm finger near this spot."
TOO_SHORT = "{seconds} seconds are too short for this stroke; it needs at least {least}."
AS_FIRM = "Level {level} is the most here, so it stays there."
LAST = "P6"


@frozen(kw_only=True)
class Row:
    """What became of one step of the list."""

    edit: StepEdit
    step: int | None = None
    """Index of its step in the routine; None where it cannot be done."""
    trouble: str = ""
    """Why it cannot be done."""
    note: str = ""
    """What is done otherwise than asked for."""


class Making:
    """One session, looked at once, to make many steps for."""

    def __init__(self, session: Session, screening: Screening) -> None:
        self.session, self.limits = session, screening.limits
        self.mirrored = screening.limits.mirrored()
        self._targets: dict[int, Target] | None = None

    def target(self, index: int) -> Target | str:
        """Return where a spot is worked on, or the sentence why it is not."""
        spots = self.session.spots
        if index >= len(spots) or spots[index].feel not in ("tight", "tender"):
            return NO_SPOT
        if self._targets is None:
            self._targets = {one.index: one for one in targets(self.session, self.limits)[0]}
        return self._targets.get(index, NO_PLACE)

    def order(self, edit: StepEdit, passes: int | None) -> Order | str:
        """Return the order for a step, or the sentence why there can be none."""
        level, limits, side, at = min(edit.level, self.limits.top_level), self.mirrored, "", None
        place, pressing = edit.place, None
        if edit.spot is not None:
            target = self.target(edit.spot)
            if isinstance(target, str):
                return target
            limits, side = self.limits, target.side
            place = target.place_for(edit.technique, place)
            at = target.at_for(edit.technique, place)
            level = min(level, firmness(target.spot))
            pressing = target if edit.technique == PRESS else None
            passes = 1 if pressing else None
        order = Order(
            phase=edit.phase,
            technique=edit.technique,
            seconds=edit.seconds,
            level=level,
            side=side or edit.side,
            limits=limits,
            size=self.session.size,
            places=(place,),
            passes=passes,
            pace=hold_pace(edit.technique, edit.seconds) if at is None else None,
            spot=at,
            ramp=pressing.ramp if pressing else None,
            rest=REST if edit.phase == "P3" else 0.0,
            only=True,
        )
        if pressing and (fitted := held(pressing, edit.seconds)):
            order = evolve(order, count=fitted[0], pace=float(fitted[1]))
        choice = self.session.choice(edit.technique)
        return order if at else wished(order, evolve(choice, level=None, place=None))

    def step(
        self, edits: Sequence[StepEdit], index: int, before: Sequence[Step]
    ) -> tuple[Step | None, Row]:
        """Return the step that one edit gives after the steps before it, and its row."""
        edit = edits[index]
        order = self.order(edit, self._passes(edits, index))
        if isinstance(order, str):
            return None, Row(edit=edit, trouble=order)
        last = before[-1] if before else None
        stroke = None if last is None else last.stroke
        if edit.technique == SWEEP and edit.phase == LAST:
            step = self._sweep(order, last, first=not any(s.technique == SWEEP for s in before))
        else:
            step = step_for(order, last.end if last else 0, stroke)
        if step is None:
            found = stroke_for(order, order.places[0])
            least = least_seconds(order, stroke)
            why = found if isinstance(found, str) else ""
            if least is not None:
                why = TOO_SHORT.format(seconds=edit.seconds, least=least)
            return None, Row(edit=edit, trouble=why)
        reached, allowed = step.level, self._allowed(edit)
        if edit.level > allowed:
            # The stroke is as firm as is allowed; the step keeps its name, for the check to see.
            step = evolve(step, level=edit.level)
        note = AS_FIRM.format(level=reached) if reached < min(edit.level, allowed) else ""
        return evolve(step, spot=edit.spot), Row(edit=edit, note=note)

    def _sweep(self, order: Order, last: Step | None, *, first: bool) -> Step | None:
        """Return a step of sweeps down: with the breath, and lighter each time."""
        pace = self.session.choice(SWEEP).pace
        order = evolve(order, breath=None if pace else breath_of(self.session))
        found = sweep_for(order, last.end if last else 0, None if last is None else last.stroke)
        return None if found is None else lighter(found, first=first)

    def _allowed(self, edit: StepEdit) -> int:
        """Return the firmest level that the stroke and this person allow anywhere."""
        level = load().technique[edit.technique].level
        assert level is not None
        most = (level.on_request or level.max) if self.limits.strong else level.max
        return min(most, self.limits.top_level)

    def _passes(self, edits: Sequence[StepEdit], index: int) -> int | None:
        """Return the passes that the learner wants of the finish: sweeps down, feathers up."""
        edit, wanted = (
            edits[index],
            {"T20": self.session.down_strokes, "T21": self.session.feathers},
        )
        if edit.phase != LAST or edit.technique not in wanted:
            return None
        if edit.technique == "T21":
            return wanted["T21"]
        row = [one.technique == "T20" and one.phase == LAST for one in edits]
        first = index == 0 or not row[index - 1]
        few = wanted["T20"] // 2
        if first and index + 1 < len(row) and row[index + 1]:
            return few
        return wanted["T20"] if first else wanted["T20"] - few
