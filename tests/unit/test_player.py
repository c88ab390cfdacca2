"""What the player gets: the routine itself, at every moment, no firmer and nowhere else."""

import json
import zlib
from functools import cache
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.body import back
from helpers.content import load
from helpers.diagrams import stroke_view
from helpers.planner import plan, routine_for
from helpers.player import RoutinePlayer, packed, score
from helpers.player.signs import KINDS
from helpers.player.tracks import GONE, LIFTED, RIDING, TOUCHING, corners
from helpers.routine import Routine
from helpers.session import LEAST_MINUTES, MOST_MINUTES, Answer, Session, Spot, Store
from helpers.widgets import Player

NEAR = 2.0
"""Px that a drawn hand may be away from its true place: 0.16 cm."""
FIRMER = 0.25
"""Levels by which a shown pressure may differ from the true one."""


@cache
def usual() -> Routine:
    return plan(Session(minutes=20))


@cache
def shown() -> dict[str, Any]:
    return score(usual())


@cache
def with_spots() -> Routine:
    spots = (
        Spot(x=4.0, y=12.0, feel="tight", strength=3),
        Spot(x=-4.5, y=30.0, feel="tender", strength=2),
    )
    return plan(Session(minutes=30, spots=spots))


def length(found: dict[str, Any], step: dict[str, Any]) -> float:
    return sum(found["tracks"][n]["s"] * times for n, times, _ in step["parts"]) + step["rest"]


def replay(found: dict[str, Any], step: dict[str, Any], t: float) -> dict[str, Any]:
    """Where the hands are, by the description of the score alone."""
    for number, times, fades in step["parts"]:
        track = found["tracks"][number]
        whole = track["s"] * times
        last = number == step["parts"][-1][0]
        if t < whole or last:
            turn = min(int(t // track["s"]), times - 1)
            at = min(t - turn * track["s"], track["s"])
            share = fades[min(turn, len(fades) - 1)] if fades else 1.0
            resting = t > whole
            return {k: hand(track[k], at, share, resting) for k in ("r", "l")}
        t -= whole
    raise AssertionError("a step has a part")


def hand(way: dict[str, Any] | None, t: float, share: float, resting: bool) -> Any:
    if way is None:
        return None
    times = np.array(way["t"]) / 100
    before = max(int(np.searchsorted(times, t, side="right")) - 1, 0)
    x, y, p = (float(np.interp(t, times, way[k])) for k in "xyp")
    level = p / 10 * share
    where = way["h"][before]
    return None if where == GONE else (x, y, min(level, 1.0) if resting else level, where)


def agrees(routine: Routine) -> None:
    with patch("helpers.player.drawings._svg", lambda _stroke: "<svg></svg>"):
        found = score(routine)
    for step, shown in zip(routine.steps, found["steps"], strict=True):
        assert length(found, shown) == pytest.approx(step.seconds, abs=0.05)
        view = stroke_view(step.technique, step.place, back(step.stroke.size))
        t, right, left = step.paths()
        for key, true in (("r", right), ("l", left)):
            changes = np.flatnonzero(
                (np.diff(true.role) != 0)
                | (np.diff(true.contact) != 0)
                | (np.abs(np.diff(true.pressure)) > 0.2)
            )
            for k in range(3, len(t) - 3, max(1, len(t) // 150)):
                if len(changes) and np.abs(t[changes] - t[k]).min() < 0.3:
                    continue
                where = replay(found, shown, float(t[k]))[key]
                if where is None:
                    assert true.pressure[k] == 0
                    continue
                x, y, level, state = where
                px = view.to_px(true.xy[k])
                assert np.hypot(x - px[0], y - px[1]) < NEAR, (step, t[k], key)
                if state == TOUCHING:
                    assert level == pytest.approx(true.pressure[k], abs=FIRMER), (step, t[k], key)
                else:
                    assert state in (LIFTED, RIDING)


def test_the_player_moves_as_the_routine_does() -> None:
    agrees(usual())


def test_spots_are_played_as_planned_and_never_longer() -> None:
    agrees(with_spots())
    with patch("helpers.player.drawings._svg", lambda _stroke: "<svg></svg>"):
        found = score(with_spots())
    on_spots = [i for i, step in enumerate(with_spots().steps) if step.spot is not None]
    assert on_spots
    assert not any(found["steps"][i]["longer"] for i in on_spots)


@settings(max_examples=4, deadline=None)
@given(
    minutes=st.integers(LEAST_MINUTES, MOST_MINUTES),
    size=st.sampled_from(sorted(load().size)),
    breaths=st.sampled_from([5.0, 6.0, 8.0, 12.0]),
)
def test_any_plan_is_played_to_its_end(minutes: int, size: str, breaths: float) -> None:
    routine = plan(Session(minutes=minutes, size=size, breaths_per_minute=breaths))
    with patch("helpers.player.drawings._svg", lambda _stroke: "<svg></svg>"):
        found = score(routine)
    assert found["seconds"] == routine.seconds == 60 * routine.minutes
    for step in found["steps"]:
        assert length(found, step) == pytest.approx(step["seconds"], abs=0.05)
        peak = max(
            p / 10 * max(fades or [1.0])
            for number, _, fades in step["parts"]
            for way in (found["tracks"][number][k] for k in "rl")
            if way
            for p in way["p"]
        )
        assert peak <= step["level"] + 1e-6


def test_every_kind_of_sign_comes_in_a_usual_massage() -> None:
    steps = shown()["steps"]
    assert {sign["kind"] for step in steps for sign in step["signs"]} == set(KINDS)
    assert [s["kind"] for s in steps[-1]["signs"]][-1] == "end"
    for step, true in zip(steps, usual().steps, strict=True):
        kinds = [sign["kind"] for sign in step["signs"]]
        assert kinds.count("start") == 1
        assert ("check" in kinds) == true.check_in


def test_signs_come_in_order_within_their_step() -> None:
    for step in shown()["steps"]:
        begin = {"start": 0, "middle": step["seconds"] / 2, "end": step["seconds"]}
        times = [begin[sign["from"]] + sign["at"] for sign in step["signs"]]
        assert times == sorted(times)
        assert 0 <= times[0] <= times[-1] <= step["seconds"]


def test_a_stroke_down_begins_as_a_breath_out_begins() -> None:
    steps = [step for step in shown()["steps"] if step["breath"]]
    assert steps
    for step in steps:
        period, begin = step["breath"]["period"], step["breath"]["from"]
        for sign in step["signs"]:
            if sign["kind"] == "breath":
                beats = (sign["at"] - begin) / period
                assert beats == pytest.approx(round(beats), abs=0.01)


def test_no_massage_today_is_said_and_nothing_is_played() -> None:
    flag = load().question["RF01"]
    routine = plan(Session(answers=(Answer(question=flag.id, choice="yes"),)))
    assert routine.verdict.blocks
    found = score(routine)
    assert found["steps"] == []
    assert found["blocked"].startswith("There is no massage today")


def test_the_bytes_are_the_same_each_time_and_hold_the_whole_score() -> None:
    assert score(usual())["id"] == shown()["id"]
    assert json.loads(zlib.decompress(packed(usual()))) == json.loads(json.dumps(shown()))


def test_a_picture_is_whole_again_when_its_parts_are_joined() -> None:
    found = shown()
    for picture in found["pictures"]:
        text = "".join(found["parts"][n] for n in picture["svg"])
        assert text.startswith("<svg")
        assert text.endswith("</svg>")
        assert picture["description"]
    assert len(packed(usual())) < 120_000


def test_a_single_moment_is_its_own_corner() -> None:
    assert corners(np.zeros(1), np.zeros((1, 4)), np.zeros((1, 2), dtype=np.int8)) == [0]


def test_all_hands_in_use_have_a_shape() -> None:
    found = shown()
    contacts = {c for t in found["tracks"] for k in "rl" if t[k] for c in t[k]["c"]}
    for contact in contacts:
        assert f'id="gh-hand-{contact}"' in found["symbols"]


def test_the_player_offers_a_changed_plan_and_takes_it_when_asked(tmp_path: Any) -> None:
    store = Store(tmp_path / "s.json")
    player = Player(store)
    first = player.score
    assert not player.stale
    store.change("test", minutes=8)
    assert player.stale
    assert player.score == first
    player._handle_custom_msg({"renew": True}, [])
    assert not player.stale
    assert player.score == packed(routine_for(store.session))
    store.undo("test")
    assert player.stale


def test_its_text_says_what_is_played() -> None:
    assert RoutinePlayer(usual()).text() == f"Player: {len(usual().steps)} steps, 1200 seconds"
