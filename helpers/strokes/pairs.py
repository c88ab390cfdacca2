"""Path families in which the two hands do different things: hold, pull, wring."""

from __future__ import annotations

from helpers.content.models.common import Point
from helpers.content.models.technique import Station

from .setup import HOP_SPEED, Setup, Sign, Tracks
from .track import HOLD, LIFT, PRESS, Track

ACROSS = 90.0
"""Fingers across the spine, degrees."""
OVERLAP = 0.7
"""The next pull starts when the last one has done this share of its way (our choice)."""


def hold(setup: Setup) -> Tracks:
    """Two still hands, one at each station; at the very end they may lift away slowly."""
    tracks: Tracks = {}
    for sign, station in zip((1, -1), setup.place.stations, strict=True):
        middle = station.at[0] == 0
        track = Track(setup.at(station.at, 1), setup.contact, ACROSS if middle else 0.0)
        track.stay(setup.value, setup.level, HOLD)
        for lift in setup.motion.beats:
            track.lean(lift.default, setup.level, 0.0, HOLD)
        tracks[sign] = track
        setup.stations.append(track.at)
    if setup.strict and not all(setup.legal(*tracks.values())):
        raise setup.blocked()
    return tracks


def pull(setup: Setup) -> Tracks:
    """Hand over hand from the side towards the spine, down the stations and back up."""
    (sign,) = setup.signs

    def start(station: Station, side: Sign) -> Point:
        return setup.at(station.at, side)

    def work(track: Track, station: Station, side: Sign) -> None:
        assert station.to is not None
        track.line(
            [setup.at(station.to, side)], setup.value, setup.level, PRESS, None, side * ACROSS
        )

    down = setup.keep(setup.place.stations, work, start, linked=False)
    lines = [*down, *down[-2::-1]]
    hands = [
        Track(start(lines[min(i, len(lines) - 1)], sign), setup.contact, sign * ACROSS)
        for i in (0, 1)
    ]
    begin = 0.0
    for number, station in enumerate(lines):
        hand = hands[number % 2]
        if number >= 2:
            hand.line([start(station, sign)], HOP_SPEED * 1.5, 0.0, LIFT)
        if hand.seconds < begin:
            hand.rest_until(begin) if number < 2 else hand.stay(begin - hand.seconds, 0.0, LIFT)
        began = hand.seconds
        work(hand, station, sign)
        begin = began + OVERLAP * (hand.seconds - began)
    end = max(hand.seconds for hand in hands)
    for hand in hands:
        hand.rest_until(end)
    setup.stations.extend(start(station, sign) for station in down)
    tracks = {sign: hands[0], -sign: hands[1]}
    setup.move(
        tracks, {sign: start(lines[0], sign), -sign: start(lines[min(1, len(lines) - 1)], sign)}
    )
    return tracks


def wring(setup: Setup) -> Tracks:
    """Two hands cross the back in opposite directions, line after line."""

    def ends(station: Station) -> tuple[Point, Point]:
        assert station.to is not None
        return setup.at(station.at, 1), setup.at(station.to, 1)

    def work(track: Track, station: Station, sign: Sign) -> None:
        right, left = ends(station)
        track.line(
            [left if track.at[0] > 0 else right], setup.value, setup.level, PRESS, None, ACROSS
        )

    def start(station: Station, sign: Sign) -> Point:
        return ends(station)[0 if sign > 0 else 1]

    stations = setup.keep(setup.place.stations, work, start, linked=False)
    tracks = {sign: Track(start(stations[0], sign), setup.contact, ACROSS) for sign in (1, -1)}
    swapped = False
    for station in stations:
        setup.move(tracks, {s: start(station, -s if swapped else s) for s in (1, -1)})
        for sign, track in tracks.items():
            work(track, station, sign)
        swapped = not swapped
        setup.stations.append(start(station, 1))
    if swapped:
        # An odd number of lines leaves the hands crossed: the last line is gone back over.
        for sign, track in tracks.items():
            work(track, stations[-1], sign)
    setup.move(tracks, {s: start(stations[0], s) for s in (1, -1)})
    return tracks
