"""What every path family needs while it builds: the body, the person, the numbers, and moving."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import compress
from operator import not_

import numpy as np
from attrs import define, field

from helpers.body import Back, Limits, back
from helpers.body.geometry import Points, points
from helpers.content.models.common import Amount, Point
from helpers.content.models.technique import Leg, Motion, Place, Station, Technique

from .model import Blocked
from .pressing import legal
from .track import LIFT, LINK, PALM, Track

LINK_SPEED = 7.0
"""Light glides between the parts of a stroke, cm/s (V04's default)."""
HOP_SPEED = 20.0
"""A lifted hand's speed, cm/s (our choice, well under what a hand can do)."""

Sign = int
Tracks = dict[Sign, Track]
"""A hand's track by side of the body: +1 the receiver's right, -1 the left."""
Way = tuple[float, Point, Point]
"""A light glide: where the fingers point, degrees, from where, to where."""
Work = Callable[[Track, Station, Sign], None]
Start = Callable[[Station, Sign], Point]


@define
class Setup:
    """One stroke in the making."""

    technique: Technique
    place: Place
    back: Back
    limits: Limits
    signs: tuple[Sign, ...]
    """The sides worked on: (1, -1) for both."""
    level: float
    pace: Amount
    value: float
    """The pace in use, in the unit of ``pace``."""
    count: int
    spot: Point | None = None
    strict: bool = True
    """Leave out what is not allowed (False: build it all, to be found by ``check``)."""
    dropped: int = 0
    stations: list[Point] = field(factory=list)
    ranges: list[tuple[float, float]] = field(factory=list)
    ramp: float | None = None
    """Seconds to lean in and to ease out; None: as the technique says."""
    link: str = PALM
    """The contact of links and rests."""
    return_pace: float | None = None
    """How fast the light way back is, cm/s; None: as the catalogue says."""
    _trials: dict[tuple[Sign, Point, float, str, Station], Track] = field(init=False, factory=dict)
    """The work tried out: by side, where the hand was and pointed, its contact, and station."""
    _glides: dict[Way, bool] = field(init=False, factory=dict)
    """Whether a light hand may glide there, as far as that was asked."""

    @property
    def motion(self) -> Motion:
        """The technique's motion; every taught technique has one."""
        assert self.technique.motion is not None
        return self.technique.motion

    @property
    def contact(self) -> str:
        """The technique's main contact."""
        assert self.technique.contact is not None
        return self.technique.contact

    # --- numbers ------------------------------------------------------------------------------

    def period(self) -> float:
        """Return the seconds of one circle, rub, strike or squeeze at the pace in use."""
        rate = self.pace.unit in ("circles/s", "Hz", "strikes/s")
        return 1.0 / self.value if rate else self.value

    def speed(self, leg: Leg) -> float:
        """Return the speed of a leg, cm/s, and note how far it may be stretched."""
        if leg.pace is None:
            return self.value
        speed = leg.pace.default
        if leg.role == "return" and self.return_pace is not None:
            speed = float(np.clip(self.return_pace, leg.pace.lo, leg.pace.hi))
        self.allow(leg.pace, speed)
        return speed

    def allow(self, amount: Amount, value: float) -> None:
        """Note that times may only be stretched while ``amount`` at ``value`` stays in range."""
        slower_is_more = amount.unit in ("s", "s/circle")
        low, high = amount.lo / value, amount.hi / value
        self.ranges.append((low, high) if slower_is_more else (1 / high, 1 / low))

    def allow_links(self) -> None:
        """Note that times may only be stretched while light glides stay as quick as V04 says."""
        glide = self.back.content.number["V04"]
        assert glide.lo
        assert glide.hi
        self.ranges.append((LINK_SPEED / glide.hi, LINK_SPEED / glide.lo))

    # --- places -------------------------------------------------------------------------------

    def at(
        self, xy: Sequence[float], sign: Sign, keep_off: float = 0.0, contact: str | None = None
    ) -> Point:
        """Return a reference point of the right side on this body and side.

        ``keep_off`` (cm) is how far the contact reaches inwards round the point; on a small body
        the point moves outwards until the contact stays out of the spine strip.
        """
        x, y = _on_body(self.back.size.id, *xy)
        gap = self.back.content.contact[contact or self.contact].spine_gap
        if gap and self.strict and abs(x) > 1e-9:
            x = math.copysign(max(abs(x), gap + keep_off + 0.01), x)
        return sign * x, y

    def corners(self, leg: Leg, sign: Sign) -> list[Point]:
        """Return the corners of a leg on this body and side."""
        return [self.at(xy, sign, contact=leg.contact) for xy in leg.points]

    def radius(self, station: Station) -> float:
        """Return a station's radius on this body: never larger than on the reference body."""
        reference = station.radius or 0.0
        scaled, _ = _on_body(self.back.size.id, 1.0, station.at[1])
        return reference * min(1.0, scaled)

    def most(self, station: Station) -> float:
        """Return the level wanted at a station."""
        return min(self.level, station.level or self.level)

    # --- what is allowed ----------------------------------------------------------------------

    def legal(self, *tracks: Track) -> list[bool]:
        """Return for each way of a hand whether it may touch everywhere it does."""
        return legal(self.back, self.technique.id, self.limits, tracks)

    def keep(self, stations: Sequence[Station], work: Work, start: Start,
             *, linked: bool = True) -> list[Station]:  # fmt: skip
        """Return the stations where the work is allowed on every side worked on.

        ``linked``: the hands glide from each to the next, which is judged in one go with the work.
        """
        refused: set[Station] = set()
        for sign in self.signs if self.strict else ():
            starts = [start(station, sign) for station in stations]
            trials = [
                self._try(work, station, sign, at)
                for station, at in zip(stations, starts, strict=True)
            ]
            # From each to the next, and from the last back to the first.
            ends = starts[1:] + starts[:1]
            ways = [(one.angle, one.at, to) for one, to in zip(trials, ends, strict=True) if linked]
            free = self.legal(*trials, *map(self._glide, ways))
            refused.update(compress(stations, map(not_, free[: len(trials)])))
            self._glides.update(zip(ways, free[len(trials) :], strict=True))
        kept = [station for station in stations if station not in refused]
        self.dropped += len(stations) - len(kept)
        if not kept:
            raise self.blocked()
        return kept

    def _try(self, work: Work, station: Station, sign: Sign, at: Point) -> Track:
        """Return the work at a station as a hand does it that starts ``at`` a point."""
        trial = Track(at, station.contact or self.contact)
        self._trials[sign, at, trial.angle, trial.contact, station] = trial
        work(trial, station, sign)
        return trial

    def do(self, work: Work, track: Track, station: Station, sign: Sign) -> None:
        """Do the work at a station: as it was tried out there, where the hand is at its start."""
        trial = self._trials.get((sign, track.at, track.angle, track.contact, station))
        if trial is None:
            work(track, station, sign)
        else:
            track.follow(trial)

    def blocked(self) -> Blocked:
        """Return the answer that nothing of this stroke is allowed here."""
        return Blocked(
            f"{self.technique.plain} is left out at this place: "
            "it would touch somewhere that has to be kept clear."
        )

    # --- moving between the parts -------------------------------------------------------------

    def _may_glide(self, tracks: Tracks, targets: Mapping[Sign, Point]) -> dict[Sign, bool]:
        """Return for each hand whether it may glide light and straight from where it is."""
        if not self.strict:
            return dict.fromkeys(targets, True)
        ways = {sign: (tracks[sign].angle, tracks[sign].at, to) for sign, to in targets.items()}
        fresh = [way for way in ways.values() if way not in self._glides]
        self._glides.update(zip(fresh, self.legal(*map(self._glide, fresh)), strict=True))
        return {sign: self._glides[way] for sign, way in ways.items()}

    def _glide(self, way: Way) -> Track:
        """Return the light flat hand that glides straight from one point to another."""
        angle, start, end = way
        return Track(start, self.link, angle).line([end], LINK_SPEED, 1.0, LINK, self.link)

    def move(self, tracks: Tracks, targets: Mapping[Sign, Point]) -> bool:
        """Bring the hands to their targets: glide where allowed, else lift one hand at a time.

        With one hand alone (the other lies on it) there is no lifting: returns False and does
        nothing if the glide is not allowed.
        """
        glides = self._may_glide(tracks, targets)
        if all(glides.values()):
            for sign, to in targets.items():
                tracks[sign].line([to], LINK_SPEED, 1.0, LINK, self.link)
        elif len(targets) == 1:
            return False
        else:
            for sign, to in targets.items():
                for other in tracks.values():
                    other.rest_until(max(track.seconds for track in tracks.values()), self.link)
                if glides[sign]:
                    tracks[sign].line([to], LINK_SPEED, 1.0, LINK, self.link)
                else:
                    tracks[sign].line([to], HOP_SPEED, 0.0, LIFT, self.link)
        end = max(track.seconds for track in tracks.values())
        for track in tracks.values():
            track.rest_until(end, self.link)
        return True


@lru_cache(maxsize=4096)
def _on_body(size: str, x: float, y: float) -> Point:
    """Return where a reference point of a stroke is on a body, cm."""
    across, down = back(size).path([(x, y)])[0].tolist()
    return across, down


def circle(center: Sequence[float], radius: float, sign: Sign, turns: float, back: bool) -> Points:
    """Return points round a circle, from its lowest point, up on the outside (or ``back``)."""
    steps = max(8, int(abs(turns) * 24))
    turn = np.pi / 2 - np.linspace(0, 2 * np.pi * turns, steps + 1) * (-1 if back else 1)
    return points(
        np.column_stack(
            [center[0] + sign * radius * np.cos(turn), center[1] + radius * np.sin(turn)]
        )
    )
