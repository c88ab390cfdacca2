"""The mistake spotter: for each rule a routine with that mistake, which it must find."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from attrs import evolve

from helpers.body import Cap, Limits, Skip
from helpers.content import load
from helpers.planner import plan
from helpers.routine import Finding, Routine, Step, Verdict, check
from helpers.session import Session, Spot
from helpers.strokes import build

STRONG = Limits(top_level=4, strong=True, asked={"T17", "T19"}, agreed={"buttock"})
NOT_FINDABLE = {"margin", "margin-infection"}
"""Rules that only give a number to others: "excluded" finds a hand that comes too near."""


@cache
def good() -> Routine:
    """A planned routine without any fault, with two spots."""
    return plan(Session(minutes=20, spots=(Spot(4.5, 12), Spot(-8.5, 3.2))))


@cache
def longest() -> Routine:
    return plan(Session(minutes=45, spots=(Spot(4.5, 12), Spot(-8.5, 3.2))))


def find(routine: Routine, rule: str) -> list[Finding]:
    return [finding for finding in check(routine) if finding.rule == rule]


def first(routine: Routine, **wanted: Any) -> int:
    """Return the index of the first step with these values."""
    for index, step in enumerate(routine.steps):
        if all(getattr(step, name) == value for name, value in wanted.items()):
            return index
    raise AssertionError(wanted)


def edited(routine: Routine, index: int, **changes: Any) -> Routine:
    """Return the routine with one step changed by hand."""
    steps = list(routine.steps)
    steps[index] = evolve(steps[index], **changes)
    return relaid(routine, steps)


def relaid(routine: Routine, steps: list[Step]) -> Routine:
    """Return the routine with these steps, one after the other."""
    clock, laid = 0, []
    for step in steps:
        laid.append(evolve(step, start=clock))
        clock += step.seconds
    return evolve(routine, steps=tuple(laid))


def longer(routine: Routine, index: int, seconds: int) -> Routine:
    """Return the routine with one step lasting so long, its passes stretched over it."""
    step = routine.steps[index]
    room = seconds - step.link_seconds - step.rest
    factor = room / (step.passes * step.stroke.seconds)
    return edited(routine, index, seconds=seconds, stroke=step.stroke.stretched(factor))


def with_stroke(routine: Routine, index: int, technique: str, **how: Any) -> Routine:
    """Return the routine with another stroke in one step, as wrong as asked for."""
    how.setdefault("ease", False)
    stroke = build(technique, limits=how.pop("limits", STRONG), **how)
    return edited(
        routine, index, technique=technique, stroke=stroke, level=how.get("level", 2), link=None
    )


def without(routine: Routine, *phases: str) -> Routine:
    return relaid(routine, [step for step in routine.steps if step.phase not in phases])


def swapped(routine: Routine, one: int, other: int) -> Routine:
    steps = list(routine.steps)
    steps[one], steps[other] = steps[other], steps[one]
    return relaid(routine, steps)


def repeated(routine: Routine, index: int, times: int, **changes: Any) -> Routine:
    steps = list(routine.steps)
    steps[index : index + 1] = [evolve(steps[index], **changes)] * times
    return relaid(routine, steps)


def knead() -> int:
    return first(good(), technique="T05")


def circles() -> int:
    return first(good(), technique="T11")


def press() -> int:
    return first(good(), technique="T15")


def raw_spot(technique: str, **how: Any) -> Routine:
    return with_stroke(good(), circles(), technique, side="right", spot=(4.5, 12.0), **how)


def person(**limits: Any) -> Routine:
    return evolve(good(), limits=evolve(good().limits, **limits))


FAULTS: dict[str, Callable[[], Routine]] = {
    "screening": lambda: evolve(good(), verdict=Verdict(action="STOP_SEE", blocks=True)),
    "person-cap": lambda: person(caps=(Cap(level=1, quarter="upper", side="right"),)),
    "agreed": lambda: with_stroke(good(), knead(), "T06", place="buttock", side="right"),
    "asked-only": lambda: with_stroke(good(), knead(), "T17", side="right"),
    "total": lambda: evolve(good(), minutes=21),
    "least": lambda: relaid(good(), list(good().steps[:2])),
    "hard-stop": lambda: relaid(longest(), [*longest().steps, *good().steps]),
    "long-session": longest,
    "short": lambda: evolve(good(), minutes=8),
    "very-short": lambda: evolve(good(), minutes=4),
    "order": lambda: swapped(good(), 1, knead()),
    "phase": lambda: with_stroke(good(), 1, "T15", side="right"),
    "share": lambda: longer(good(), 0, 400),
    "finish": lambda: without(good(), "P6"),
    "warm-up": lambda: longer(longer(longer(good(), 1, 20), 2, 20), 3, 20),
    "warm-up-share": lambda: longer(longer(good(), 2, 20), 3, 20),
    "rise": lambda: edited(good(), 3, level=4),
    "fall": lambda: edited(good(), first(good(), technique="T20"), level=3),
    "both-sides": lambda: longer(good(), first(good(), technique="T06", side="left"), 90),
    "spots-share": lambda: longer(good(), circles(), 150),
    "spots-time": lambda: longer(longer(longest(), first(longest(), technique="T11"), 120),
                                 first(longest(), technique="T15"), 180),
    "spot-time": lambda: longer(good(), circles(), 120),
    "spots-count": lambda: relaid(good(), [evolve(s, spot=i) if s.phase == "P4" else s
                                           for i, s in enumerate(good().steps)]),
    "press-time": lambda: edited(good(), press(), stroke=good().steps[press()].stroke.stretched(4)),
    "press-repeats": lambda: edited(good(), press(), passes=4),
    "friction-time": lambda: longer(good(), circles(), 90),
    "crossfibre-time": lambda: edited(raw_spot("T12"), circles(), passes=6),
    "no-press": lambda: with_stroke(
        good(), circles(), "T11", side="right", level=3, spot=(0.5, 12.0)),
    "on-the-back": lambda: with_stroke(good(), circles(), "T11", side="right", spot=(25.0, 20.0)),
    "excluded": lambda: person(skips=(Skip(center=(4.0, 12.0), radius=2.0, margin=5.0),)),
    "area-cap": lambda: with_stroke(
        good(), knead(), "T11", side="right", spot=(5.0, 24.0), level=4),
    "technique-cap": lambda: edited(good(), first(good(), technique="T08"), level=3),
    "light-only": lambda: person(light_only=True),
    "strong": lambda: edited(good(), first(good(), technique="T06"), level=4),
    "not-taught": lambda: edited(good(), knead(), technique="T18"),
    "percussion-time": lambda: longer(with_stroke(
        good(), first(good(), phase="P5"), "T19", side="right"), first(good(), phase="P5"), 80),
    "hand-speed": lambda: edited(good(), 1, stroke=good().steps[1].stroke.stretched(0.05)),
    "same-stroke": lambda: longer(good(), first(good(), phase="P5"), 150),
    "comfort-check": lambda: edited(good(), knead(), check_in=False),
    "easy-minutes": lambda: relaid(longest(), [
        evolve(longest().steps[first(longest(), technique="T07")], link=None, rest=0.0, passes=1)
    ] * 40),
    "thumbs": lambda: repeated(
        with_stroke(good(), knead(), "T09", side="right"), knead(), 3),
}  # fmt: skip


def test_a_planned_routine_has_no_fault() -> None:
    assert check(good()) == ()


def test_every_rule_has_its_faulty_routine() -> None:
    assert set(FAULTS) == set(load().rule) - NOT_FINDABLE


@pytest.mark.parametrize("rule", FAULTS)
def test_the_check_finds(rule: str) -> None:
    findings = find(FAULTS[rule](), rule)
    assert findings, rule
    entry = load().rule[rule]
    for finding in findings:
        assert finding.severity == entry.severity
        assert finding.reason == entry.reason
        assert finding.sources == entry.sources
        assert finding.message.endswith(".")


def test_a_jump_between_steps_is_found() -> None:
    routine = edited(good(), knead(), link=None)
    routine = edited(routine, knead(), rest=routine.steps[knead()].rest + 5)
    assert any("jumps" in finding.message for finding in find(routine, "hand-speed"))


def test_the_step_of_a_finding_is_the_faulty_one() -> None:
    index = first(good(), technique="T08")
    assert [f.step for f in find(edited(good(), index, level=3), "technique-cap")] == [index]


def test_errors_come_before_advice() -> None:
    routine = edited(edited(longest(), 5, check_in=False), 0, level=3)
    severities = [finding.severity for finding in check(routine)]
    assert severities == sorted(severities, reverse=True)


def test_the_paths_of_a_step_fill_its_seconds() -> None:
    for step in longest().steps:
        t, right, left = step.paths()
        assert t[0] == 0
        assert t[-1] == pytest.approx(step.seconds, abs=0.02)
        assert (t[1:] > t[:-1]).all()
        assert len(t) == len(right.xy) == len(left.xy)
        assert right.contact.max() < len(step.contacts())


def test_views_of_a_routine() -> None:
    routine = good()
    assert routine.seconds == 1200
    assert sum(routine.phase_seconds().values()) == 1200
    assert list(routine.phase_seconds()) == ["P1", "P2", "P3", "P4", "P5", "P6"]
    t, level = routine.level_curve()
    assert t[0] == 0
    assert t[-1] == 1200
    assert set(level) <= {1.0, 2.0, 3.0}
    assert routine.step_at(0) == 0
    assert routine.step_at(1200) is None
