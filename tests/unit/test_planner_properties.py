"""Properties of every plan: it adds up, it keeps every rule, and it is the same every time."""

from __future__ import annotations

from functools import lru_cache
from types import SimpleNamespace

from attrs import evolve
from hypothesis import HealthCheck, given, settings

from helpers.body import Limits
from helpers.content import load
from helpers.planner import plan, screen
from helpers.routine import Routine, check
from helpers.session import LEAST_MINUTES, MOST_MINUTES, MOST_SPOTS, Answer, Session, Spot
from helpers.strokes import Hand, Stroke

from .judge import judge
from .strategies import pairs, sessions

SESSIONS = 300
SPOTS = (
    Spot(4.5, 12, "tight", 5),
    Spot(-8.5, 3.2, "tender", 7),
    Spot(3.4, 22, "tight", 3),
    Spot(-4.8, 12, "tight", 4),
    Spot(0.0, 30, "tender", 6),
    Spot(-5, 44, "tight", 2),
)
assert len(SPOTS) == MOST_SPOTS


@lru_cache(maxsize=20_000)
def judged(right: Hand, left: Hand, technique: str, contacts: tuple[str, ...], size: str,
           limits: Limits) -> list[str]:  # fmt: skip
    """Return what the independent judge finds in one stroke; a slower copy shares its hands."""

    piece = SimpleNamespace(right=right, left=left, technique=technique, contacts=contacts)
    return judge(size).stroke(piece, limits)


def assert_legal(stroke: Stroke, routine: Routine) -> None:
    """Assert that the independent judge lets every sample of a stroke pass."""
    assert stroke.peak <= routine.limits.top_level
    limits = evolve(routine.limits, top_level=4, techniques_out=(), asked=())
    key = (stroke.right, stroke.left, stroke.technique, stroke.contacts, routine.size, limits)
    assert not judged(*key)


def assert_sound(session: Session, routine: Routine) -> None:
    """Assert what holds for every plan."""
    errors = [finding for finding in check(routine) if finding.severity == "error"]
    assert not errors, (session.to_json(), errors)
    if routine.verdict.blocks:
        assert not routine.steps
        assert routine.verdict.reasons
        assert routine.notes
        return
    assert routine.minutes <= session.minutes
    assert routine.seconds == routine.minutes * 60
    assert sum(routine.phase_seconds().values()) == routine.seconds
    for step in routine.steps:
        assert step.seconds == int(step.seconds) > 0
        assert abs(step.filled - step.seconds) < 0.02
        assert_legal(step.stroke, routine)
        if step.link is not None:
            assert_legal(step.link, routine)
        low, high = step.stroke.stretch_lo, step.stroke.stretch_hi
        assert low - 1e-6 <= step.stroke.factor <= high + 1e-6
    used = {step.technique for step in routine.steps}
    assert used & session.left_out <= {"T02", "T22"}
    assert all(note.strip() == note and note for note in routine.notes)


many = settings(
    max_examples=SESSIONS // 2,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
"""Half of the sessions for each of two tests, so that two cores can share them."""


@many
@given(sessions(most=23))
def test_every_shorter_session_gets_a_sound_plan(session: Session) -> None:
    assert_sound(session, plan(session))
    assert Session.from_json(session.to_json()) == session


@many
@given(sessions(least=24))
def test_every_longer_session_gets_a_sound_plan(session: Session) -> None:
    assert_sound(session, plan(session))
    assert Session.from_json(session.to_json()) == session


def test_every_pair_of_safety_answers_gets_a_sound_plan() -> None:
    content, blocked = load(), {a.id for a in load().action.values() if a.blocks}
    questions = content.question
    for answers in pairs():
        session = Session(minutes=12, answers=answers)
        actions = {
            choice.action
            for answer in answers
            for choice in questions[answer.question].choice
            if choice.id == answer.choice
        }
        verdict = screen(session).verdict
        if actions & blocked:
            assert verdict.blocks, answers
            worst = min(actions, key=lambda name: content.action[name].rank)
            assert verdict.action == worst
        if verdict.blocks:
            # The same for every blocked session, and 10 000 of these pairs are.
            assert verdict.reasons
        else:
            assert_sound(session, plan(session))


def test_a_clinicians_yes_lifts_ask_first_and_nothing_else() -> None:
    for question in load().question.values():
        for choice in question.choice:
            verdict = screen(
                Session(answers=(Answer(question.id, choice.id, cleared=True),))
            ).verdict
            if choice.action in ("EMERGENCY", "STOP_SEE", "POSTPONE"):
                assert verdict.blocks, (question.id, choice.id)


def test_every_length_with_every_number_of_spots_gets_a_sound_plan() -> None:
    for minutes in range(LEAST_MINUTES, MOST_MINUTES + 1):
        for count in range(MOST_SPOTS + 1):
            session = Session(minutes=minutes, spots=SPOTS[:count])
            routine = plan(session)
            assert_sound(session, routine)
            assert routine.minutes == minutes
            assert not routine.verdict.blocks


def test_the_same_session_gives_the_same_plan() -> None:
    session = Session(minutes=32, spots=SPOTS[:3], size="broad")
    first, second = plan(session), plan(session)
    assert first.notes == second.notes
    for one, other in zip(first.steps, second.steps, strict=True):
        assert (one.technique, one.place, one.side, one.start, one.seconds, one.level) == (
            other.technique, other.place, other.side, other.start, other.seconds, other.level,
        )  # fmt: skip
        for hand, same in zip(one.paths()[1:], other.paths()[1:], strict=True):
            assert (hand.xy == same.xy).all()
            assert (hand.pressure == same.pressure).all()


def test_hands_stay_on_the_body() -> None:
    for minutes in (5, 12, 20, 30, 45):
        steps = plan(Session(minutes=minutes, spots=SPOTS)).steps
        for step in steps:
            _, right, left = step.paths()
            on = right.touching | left.touching
            away = 1 if step is steps[-1] else 0  # at the very end the hands come off
            assert on[: len(on) - away].all(), (minutes, step.technique, step.place)
