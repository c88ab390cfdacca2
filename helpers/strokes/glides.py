"""Path families along a line: glide, fan, percuss."""

from __future__ import annotations

import numpy as np

from helpers.body.geometry import path_length, points
from helpers.content.models.common import Point
from helpers.content.models.technique import Leg, Station

from .setup import HOP_SPEED, Setup, Sign, Tracks
from .track import LIFT, ON_TOP, OVER, PRESS, RETURN, Track

ROLES = {"press": PRESS, "over": OVER, "return": RETURN}
OUTWARDS = 35.0
"""Degrees that the fingers turn out where a glide crosses over the shoulder (our choice)."""


def glide(setup: Setup) -> Tracks:
    """Hands along the legs of the place, both sides at once or one side with the other on top."""
    starts = {s: setup.corners(setup.place.legs[0], s)[0] for s in setup.signs}
    tracks = {s: Track(starts[s], setup.contact) for s in setup.signs}
    for leg in setup.place.legs:
        speed = setup.speed(leg)
        for sign, track in tracks.items():
            _run(setup, track, leg, sign, speed)
    if setup.strict and not all(setup.legal(*tracks.values())):
        raise setup.blocked()
    if setup.motion.back == "turns":
        _return_in_turns(tracks, starts)
    elif setup.motion.back == "glide" and not setup.move(tracks, starts):
        raise setup.blocked()
    return _with_other(setup, tracks)


def _run(setup: Setup, track: Track, leg: Leg, sign: Sign, speed: float) -> None:
    level = leg.level if leg.level is not None else setup.level
    angle = sign * OUTWARDS if leg.role == "over" else 0.0
    corners = setup.corners(leg, sign)
    track.line(corners, speed, min(level, setup.level), ROLES[leg.role], leg.contact, angle)


def _return_in_turns(tracks: Tracks, starts: dict[Sign, Point]) -> None:
    for sign, track in tracks.items():
        track.line([starts[sign]], HOP_SPEED, 0.0, LIFT)
        end = track.seconds
        for other in tracks.values():
            other.stay(max(0.0, end - other.seconds), 1.0, RETURN) if end > other.seconds else None


def fan(setup: Setup) -> Tracks:
    """Short closed loops at each station, the legs given relative to it."""

    def start(station: Station, sign: Sign) -> Point:
        return setup.at(station.at, sign)

    def work(track: Track, station: Station, sign: Sign) -> None:
        for _ in range(setup.count):
            for leg in setup.motion.legs:
                way = [(station.at[0] + dx, station.at[1] + dy) for dx, dy in leg.points]
                level = leg.level if leg.level is not None else setup.level
                corners = [setup.at(xy, sign) for xy in way]
                angle = sign * OUTWARDS if leg.role == "over" else 0.0
                track.line(corners[1:], setup.value, level, ROLES[leg.role], None, angle)

    stations = setup.keep(setup.place.stations, work, start)
    tracks = {s: Track(start(stations[0], s), setup.contact) for s in setup.signs}
    for station in stations:
        setup.move(tracks, {s: start(station, s) for s in setup.signs})
        for sign, track in tracks.items():
            setup.do(work, track, station, sign)
        setup.stations.append(start(station, setup.signs[0]))
    setup.move(tracks, {s: start(stations[0], s) for s in setup.signs})
    return tracks


def percuss(setup: Setup) -> Tracks:
    """Both hands strike in turn along the legs; each leg's own pace is how fast they travel."""
    (sign,) = setup.signs
    first = setup.at(setup.place.legs[0].points[0], sign)
    hands = [Track(first, setup.contact), Track(first, setup.contact)]
    period = 2.0 / setup.value
    for leg in setup.place.legs:
        way = points(setup.corners(leg, sign))
        seconds = path_length(way) / setup.speed(leg)
        strikes = max(1, round(seconds / period))
        # Eight samples a strike: the hand is down for the first half of its beat.
        phase = np.arange(strikes * 8 + 1)
        along = np.linspace(0, 1, len(phase))
        lengths = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(way, axis=0).T))])
        xy = np.column_stack([np.interp(along * lengths[-1], lengths, way[:, i]) for i in (0, 1)])
        for turn, hand in enumerate(hands):
            down = (phase + 4 * turn) % 8 < 5
            hand.curve(xy, strikes * period, np.where(down, setup.level, 0.0), PRESS, leg.contact)
            hand.quick(period / 8)
    if setup.strict and not all(setup.legal(hands[0])):
        raise setup.blocked()
    tracks = {sign: hands[0], -sign: hands[1]}
    if not setup.move(tracks, {sign: first, -sign: first}):
        raise setup.blocked()
    return tracks


def _with_other(setup: Setup, tracks: Tracks) -> Tracks:
    """Add the hand that lies on top, where only one side is worked on."""
    if len(tracks) == 1:
        ((sign, lead),) = tracks.items()
        tracks[-sign] = on_top(lead)
    return tracks


def on_top(lead: Track) -> Track:
    """Return the track of a hand that lies on the leading one all the time."""
    return lead.relabeled(ON_TOP)
