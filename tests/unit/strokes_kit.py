"""What the tests of strokes share: every case, strokes made once, and ways to read them."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest

from helpers.body import Limits
from helpers.strokes import (
    HOLD,
    LIFT,
    LINK,
    ON_TOP,
    OVER,
    PRESS,
    RETURN,
    Blocked,
    Hand,
    Stroke,
    build,
    sides,
)

from .judge import CONTACTS, SIZES, TECHNIQUES, judge

Array = np.ndarray[Any, Any]
Case = tuple[str, str, str, str]

TAUGHT = [name for name, entry in TECHNIQUES.items() if entry.get("taught", True)]
CASES = [
    (name, place["id"], side, size)
    for size in SIZES
    for name in TAUGHT
    for place in TECHNIQUES[name]["place"]
    for side in sides(name)
]
REFERENCE = [case for case in CASES if case[3] == "reference"]
VARIANTS = ("default", "low", "high")
EVERYTHING = Limits(agreed={"buttock"}, asked={"T17", "T19"}, top_level=4)
TOO_NARROW = {("T17", size) for size in ("small", "slim")}
"""The forearm does not fit between the spine and the blade of a narrow back."""
BUILT = [case for case in CASES if (case[0], case[3]) not in TOO_NARROW]
HAND_SPEED = 60.0
"""No hand is ever faster, cm/s."""


def name_of(case: tuple[str, ...]) -> str:
    return "-".join(case)


def every(cases: list[Case]) -> Callable[[Callable[[Case], None]], Callable[..., None]]:
    """Run a test on every case: one test for each technique, place and side, all sizes in it."""
    groups: dict[str, list[Case]] = {}
    for case in cases:
        groups.setdefault(name_of(case[:3]), []).append(case)

    def decorate(test: Callable[[Case], None]) -> Callable[..., None]:
        @pytest.mark.parametrize("group", groups.values(), ids=groups)
        def run(group: list[Case]) -> None:
            for case in group:
                test(case)

        run.__name__, run.__doc__ = test.__name__, test.__doc__
        return run

    return decorate


def place_of(case: Case) -> Any:
    return next(place for place in TECHNIQUES[case[0]]["place"] if place["id"] == case[1])


def amounts(case: Case) -> tuple[Any, Any]:
    entry = TECHNIQUES[case[0]]
    return place_of(case).get("pace", entry["pace"]), entry["motion"].get("count")


@cache
def made(case: Case, variant: str = "default") -> Stroke:
    """Return a stroke as the catalogue has it, or at one end of everything it lets you choose."""
    technique, place, side, size = case
    wish: dict[str, Any] = {}
    if variant != "default":
        end = {"low": "lo", "high": "hi"}[variant]
        pace, count = amounts(case)
        wish = {"pace": pace[end], "count": round(count[end]) if count else None}
        wish["level"] = 1 if variant == "low" else 4
    return build(technique, place=place, side=side, size=size, limits=EVERYTHING, **wish)


def variants(case: Case) -> Iterator[Stroke]:
    return (made(case, variant) for variant in VARIANTS)


def of_family(*families: str) -> list[Case]:
    return [case for case in BUILT if TECHNIQUES[case[0]]["motion"]["family"] in families]


# --- Reading a stroke ---------------------------------------------------------------------------


def runs(mask: Array) -> list[slice]:
    """Return the stretches of samples where the mask holds."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(int), [0]])))
    return [slice(a, b) for a, b in edges.reshape(-1, 2)]


def speeds(stroke: Stroke, hand: Hand) -> Array:
    """Return how fast the hand goes from each sample to the next, cm/s."""
    found: Array = np.hypot(*np.diff(hand.xy, axis=0).T) / np.diff(stroke.t)
    return found


def steady(hand: Hand, mask: Array) -> Array:
    """Return which steps lie in the middle of three straight ones between masked samples."""
    step = np.diff(hand.xy, axis=0)
    length = np.hypot(*step.T)
    same = np.einsum("ij,ij->i", step[1:], step[:-1]) > 0.99999 * length[1:] * length[:-1]
    held = mask[:-1] & mask[1:] & (length > 1e-6)
    found = np.zeros(len(step), dtype=bool)
    found[1:-1] = same[:-1] & same[1:] & held[:-2] & held[1:-1] & held[2:]
    return found


def leading(stroke: Stroke) -> list[tuple[int, Hand]]:
    """Return the hands that work on the skin, with their side (+1 the receiver's right)."""
    if stroke.side == "both" or TECHNIQUES[stroke.technique]["motion"]["family"] in (
        "pull", "percuss", "knead",
    ):  # fmt: skip
        return [(1, stroke.right), (-1, stroke.left)]
    return [(1, stroke.right)] if stroke.side == "right" else [(-1, stroke.left)]


def skin(hand: Hand) -> Array:
    return np.asarray(hand.pressure > 0)


def on_skin_all_the_time(stroke: Stroke) -> bool:
    touched = skin(stroke.right) | skin(stroke.left)
    if stroke.technique == "T22":
        touched = touched[:-1]
    return bool(touched.all())


def check_sound(stroke: Stroke, limits: Limits) -> None:
    """What holds for every stroke of anybody."""
    faults = judge(stroke.size).stroke(stroke, limits)
    assert not faults, faults[:5]
    assert stroke.seconds > 0
    assert stroke.t[0] == 0
    assert np.allclose(np.diff(stroke.t), stroke.t[1])
    assert on_skin_all_the_time(stroke)
    assert stroke.peak <= min(stroke.level, limits.top_level) + 1e-9
    for hand in stroke.hands:
        n = len(stroke.t)
        assert hand.xy.shape == (n, 2)
        arrays = (hand.pressure, hand.role, hand.contact, hand.angle)
        assert all(array.shape == (n,) for array in arrays)
        assert all(np.isfinite(array).all() for array in (hand.xy, hand.pressure, hand.angle))
        assert (hand.pressure >= 0).all()
        assert set(hand.role.tolist()) <= {HOLD, PRESS, OVER, RETURN, LIFT, LINK}
        assert {stroke.contacts[i] for i in set(hand.contact.tolist())} <= {*CONTACTS, ON_TOP}
    for shortest in (stroke, stroke.stretched(stroke.stretch_lo)):
        assert max(speeds(shortest, hand).max() for hand in stroke.hands) <= HAND_SPEED + 1e-6


def check_sentence(blocked: Blocked) -> None:
    said = str(blocked)
    assert re.fullmatch(r"[A-Z].*[a-z]\.", said), said
    assert not re.search(r"T\d\d|None|_", said), said
