"""The learner's own list of steps: changing it, and the routine that it gives."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.content import load
from helpers.planner import editing as ed
from helpers.planner import from_routine, plan, realize, routine_for
from helpers.planner.refit import fit, replan
from helpers.routine import check
from helpers.session import Answer, Session, SessionError, Spot, StepEdit
from helpers.strokes import sides

from .strategies import sessions
from .test_planner_properties import assert_legal

SPOTS = (Spot(4.5, 12, "tight", 5), Spot(-8.5, 3.2, "tender", 7))
SESSIONS = (
    Session(),
    Session(minutes=5),
    Session(minutes=30, spots=SPOTS),
    Session(minutes=12, answers=(Answer("S03", "aspirin"),), top_level=2),
)
PLANS = tuple(from_routine(plan(session)) for session in SESSIONS)

few = settings(
    max_examples=80, deadline=None, database=None, derandomize=True,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@st.composite
def any_edit(draw: st.DrawFn) -> StepEdit:
    """Return any step that a session can hold, sensible or not."""
    content = load()
    technique = draw(st.sampled_from([t for t in content.technique.values() if t.taught]))
    return StepEdit(
        phase=draw(st.sampled_from(list(content.phase))),
        technique=technique.id,
        place=draw(st.sampled_from([place.id for place in technique.place])),
        side=draw(st.sampled_from(sides(technique.id))),
        level=draw(st.integers(1, 4)),
        seconds=draw(st.sampled_from([5, 20, 61, 120, 600])),
        spot=draw(st.none() | st.integers(0, 5)) if technique.id in ("T11", "T15") else None,
        locked=draw(st.booleans()),
    )


@few
@given(sessions())
def test_a_plan_turned_into_a_list_gives_the_same_routine(session: Session) -> None:
    routine = plan(session)
    if routine.verdict.blocks:
        return  # no steps to make a list of
    realized = realize(from_routine(routine), session)
    assert not any(row.trouble or row.note for row in realized.rows)
    assert [row.step for row in realized.rows] == list(range(len(routine.steps)))
    for one, other in zip(routine.steps, realized.routine.steps, strict=True):
        for name in ("phase", "technique", "place", "side", "level", "seconds", "start", "spot",
                     "check_in", "note"):  # fmt: skip
            assert getattr(one, name) == getattr(other, name), name
    assert not [f for f in check(realized.routine) if f.severity == "error"]


@few
@given(st.sampled_from(SESSIONS), st.lists(any_edit(), min_size=1, max_size=4))
def test_any_list_gives_a_routine_that_presses_nowhere_it_must_not(
    session: Session, edits: list[StepEdit]
) -> None:
    realized = realize(edits, session)
    steps = realized.routine.steps
    assert [row.edit for row in realized.rows] == edits
    assert [row.step for row in realized.rows if row.step is not None] == list(range(len(steps)))
    for row in realized.rows:
        assert (row.step is None) == bool(row.trouble)
        if row.step is not None:
            step = steps[row.step]
            assert step.seconds == row.edit.seconds
            assert abs(step.filled - step.seconds) < 0.02
            assert step.level <= row.edit.level or step.level == 1
            assert_legal(step.stroke, realized.routine)
            if step.link is not None:
                assert_legal(step.link, realized.routine)
    check(realized.routine)
    assert session.changed(edits=edits).edits == tuple(edits)


ACTIONS = st.tuples(
    st.sampled_from(["remove", "move", "lengthen", "shorten", "lighten", "firmer", "add", "fit"]),
    st.integers(0, 25),
    st.integers(0, 25),
)


@few
@given(
    st.sampled_from(range(len(SESSIONS))),
    st.sets(st.integers(0, 25), max_size=4),
    st.lists(ACTIONS, min_size=1, max_size=8),
)
def test_no_operation_touches_a_locked_step(
    number: int, locked: set[int], actions: list[tuple[str, int, int]]
) -> None:
    session, edits = SESSIONS[number], PLANS[number]
    for index in locked:
        if index < len(edits):
            edits = ed.lock(edits, index)
    kept = [edit for edit in edits if edit.locked]
    for name, index, other in actions:
        before = edits
        # What is not possible is said, and then the list is the one from before.
        with suppress(SessionError):
            if name == "add":
                edits = ed.add(edits, PLANS[0][other % len(PLANS[0])])
            elif name == "fit":
                edits = fit(edits, 60 * session.minutes)
                assert sum(edit.seconds for edit in edits) == 60 * session.minutes
            elif name == "firmer":
                edits = ed.firmer(edits, index, session)
            elif name == "move":
                edits = ed.move(edits, index, other)
                assert Counter(edits) == Counter(before)
                assert [(i, e) for i, e in enumerate(edits) if e.locked] == [
                    (i, e) for i, e in enumerate(before) if e.locked
                ]
            else:
                edits = getattr(ed, name)(edits, index)
        assert [edit for edit in edits if edit.locked] == kept
        assert edits
        session.changed(edits=edits)


def test_a_step_moves_to_where_it_is_asked_to() -> None:
    edits = PLANS[0]
    for index in range(len(edits)):
        for to in range(len(edits)):
            moved = ed.move(edits, index, to)
            assert moved[to] == edits[index]
            rest = [e for i, e in enumerate(edits) if i != index]
            assert [e for i, e in enumerate(moved) if i != to] == rest


def test_a_step_moves_around_a_locked_one() -> None:
    edits = ed.lock(PLANS[0], 2)
    assert ed.move(edits, 1, 2) == (edits[0], edits[3], edits[2], edits[1], *edits[4:])
    assert ed.move(edits, 3, 2) == (edits[0], edits[3], edits[2], edits[1], *edits[4:])
    last = ed.lock(PLANS[0], len(PLANS[0]) - 1)
    assert ed.move(last, len(last) - 2, len(last) - 1) == last


@pytest.mark.parametrize(
    ("edits", "call", "words"),
    [
        (ed.lock(PLANS[0], 0), lambda e: ed.remove(e, 0), "Step 1 is locked"),
        (ed.lock(PLANS[0], 0), lambda e: ed.move(e, 0, 3), "Step 1 is locked"),
        (ed.lock(PLANS[0], 0), lambda e: ed.lengthen(e, 0), "Step 1 is locked"),
        (PLANS[0], lambda e: ed.remove(e, 99), "There is no step 100"),
        (PLANS[0][:1], lambda e: ed.remove(e, 0), "One step has to stay"),
        (PLANS[0], lambda e: ed.lighten(e, 0), "lightest level"),
        (PLANS[0], lambda e: ed.firmer(e, 0, SESSIONS[0]), "Level 1 is the most"),
        (PLANS[0][:1], lambda e: fit(e, 2400), "cannot get that long"),
        (PLANS[0], lambda e: fit(e, 30), "cannot get that short"),
    ],
)
def test_what_is_not_possible_is_said_in_a_sentence(
    edits: object, call: object, words: str
) -> None:
    with pytest.raises(SessionError, match=words) as told:
        call(edits)  # type: ignore[operator]
    assert str(told.value).endswith(".")


def test_a_mistake_is_kept_so_that_the_check_can_name_it() -> None:
    session, edits = SESSIONS[0], PLANS[0]
    kneading = next(i for i, edit in enumerate(edits) if edit.phase == "P3")
    first = realize(ed.move(edits, kneading, 0), session).routine
    assert {"order", "total"} & {f.rule for f in check(first)} == {"order"}
    without = tuple(edit for edit in edits if edit.phase != "P6")
    rules = {f.rule for f in check(realize(without, session).routine)}
    assert {"finish", "total"} <= rules
    strong = evolve(edits[kneading], level=4)
    rules = {f.rule for f in check(realize(ed.add(edits, strong), session).routine)}
    assert "strong" in rules


def test_a_step_that_can_not_be_done_is_left_out_and_says_why() -> None:
    session, edits = SESSIONS[0], PLANS[0]
    short = realize(ed.changed(edits, 4, seconds=5), session)
    assert "needs at least" in short.rows[4].trouble
    assert len(short.routine.steps) == len(edits) - 1
    least = int(short.rows[4].trouble.split()[-1].rstrip("."))
    assert not realize(ed.changed(edits, 4, seconds=least), session).rows[4].trouble
    assert realize(ed.changed(edits, 4, seconds=least - 1), session).rows[4].trouble
    forearm = StepEdit(phase="P3", technique="T17", place="lane", side="right")
    assert "asks for it" in realize((forearm,), session).rows[0].trouble
    lost = StepEdit(phase="P4", technique="T11", place="lane", side="right", spot=3)
    assert "not on your map" in realize((lost,), session).rows[0].trouble
    today = session.changed(answers=(Answer("RF01", "yes"),))
    assert not realize(edits, today).routine.steps
    assert all(row.trouble for row in realize(edits, today).rows)


@few
@given(st.sampled_from(range(len(SESSIONS))), st.sets(st.integers(0, 30), max_size=5))
def test_planning_again_keeps_the_locked_steps(number: int, locked: set[int]) -> None:
    session, edits = SESSIONS[number], PLANS[2]
    for index in locked:
        if index < len(edits):
            edits = ed.lock(edits, index)
    again = replan(edits, session)
    assert [e for e in again if e.locked] == [e for e in edits if e.locked]
    session.changed(edits=again)
    if not any(edit.locked for edit in edits):
        assert again == PLANS[number]


def test_a_list_of_one_s_own_is_what_the_session_gives() -> None:
    session = SESSIONS[0].changed(edits=ed.lengthen(PLANS[0], 0))
    assert routine_for(session).steps[0].seconds == PLANS[0][0].seconds + ed.MORE
    assert len(routine_for(SESSIONS[0]).steps) == len(PLANS[0])
    assert Session.from_json(session.to_json()) == session


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"phase": "P9"}, "no part of a massage 'P9'"),
        ({"technique": "T18"}, "not part of this course"),
        ({"place": "knee"}, "no place for Long glide: 'knee'"),
        ({"side": "left"}, "with both hands at once"),
        ({"technique": "T04", "place": "side"}, "on one side after the other"),
        ({"level": 5}, "from 1 to 4"),
        ({"seconds": 4}, "from 5 to 600"),
    ],
)
def test_a_step_that_makes_no_sense_is_refused(values: dict[str, object], words: str) -> None:
    fine: dict[str, object] = {"phase": "P2", "technique": "T02", "place": "whole"}
    with pytest.raises(SessionError, match=words):
        Session(edits=(StepEdit(**(fine | values)),))  # type: ignore[arg-type]
