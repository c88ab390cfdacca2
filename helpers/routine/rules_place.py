"""Rules about where the hands are: every sample of every stroke against the level allowed there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from helpers.body import Back, Limits, Looked, back
from helpers.body.geometry import Points
from helpers.content import load
from helpers.strokes import LINK, ON_TOP, Hand, Stroke

from .findings import Findings, found
from .model import Routine

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

PASSING = "T02"
TOO_MUCH = 1e-6
AGREEABLE = frozenset({"buttock"})


def places(routine: Routine) -> Findings:
    """No sample presses more than the place, the stroke and this person allow."""
    # What a person does not allow at all, or not as firmly anywhere, is the work of other rules.
    limits = evolve(routine.limits, top_level=4, techniques_out=(), asked=())
    for index, step in enumerate(routine.steps):
        for piece in (step.link, step.stroke):
            if piece is not None:
                for rule, message in _stroke_faults(piece, routine.size, limits).items():
                    yield found(rule, message, index)


def _stroke_faults(stroke: Stroke, size: str, limits: Limits) -> dict[str, str]:
    """Return the message of each rule that one stroke breaks."""
    seen: dict[str, str] = {}
    for hand in stroke.hands:
        for rule, message in _hand_faults(hand, stroke.contacts, stroke.technique, size, limits):
            seen.setdefault(rule, message)
    return seen


@lru_cache(maxsize=1024)
def _hand_faults(
    hand: Hand, contacts: tuple[str, ...], technique: str, size: str, limits: Limits
) -> tuple[tuple[str, str], ...]:
    """Return (rule, message) of each kind of fault of one hand; a slower copy shares the hand."""
    faults: list[tuple[str, str]] = []
    # A stroke asks about the whole way of a hand too: then it stays looked up.
    looked = back(size).look(hand.xy)
    for number, contact in enumerate(contacts):
        if contact == ON_TOP:
            continue
        for linking in (False, True):
            mask = (hand.contact == number) & hand.touching & ((hand.role == LINK) == linking)
            if mask.any():
                # A link is a flat hand passing over: judged as the long glide is.
                samples = _Samples(
                    looked[mask],
                    hand.pressure[mask],
                    hand.angle[mask],
                    contact,
                    PASSING if linking else technique,
                )
                faults.extend(_sample_faults(samples, size, limits))
    return tuple(faults)


@frozen(eq=False)
class _Samples:
    """The touching samples of one hand with one contact."""

    at: Looked
    pressure: Floats
    angle: Floats
    contact: str
    technique: str

    @property
    def xy(self) -> Points:
        """Where they are, cm of the body."""
        return self.at.xy

    def over(self, body: Back, limits: Limits) -> Mask:
        """Return which samples press more than these limits allow."""
        cap = body.cap(
            self.at,
            technique=self.technique,
            contact=self.contact,
            limits=limits,
            angle=self.angle,
        )
        result: Mask = self.pressure > cap + TOO_MUCH
        return result

    def kept(self, mask: Mask) -> _Samples:
        """Return only the samples of the mask."""
        return evolve(self, at=self.at[mask], pressure=self.pressure[mask], angle=self.angle[mask])


def _sample_faults(samples: _Samples, size: str, limits: Limits) -> Iterator[tuple[str, str]]:
    body = back(size)
    over = samples.over(body, limits)
    if not over.any():
        return
    bad = samples.kept(over)
    off = ~body.on_back(bad.xy)
    if off.any():
        yield "on-the-back", f"A hand leaves the back at {_at(bad, off)}."
    anyone = _anyone(limits)
    general = bad.over(body, anyone) & ~off
    unasked = general & ~bad.over(body, evolve(anyone, agreed=anyone.agreed | AGREEABLE))
    if unasked.any():
        yield "agreed", f"A hand works on the buttocks at {_at(bad, unasked)}."
    zones = _zones_broken(bad, body)
    for mask, rule in ((zones != "", "no-press"), (zones == "", "area-cap")):
        mask = mask & general & ~unasked
        if mask.any():
            name = load().zone[str(zones[mask][0])].name if rule == "no-press" else "this place"
            yield rule, f"Too firm at {_at(bad, mask)}: {name}."
    personal = ~general & ~off
    marked = personal & bad.over(body, evolve(anyone, skips=limits.skips))
    if marked.any():
        yield "excluded", f"A hand comes too near a marked place at {_at(bad, marked)}."
    if (personal & ~marked).any():
        yield "person-cap", f"Too firm for this person at {_at(bad, personal & ~marked)}."


def _anyone(limits: Limits) -> Limits:
    """Return the limits without what belongs to this person alone."""
    return Limits(top_level=4, strong=limits.strong, agreed=limits.agreed, asked=limits.asked)


def _zones_broken(samples: _Samples, body: Back) -> NDArray[np.str_]:
    """Return for each sample a zone that allows less than its pressure, or an empty name."""
    soft = load().contact[samples.contact].kind == "soft"
    names = []
    for held, pressure in zip(body.zones_at(samples.xy), samples.pressure, strict=True):
        broken = [
            name
            for name in held
            if any((part.soft if soft else part.firm) < pressure for part in load().zone[name].part)
        ]
        names.append(broken[0] if broken else "")
    return np.array(names)


def _at(samples: _Samples, mask: Mask) -> str:
    x, y = samples.xy[mask][0]
    side = "right" if x >= 0 else "left"
    return f"{abs(x):.0f} cm to the {side} of the spine, {y:.0f} cm below the neck"


RULES = (places,)
