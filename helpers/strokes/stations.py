"""Path families that work at one station after the other: circles, zigzag, roll, press, knead."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from attrs import evolve

from helpers.body.geometry import Points, points
from helpers.content.models.common import Amount, Point
from helpers.content.models.technique import Station

from .glides import on_top
from .setup import LINK_SPEED, Setup, Sign, Start, Tracks, Work, circle
from .track import HOLD, LINK, PALM, PRESS, Track


def walk(setup: Setup, work: Work, start: Start, late: float = 0.0) -> Tracks:
    """Do ``work`` at each allowed station, gliding in between and back to the first.

    ``late`` (s): the second hand follows the first by this much (alternating hands).
    """
    stations = setup.keep(_stations(setup), work, start)
    contact = stations[0].contact or setup.contact
    starts = [{sign: start(station, sign) for sign in setup.signs} for station in stations]
    tracks = {sign: Track(at, contact) for sign, at in starts[0].items()}
    done = []
    for station, there in zip(stations, starts, strict=True):
        for track in tracks.values():
            track.contact = station.contact or setup.contact
        if not setup.move(tracks, there):
            setup.dropped += 1
            continue
        for sign, track in tracks.items():
            track.rest(late if sign < 0 else 0.0)
            setup.do(work, track, station, sign)
        end = max(track.seconds for track in tracks.values())
        for track in tracks.values():
            track.rest_until(end)
        done.append(there)
    setup.move(tracks, done[0])
    setup.stations.extend(there[setup.signs[0]] for there in done)
    if len(tracks) == 1:
        ((sign, lead),) = tracks.items()
        tracks[-sign] = on_top(lead)
    return tracks


def _stations(setup: Setup) -> Sequence[Station]:
    if setup.spot is None:
        return setup.place.stations
    model = setup.place.stations[0]
    return [evolve(model, at=setup.spot)]


def _center(setup: Setup, station: Station, sign: Sign, reach: float) -> Point:
    if setup.spot is not None:
        # A spot is a place on this very body, not on the reference body.
        return setup.spot
    return setup.at(station.at, sign, reach)


def circles(setup: Setup) -> Tracks:
    """Circles at each station; slow ones then fast ones where the technique has a fast pace."""
    period, motion = setup.period(), setup.motion

    def start(station: Station, sign: Sign) -> Point:
        radius = setup.radius(station)
        x, y = _center(setup, station, sign, radius)
        return x, y + radius

    def turn(
        track: Track, station: Station, sign: Sign, turns: int, one: float, back: bool
    ) -> None:
        radius = setup.radius(station)
        x, y = _center(setup, station, sign, radius)
        side = sign if setup.spot is None else int(np.sign(x)) or 1
        way = circle((x, y), radius, side, turns, back)
        level = np.full(len(way), setup.most(station))
        if motion.press_outward:
            outward = np.clip(3 * side * (way[:, 0] - x) / radius, 0.0, 1.0)
            level = 1.0 + (level - 1.0) * outward
        track.curve(way, turns * one, level, PRESS).quick(one / 12)

    def work(track: Track, station: Station, sign: Sign) -> None:
        if motion.fast:
            quick = 1.0 / motion.fast.default
            brisk = round(motion.fast_share * setup.count * period / quick)
            turn(track, station, sign, setup.count, period, False)
            turn(track, station, sign, brisk, quick, False)
            return
        there = setup.count - setup.count // 2 if motion.both_ways else setup.count
        turn(track, station, sign, there, period, False)
        if motion.both_ways and setup.count > there:
            turn(track, station, sign, setup.count - there, period, True)

    if motion.fast:
        setup.allow(motion.fast, motion.fast.default)
    return walk(setup, work, start, period / 2 if motion.hands == "alternating" else 0.0)


def zigzag(setup: Setup) -> Tracks:
    """Rub to and fro across the fibres at each station."""

    def way(station: Station, sign: Sign) -> tuple[Points, Point]:
        angle = np.deg2rad(station.angle or 0.0)
        half = setup.radius(station)
        center = _center(setup, station, sign, half * abs(np.cos(angle)))
        side = sign if setup.spot is None else int(np.sign(center[0])) or 1
        swing = np.sin(np.linspace(0, 2 * np.pi * setup.count, 16 * setup.count + 1)) * half
        across = np.array([side * np.cos(angle), np.sin(angle)])
        return points(np.array(center) + swing[:, None] * across), center

    def start(station: Station, sign: Sign) -> Point:
        return way(station, sign)[1]

    def work(track: Track, station: Station, sign: Sign) -> None:
        one = setup.period()
        track.curve(way(station, sign)[0], setup.count * one, setup.most(station), PRESS)
        track.quick(one / 12)

    return walk(setup, work, start)


def roll(setup: Setup) -> Tracks:
    """Roll, rock or push from each station to its end, and come back light."""

    def start(station: Station, sign: Sign) -> Point:
        return setup.at(station.at, sign)

    def work(track: Track, station: Station, sign: Sign) -> None:
        assert station.to is not None
        begin, end = start(station, sign), setup.at(station.to, sign)
        for _ in range(setup.count):
            if setup.pace.unit == "cm/s":
                track.line([end], setup.value, setup.most(station), PRESS)
            else:
                track.curve([begin, end], setup.value, setup.most(station), PRESS)
            track.line([begin], LINK_SPEED, 1.0, LINK, PALM)

    late = setup.value if setup.motion.hands == "alternating" else 0.0
    return walk(setup, work, start, late)


def press(setup: Setup) -> Tracks:
    """Lean in, hold, ease out, and smooth over with two short glides."""
    on, off = (_ramp(setup, beat) for beat in setup.motion.beats[::2])

    def start(station: Station, sign: Sign) -> Point:
        return _center(setup, station, sign, 0.0)

    def work(track: Track, station: Station, sign: Sign) -> None:
        track.contact = station.contact or setup.contact
        level, here = setup.most(station), track.at
        for _ in range(setup.count):
            track.lean(on, 1.0, level, PRESS)
            track.stay(setup.value, level, HOLD)
            track.lean(off, level, 1.0, PRESS)
        if setup.motion.follow:
            reach = setup.motion.follow.default / 2
            ends = [(here[0], here[1] + reach), (here[0], here[1] - reach), here]
            trial = Track(here, PALM).line(ends, LINK_SPEED, 1.0, LINK, PALM)
            if not setup.strict or all(setup.legal(trial)):
                track.line(ends, LINK_SPEED, 1.0, LINK, PALM)

    return walk(setup, work, start)


def _ramp(setup: Setup, beat: Amount) -> float:
    """Return the seconds of leaning in or easing out, and note how far they may be stretched."""
    seconds = beat.default if setup.ramp is None else min(max(setup.ramp, beat.lo), beat.hi)
    setup.allow(beat, seconds)
    return seconds


def knead(setup: Setup) -> Tracks:
    """Squeeze, hold and let go; one-sided, two hands take turns and pass the fold on."""
    pace, beats = setup.pace, setup.motion.beats
    total = sum(beat.default for beat in beats)
    held = pace.number is not None and pace.number == beats[1].number
    on, hold, off = (
        (beats[0].default, setup.value, beats[2].default)
        if held
        else (beat.default * setup.value / total for beat in beats)
    )
    for beat, seconds in zip(beats, (on, hold, off), strict=True):
        setup.allow(beat, seconds)

    def start(station: Station, sign: Sign) -> Point:
        return setup.at(station.at, sign)

    def squeeze(track: Track, level: float) -> None:
        track.lean(on, 1.0, level, PRESS)
        track.stay(hold, level, PRESS)
        track.lean(off, level, 1.0, PRESS)

    def work(track: Track, station: Station, sign: Sign) -> None:
        for _ in range(setup.count):
            squeeze(track, setup.most(station))

    if len(setup.signs) == 2:
        return walk(setup, work, start)
    (sign,) = setup.signs
    stations = setup.keep(setup.place.stations, work, start)
    lead, other = (Track(start(stations[0], sign), setup.contact) for _ in range(2))
    tracks = {sign: lead, -sign: other}
    order = [stations[min(i + 1, len(stations) - 1)] for i in range(len(stations))]
    if len(stations) > 1:
        order[-1] = stations[-2]
    other.at = start(order[0], sign)
    for station, beside in zip(stations, order, strict=True):
        setup.move(tracks, {sign: start(station, sign), -sign: start(beside, sign)})
        for turn in range(setup.count):
            mine, yours, there = (lead, other, station) if turn % 2 == 0 else (other, lead, beside)
            squeeze(mine, setup.most(there))
            yours.rest_until(mine.seconds)
        setup.stations.append(start(station, sign))
    setup.move(tracks, {sign: start(stations[0], sign), -sign: start(order[0], sign)})
    return tracks
