"""Compose the steps of a routine: phase after phase, each block fitted where the hands are."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import define, evolve, field

from helpers.body import Limits
from helpers.content import load
from helpers.routine import Step
from helpers.session import Session
from helpers.strokes import Stroke, sides

from .blocks import Block, bounds, lay
from .breath import SWEEP
from .finish import add_sweeps, exact_seconds
from .fitting import GETTING_THERE, Order, step_for, wished
from .kept import strokes_of
from .levels import Ceiling, allowed
from .recipe import Wish

GENTLE = 51
"""Seconds of the first glides at level 1: about three long ones."""

LEAST_SPLIT = 84
"""A shorter block is not split in two levels."""

STIFF = "T13"
"""Slow and fast circles: their pace hardly changes, so they may leave some time over."""

HOLDS = (20.0, 40.0, 60.0, 85.0)
"""Holds to start from, s; few of them, so that each is built once and then stretched."""

REST = 5.0
"""Seconds of rest after each kneading block, for the giver's hands."""

OIL = "Then warm a little oil in your palms; leave one forearm on the back while you do."

LONELY = ("P2", "P3", "P5", "P6")
"""The parts in which another stroke joins one that would go on for too long alone."""


@define
class Composer:
    """The routine in the making: the steps so far, and where the hands are."""

    session: Session
    limits: Limits
    """The limits with every place left out on both sides, so that both get equal time."""
    ceiling: Ceiling
    steps: list[Step] = field(factory=list)
    dropped: list[str] = field(factory=list)
    """Techniques that found no room."""

    @property
    def clock(self) -> int:
        """Seconds that are filled so far."""
        return self.steps[-1].end if self.steps else 0

    @property
    def last(self) -> Stroke | None:
        """The stroke that the hands come from."""
        return self.steps[-1].stroke if self.steps else None

    def phase(self, name: str, seconds: int, wishes: Sequence[Wish]) -> bool:
        """Add the steps of one phase; returns False, and adds nothing, where they do not fit.

        A technique that does not fit falls out, and the others take its time.
        """
        left = self._varied(name, seconds, wishes)
        while left:
            before = list(self.steps)
            failed = self._try(name, seconds, left)
            if failed is None:
                if name == "P1":
                    self.steps[-1] = evolve(self.steps[-1], note=OIL)
                return True
            self.steps = before
            self.dropped.append(failed)
            left = [wish for wish in left if wish.technique != failed]
        return False

    def _varied(self, name: str, seconds: int, wishes: Sequence[Wish]) -> list[Wish]:
        """Return the wishes, with another stroke of the phase where one alone would go on long."""
        result = list(wishes)
        room = sum(bounds(wish.technique)[1] for wish in result)
        if name in LONELY and room < seconds:
            known = {wish.technique for wish in result}
            result[1:1] = [
                Wish(technique=other, minutes=0.5)
                for other in load().phase[name].techniques
                if other not in known
                and next(strokes_of(other, self.session.size, self.limits), None) is not None
            ]
        return result

    def _try(self, name: str, seconds: int, wishes: Sequence[Wish]) -> str | None:
        began, spare = self.clock, 0
        exact = exact_seconds(self.session) if name == "P6" else {}
        blocks = _ending_supple(lay(name, seconds, wishes, exact))
        for number, block in enumerate(blocks):
            block = evolve(block, seconds=block.seconds + spare)
            spare = 0
            last = number + 1 == len(blocks)
            for part, wish_level in self._parts(name, block, number, began, last):
                if not self._block(name, part, wish_level):
                    return block.technique
            if not last:
                following = blocks[number + 1]
                spare = self._cut_rest(bounds(following.technique)[1] - following.seconds)
        return None

    def _cut_rest(self, most: int) -> int:
        """Cut a long rest at the end of the last step; returns the seconds won for the next."""
        step = self.steps[-1]
        spare = min(most, int(step.rest - REST))
        if step.side != "both" or spare < 3 or load().technique[step.technique].kind == "holding":
            return 0
        self.steps[-1] = evolve(step, seconds=step.seconds - spare, rest=step.rest - spare)
        return spare

    def _parts(
        self, name: str, block: Block, number: int, began: int, last: bool
    ) -> list[tuple[Block, int]]:
        """Return the block with its level, split where the level changes on the way."""
        level = self.ceiling.wish(name, self.clock - began, strong=block.strong)
        long = block.seconds >= LEAST_SPLIT
        if name == "P2" and number == 0 and long:
            rest = block.seconds - GENTLE
            return [(evolve(block, seconds=GENTLE), 1), (evolve(block, seconds=rest), level)]
        if name == "P2" and number == 0:
            return [(block, 1)]
        if block.technique == "T21":
            block = evolve(block, passes=self.session.feathers)
        light = name == "P1" or (name == "P6" and (last or block.again))
        return [(block, 1 if light else level)]

    def _block(self, phase: str, block: Block, wish_level: int) -> bool:
        if block.technique == SWEEP:
            return add_sweeps(self, block, wish_level)
        level = allowed(self.steps, self.clock, wish_level)
        order = wished(
            Order(
                phase=phase,
                technique=block.technique,
                seconds=block.seconds,
                level=level,
                side="both",
                limits=self.limits,
                size=self.session.size,
                places=_turned(block),
                passes=block.passes,
                pace=hold_pace(block.technique, block.seconds),
                rest=REST if phase == "P3" else 0.0,
            ),
            self.session.choice(block.technique),
        )
        if sides(block.technique) == ("both",):
            return self.add(order)
        first, second = self._sides(order)
        half = block.seconds // 2
        return self.add(evolve(order, side=first, seconds=half)) and self.add(
            evolve(order, side=second, seconds=block.seconds - half, places=self._same())
        )

    def add(self, order: Order, spot: int | None = None, note: str = "") -> bool:
        """Fit one step and append it; returns False where it does not fit."""
        step = step_for(order, self.clock, self.last)
        if step is None:
            return False
        self.steps.append(evolve(step, spot=spot, note=note))
        return True

    def _same(self) -> tuple[str, ...]:
        """Return the place of the step just made, so that both sides get the same."""
        return (self.steps[-1].place,)

    def _sides(self, order: Order) -> tuple[str, str]:
        """Return both sides, the learner's choice or the nearer one first."""
        chosen = self.session.choice(order.technique).side
        first = chosen or self._nearer(order)
        return (first, "left") if first == "right" else (first, "right")

    def _nearer(self, order: Order) -> str:
        if self.last is None:
            return "right"
        stroke = next(strokes_of(order.technique, order.size, order.limits), None)
        if stroke is None:
            return "right"
        x, _ = stroke.right.xy[0]
        ends = [hand.xy[-1, 0] for hand in self.last.hands]
        return "right" if sum(abs(end - x) - abs(end + x) for end in ends) <= 0 else "left"


def _ending_supple(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with no stroke at the end whose time cannot be stretched, if possible."""
    if len(blocks) > 1 and blocks[-1].technique == STIFF:
        return (*blocks[:-2], blocks[-1], blocks[-2])
    return tuple(blocks)


def hold_pace(technique: str, seconds: int) -> float | None:
    """Return how long to hold still, s: about all of the step; the pace does the rest."""
    entry = load().technique[technique]
    if entry.kind != "holding" or entry.pace is None:
        return None
    usual = seconds - GETTING_THERE
    return min(HOLDS, key=lambda hold: abs(math.log(hold / max(usual, 1))))


def _turned(block: Block) -> tuple[str, ...]:
    """Return the places to try: another one each time the stroke comes round again."""
    if block.places or not block.again:
        return block.places
    known = [place.id for place in load().technique[block.technique].place if not place.needs]
    turn = block.again % max(1, len(known))
    return (*known[turn:], *known[:turn])
