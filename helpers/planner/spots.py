"""Choose the sore spots: which ones, exactly where, and with what."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from helpers.body import Limits
from helpers.content import load
from helpers.session import Session, Spot

from .kept import on_path
from .screening import TOO_MUCH
from .spot_places import (
    CIRCLES,
    LINE,
    PRESS,
    USUAL,
    contact_of,
    legal,
    line,
    place_of,
    release,
)

WORKABLE = ("tight", "tender")
MOST_SPOTS, MOST_EACH, LEAST_EACH = 3, 90, 45
SORE = 6
"""From here on a spot is only worked on at level 2."""

EASE_OFF = 7
"""The number, from 0 to 10, from which on the work is one level lighter."""

CIRCLE_SECONDS, HEEL_SECONDS, FOLLOW, GAP = 13, 10, 3, 2
"""Seconds of the circles before a press, of the release after it, of the smoothing glides in the
press, and of getting from one to the next."""

MOST_ALONE = {CIRCLES: 55, PRESS: 85}
"""Most seconds of a spot that only takes one of the two."""


@frozen(kw_only=True)
class Target:
    """A spot that will be worked on: where exactly (cm of this body), and with what."""

    index: int
    """Which of the session's spots."""
    spot: Spot
    at: tuple[float, float]
    moved: float
    """How far from the mark, cm."""
    circles: str | None
    """The place whose numbers the circles take; None where there can be none."""
    circles_at: tuple[float, float]
    """Where the circles are: a little farther out where they need the room."""
    press: str | None
    """The place whose numbers, and whose contact, the press takes."""
    line: str | None = None
    """The lane of the slow line, where it was chosen and one passes."""
    line_seconds: int = 0
    heel: str | None = None
    """The place whose numbers the release with the palm heel takes."""
    heel_at: tuple[float, float] = (0.0, 0.0)
    """Where the release is: a little farther out where the palm heel needs the room."""
    ramp: float = 4.0
    """Seconds to lean in, about one breath out."""

    @property
    def techniques(self) -> tuple[tuple[str, str], ...]:
        """(technique, place) of all that may be done here."""
        known = ((CIRCLES, self.circles), (PRESS, self.press), (LINE, self.line))
        return tuple((technique, place) for technique, place in known if place is not None)

    @property
    def contact(self) -> str:
        """The contact of the press, or of the circles where nothing can be pressed."""
        return USUAL if self.press is None else contact_of(self.press)

    @property
    def side(self) -> str:
        """The side it lies on."""
        return "right" if self.at[0] >= 0 else "left"

    @property
    def hold(self) -> int:
        """How long a press is held, s: as chosen, within what the contact allows."""
        place = None if self.press is None else place_of(PRESS, self.press)
        pace = place.pace if place is not None and place.pace else load().technique[PRESS].pace
        assert pace is not None
        return round(min(max(self.spot.work.hold, pace.lo), pace.hi))

    @property
    def first_seconds(self) -> int:
        """Seconds of the circles or the line before the press."""
        if self.line is not None:
            return self.line_seconds
        return CIRCLE_SECONDS if self.circles is not None else 0

    @property
    def most(self) -> int:
        """The seconds that all of it takes as it was chosen, no more than a spot may have."""
        if self.press is None:
            return max(MOST_ALONE[CIRCLES], self.line_seconds)
        presses = self.spot.work.presses * (self.hold + 2 * self.ramp) + FOLLOW + GAP
        heel = HEEL_SECONDS if self.heel is not None else 0
        alone = MOST_EACH if self.first_seconds else MOST_ALONE[PRESS]
        return int(min(alone, max(LEAST_EACH, self.first_seconds + presses + heel)))

    def place_for(self, technique: str, wished: str) -> str:
        """Return the place whose numbers a technique takes here, the wish where it fits."""
        if technique == CIRCLES and wished == self.heel:
            return wished
        return dict(self.techniques).get(technique, wished)

    def at_for(self, technique: str, place: str) -> tuple[float, float]:
        """Return where a technique works with the numbers of a place, cm of this body."""
        if technique == CIRCLES:
            return self.heel_at if place == self.heel else self.circles_at
        return self.at


def targets(session: Session, limits: Limits) -> tuple[list[Target], list[Spot]]:
    """Return the spots that can be worked on, the sorest first, and the ones that cannot."""
    order = sorted(workable(session), key=lambda i: (-session.spots[i].strength, i))
    found: list[Target] = []
    impossible: list[Spot] = []
    for index in order:
        target = _target(session, index, limits)
        if target is None:
            impossible.append(session.spots[index])
        else:
            found.append(target)
    return found, impossible


def workable(session: Session) -> list[int]:
    """Return which spots may be worked on: tight or tender, and not too sore when pressed."""
    return [i for i, s in enumerate(session.spots) if s.feel in WORKABLE and not left_alone(s)]


def left_alone(spot: Spot) -> bool:
    """Return whether the receiver said such a number that the place is left for this session."""
    return spot.work.comfort is not None and spot.work.comfort >= TOO_MUCH


def firmness(spot: Spot) -> int:
    """Return the firmest level for a spot: less where it is sore, one less where they said 7."""
    level = 3 if spot.strength < SORE else 2
    comfort = spot.work.comfort
    return max(1, level - (comfort is not None and comfort >= EASE_OFF))


def seconds_for(possible: Sequence[Target], most: int) -> tuple[int, int]:
    """Return (how many spots, seconds in all) that ``most`` seconds are enough for."""
    count = min(len(possible), MOST_SPOTS, most // LEAST_EACH)
    return count, min(most, sum(target.most for target in possible[:count]))


def _target(session: Session, index: int, limits: Limits) -> Target | None:
    spot = session.spots[index]
    out = limits.techniques_out & {CIRCLES, PRESS}
    person = evolve(on_path(limits), techniques_out=out)
    found = legal(spot.x, spot.y, session.size, person, spot.work.contact)
    if found is None:
        return None
    heel, heel_at = release(found.at, session.size, person)
    target = Target(
        index=index,
        spot=spot,
        at=found.at,
        moved=found.moved,
        circles=found.circles,
        circles_at=found.circles_at,
        press=found.press,
        heel=heel,
        heel_at=heel_at,
        ramp=float(min(6, max(3, round(30 / session.breaths_per_minute)))),
    )
    if spot.work.way == "line" and LINE not in limits.techniques_out:
        lane = line(target.side, found.at, session.size, person)
        if lane is not None:
            return evolve(target, line=lane[0], line_seconds=lane[1] + GAP)
    return target
