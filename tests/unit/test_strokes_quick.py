"""Shortcuts on the way to a stroke give what the long way gives, to the last bit."""

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.body import Limits, Skip, back
from helpers.body.geometry import Line, Nearby, changes
from helpers.strokes import HOLD, LIFT, LINK, ON_TOP, PRESS
from helpers.strokes.pressing import caps, eased, legal
from helpers.strokes.track import Track, even

Array = np.ndarray[Any, Any]
Move = tuple[str, tuple[tuple[float, float], ...], float, float, float]

NAMES = ["fingers", "palm", "fist", ON_TOP]
across, along = st.floats(-14, 14), st.floats(-5, 55)
seconds, levels = st.floats(0.01, 40), st.sampled_from([0.0, 1.0, 1.5, 2.0, 3.0])
points = st.tuples(across, along)
moves = st.tuples(
    st.sampled_from(["stay", "lean", "line", "curve"]),
    st.lists(points, min_size=1, max_size=5).map(tuple),
    seconds,
    levels,
    levels,
)


def go(track: Track, move: Move, number: int) -> None:
    """Do one move; each has a role, a contact and an angle of its own."""
    kind, way, time, first, last = move
    role, contact = number % 6, NAMES[number % 3]
    if kind == "stay":
        track.stay(time, first, role, contact)
    elif kind == "lean":
        track.lean(time, first, last, role, contact)
    elif kind == "line":
        track.line(way, 0.5 + time, first, role, contact, 10.0 * number)
    else:
        track.curve(way, time, np.linspace(first, last, len(way)), role, contact)


def arrays(at: tuple[float, float], move: Move) -> tuple[Array, Array, Array]:
    """Return times, way and levels of a move from a point, all of it in numpy."""
    kind, way, time, first, last = move
    if kind in ("stay", "lean"):
        level = [first, first if kind == "stay" else last]
        return np.linspace(0, time, 2), np.array([at, at]), np.array(level)
    if kind == "curve":
        xy = np.array(way)
        return np.linspace(0.0, time, len(xy)), xy, np.linspace(first, last, len(xy))
    xy = np.array([at, *way])
    lengths = np.hypot(*np.diff(xy, axis=0).T)
    times = np.concatenate([[0.0], np.cumsum(lengths)]) / (0.5 + time)
    return times, xy, np.full(len(xy), first)


@settings(deadline=None)
@given(points, st.lists(moves, min_size=1, max_size=6), st.integers(2, 40))
def test_track_is_sampled_as_its_keyframes_say(
    at: tuple[float, float], way: list[Move], count: int
) -> None:
    track, keys, ends, kinds, clock, angle = Track(at, "edge"), [], [], [], 0.0, 0.0
    for number, move in enumerate(way):
        times, xy, level = arrays(track.at, move)
        before = track.seconds
        go(track, move, number)
        if move[0] == "line":
            if np.hypot(*np.diff(xy, axis=0).T).sum() < 1e-9:
                assert track.seconds == before
                continue
            angle = 10.0 * number
        keys.append((clock + times, xy, level))
        clock += float(times[-1])
        ends.append(clock)
        kinds.append((number % 6, NAMES[number % 3], angle))
        assert (track.seconds, track.at) == (clock, tuple(xy[-1]))
    if not keys:
        return
    t = np.linspace(0.0, clock, count)
    times, xy, level = (np.concatenate(column) for column in zip(*keys, strict=True))
    piece = np.minimum(np.searchsorted(ends, t + 1e-9, side="right"), len(ends) - 1)
    names: list[str] = []
    place, wanted, role, contact, angles = track.sample(t, names)
    assert names == list(dict.fromkeys(kinds[one][1] for one in piece))
    assert np.array_equal(place[:, 0], np.interp(t, times, xy[:, 0]))
    assert np.array_equal(place[:, 1], np.interp(t, times, xy[:, 1]))
    assert np.array_equal(wanted, np.interp(t, times, level))
    found = [(r, names[c], a) for r, c, a in zip(role, contact, angles, strict=True)]
    assert found == [kinds[one] for one in piece]


@settings(deadline=None)
@given(points, st.lists(moves, min_size=1, max_size=4), st.floats(0, 30))
def test_following_a_trial_is_doing_the_work(
    at: tuple[float, float], way: list[Move], wait: float
) -> None:
    trial, follows, does = (Track(at, "palm") for _ in range(3))
    for track in (follows, does):
        track.rest(wait)
    for number, move in enumerate(way):
        for track in (trial, does):
            go(track, move, number)
    trial.quick(0.03)
    does.quick(0.03)
    follows.follow(trial)
    t = even(does.seconds, 50)
    names = list(NAMES)
    for one, other in zip(follows.sample(t, names), does.sample(t, names), strict=True):
        assert np.array_equal(one, other)
    for name in ("at", "seconds", "finest", "angle"):
        assert getattr(follows, name) == getattr(does, name)


@given(st.floats(1e-3, 1e4), st.integers(0, 400))
def test_even_times_are_those_of_linspace(seconds: float, count: int) -> None:
    assert np.array_equal(even(seconds, count), np.linspace(0.0, seconds, count))


# --- What is allowed ----------------------------------------------------------------------------


@given(st.lists(st.sampled_from([1, 2, 3]), min_size=1, max_size=30))
def test_changes_are_where_a_row_is_another_one(rows: list[int]) -> None:
    column = np.array(rows)
    wanted = [i == 0 or rows[i] != rows[i - 1] for i in range(len(rows))]
    assert changes(column, np.zeros(len(rows))).tolist() == wanted
    assert changes(np.zeros(len(rows)), column).tolist() == wanted


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(
            points,
            st.sampled_from([HOLD, PRESS, LIFT, LINK]),
            st.integers(0, 3),
            st.sampled_from([0.0, 35.0, -90.0]),
            st.integers(1, 4),
        ),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(["T02", "T08", "T15"]),
)
def test_each_sample_is_judged_as_if_it_were_alone(rows: list[Any], technique: str) -> None:
    skip = Skip(center=(5.0, 20.0), radius=2.0, margin=3.0)
    limits, body = Limits(skips=(skip,), techniques_out={"T02"}), back("slim")
    many = [row[:4] for row in rows for _ in range(row[4])]

    def judged(some: list[Any]) -> list[float]:
        xy, role, contact, angle = zip(*some, strict=True)
        levels = caps(
            body,
            technique,
            limits,
            np.array(xy),
            np.array(role, dtype=np.int8),
            np.array(contact, dtype=np.int8),
            NAMES,
            np.array(angle),
        )
        return [float(level) for level in levels]

    assert judged(many) == [judged([one])[0] for one in many]
    for (xy, role, contact, angle), level in zip(many, judged(many), strict=True):
        if role == LIFT or NAMES[contact] == ON_TOP:
            assert level == np.inf
            continue
        linking = role == LINK
        assert level == body.cap(
            [xy],
            technique="T02" if linking else technique,
            contact=NAMES[contact],
            limits=Limits(skips=(skip,)) if linking else limits,
            angle=angle,
        )


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(moves, max_size=3), min_size=1, max_size=5), points)
def test_ways_judged_together_get_the_answers_of_each_alone(
    ways: list[list[Move]], at: tuple[float, float]
) -> None:
    body, tracks = back(), []
    for way in ways:
        tracks.append(Track(at, "fingers"))
        for number, move in enumerate(way):
            go(tracks[-1], move, number)
    alone = [legal(body, "T11", Limits(), [track])[0] for track in tracks]
    assert legal(body, "T11", Limits(), tracks) == alone


@given(st.lists(st.integers(0, 5), min_size=1, max_size=80), st.floats(0.01, 0.5))
def test_easing_never_goes_below_the_least_that_is_allowed(most: list[int], step: float) -> None:
    limit = np.array(most, dtype=float)
    assert eased(limit, step).min() == limit.min()


@given(
    st.lists(
        st.tuples(st.lists(points, min_size=2, max_size=5), st.booleans(), st.floats(0.1, 4)),
        max_size=4,
    ),
    st.lists(points, max_size=10),
)
def test_nearby_is_within_reach_of_the_line(
    known: list[tuple[list[tuple[float, float]], bool, float]], asked: list[tuple[float, float]]
) -> None:
    near = [
        (Line(np.array(way), closed=closed), reach, 1 << number)
        for number, (way, closed, reach) in enumerate(known)
    ]
    # At the corners too, and as far from them as is just near enough.
    rims = [(x + r, y) for way, _, r in known for x, y in way] + [
        p for way, *_ in known for p in way
    ]
    xy = np.array([*asked, *rims]).reshape(-1, 2)
    codes = Nearby(near).codes(xy)
    for number, (line, reach, _) in enumerate(near):
        assert np.array_equal((codes >> number) & 1, line.distance(xy) <= reach)
