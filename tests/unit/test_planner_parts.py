"""The planner's parts: shares to the second, screening, recipes, and what it says."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import load
from helpers.planner import plan, screen
from helpers.planner.blocks import lay
from helpers.planner.recipe import Wish
from helpers.planner.shares import Part, divide, phase_seconds
from helpers.session import Answer, Mark, Session, Spot, TechniqueChoice

HERE = (Mark((14, 40), 2),)


def test_dividing_adds_up_within_the_bounds() -> None:
    assert divide(10, [Part(1, 0, 10), Part(1, 0, 10), Part(1, 0, 10)]) == [4, 3, 3]
    assert divide(10, [Part(9, 0, 2), Part(1, 0, 10)]) == [2, 8]
    assert divide(10, [Part(0, 4, 10), Part(9, 0, 9)]) == [4, 6]
    assert divide(10, [Part(1, 6, 9), Part(1, 6, 9)]) is None
    assert divide(10, [Part(1, 0, 4), Part(1, 0, 4)]) is None
    assert divide(10, []) is None


bounds = st.lists(st.integers(0, 90), min_size=2, max_size=2).map(sorted)
parts = st.builds(lambda want, both: Part(want, *both), st.floats(0, 200), bounds)


@given(st.lists(parts, min_size=1, max_size=6), st.floats(0, 1))
def test_every_part_gets_its_wish_times_one_factor(parts: list[Part], share: float) -> None:
    def cut(part: Part, factor: float) -> float:
        return min(part.high, max(part.low, max(part.want, 0.01) * factor))

    least, most = sum(p.low for p in parts), sum(p.high for p in parts)
    seconds = round(least + share * (most - least))
    low, high = 0.0, 1.0
    while sum(cut(p, high) for p in parts) < seconds and high < 1e9:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        short = sum(cut(p, middle) for p in parts) < seconds
        low, high = (middle, high) if short else (low, middle)
    found = divide(seconds, parts)
    assert found is not None
    assert sum(found) == seconds
    # A second is all that rounding takes or gives, two where it has to make up for others.
    assert all(abs(one - cut(p, high)) <= 2 for one, p in zip(found, parts, strict=True))


@pytest.mark.parametrize("minutes", range(3, 46))
def test_phases_share_the_time_to_the_second(minutes: int) -> None:
    for count in range(4):
        for others in combinations(("P1", "P3", "P5"), count):
            names = ("P2", "P6", *(name for name in others if minutes >= 10 or name == "P1"))
            for focus in (0, 45, min(300, 12 * minutes)) if minutes >= 10 else (0,):
                for alone in ((), ("P3", "P5")):
                    shares = phase_seconds(minutes * 60, dict.fromkeys(names, 1.0), focus, alone)
                    assert sum(shares.values()) == minutes * 60 - focus


def test_blocks_fill_the_time_and_change_the_stroke() -> None:
    wishes = [Wish(technique="T02", minutes=2), Wish(technique="T03", minutes=1)]
    for seconds in range(60, 900, 7):
        blocks = lay("P2", seconds, wishes)
        assert sum(block.seconds for block in blocks) == seconds
        names = [block.technique for block in blocks]
        assert all(one != other for one, other in pairwise(names))


def test_the_most_severe_answer_wins() -> None:
    session = Session(answers=(Answer("S22"), Answer("S04"), Answer("RF01")))
    assert screen(session).verdict.action == "EMERGENCY"
    routine = plan(session)
    assert routine.verdict.blocks
    assert routine.steps == ()
    assert routine.notes[0] in routine.verdict.reasons


def test_two_answers_that_need_care_are_one_for_a_clinician() -> None:
    light = Answer("S09", "osteopenia")
    assert not screen(Session(answers=(light,))).verdict.blocks
    both = (light, Answer("S36"))
    assert screen(Session(answers=both)).verdict.action == "ASK_FIRST"
    cleared = tuple(Answer(a.question, a.choice, cleared=True) for a in both)
    verdict = screen(Session(answers=cleared)).verdict
    assert not verdict.blocks
    assert screen(Session(answers=cleared)).limits.light_only


def test_a_place_that_is_not_marked_blocks() -> None:
    verdict = screen(Session(answers=(Answer("L01"),))).verdict
    assert verdict.blocks
    assert verdict.reasons[0].startswith("Mark where it is")
    assert not screen(Session(answers=(Answer("L01", marks=HERE),))).verdict.blocks


def test_marked_places_become_skips_and_caps() -> None:
    limits = screen(Session(answers=(Answer("L01", marks=HERE),))).limits
    (skip,) = limits.skips
    assert (skip.center, skip.radius, skip.margin) == ((14, 40), 2, 10)
    limits = screen(Session(answers=(Answer("S31", "upper_old", marks=HERE),))).limits
    assert {(cap.quarter, cap.side, cap.level) for cap in limits.caps} == {("upper", "right", 1)}


def test_lumps_and_pain_are_kept_clear() -> None:
    session = Session(spots=(Spot(4, 12, "lump"), Spot(-4, 20, "pain")))
    limits = screen(session).limits
    assert {skip.margin for skip in limits.skips} == {5.0}
    routine = plan(session)
    assert not any(step.spot is not None for step in routine.steps)
    assert any("looked at" in note for note in routine.notes)


def test_what_was_not_agreed_on_is_left_alone() -> None:
    limits = screen(Session(agreed=frozenset())).limits
    assert limits.areas_out == {"A02", "A07", "A08", "A09", "A10"}
    assert not plan(Session(agreed=frozenset())).verdict.blocks


def test_a_light_session_has_only_light_strokes() -> None:
    routine = plan(Session(minutes=15, answers=(Answer("S36"),), spots=(Spot(4, 12),)))
    assert routine.minutes == 10
    assert all(load().technique[step.technique].light for step in routine.steps)
    assert max(step.level for step in routine.steps) <= 2
    assert any("10 at most" in note for note in routine.notes)


def test_another_position_is_taken_where_an_answer_asks_for_it() -> None:
    routine = plan(Session(answers=(Answer("S23"),)))
    assert routine.position == "side_lying"
    assert any("lying on the side" in note for note in routine.notes)


def test_strong_pressure_only_on_request_and_only_late() -> None:
    assert max(step.level for step in plan(Session(minutes=30)).steps) == 3
    steps = plan(Session(minutes=30, top_level=4)).steps
    strong = [step for step in steps if step.level == 4]
    assert strong
    assert {step.technique for step in strong} <= {"T05", "T16"}


def test_what_was_asked_for_is_in_and_what_was_left_out_is_not() -> None:
    session = Session(minutes=30, asked=frozenset({"T17", "T19"}), left_out=frozenset({"T08"}))
    used = {step.technique for step in plan(session).steps}
    assert {"T17", "T19"} <= used
    assert "T08" not in used


def test_the_learners_choices_for_a_stroke_are_kept() -> None:
    choices = {"T05": TechniqueChoice(place="upper", level=2), "T06": TechniqueChoice(side="left")}
    steps = plan(Session(technique_choices=choices)).steps
    assert {step.place for step in steps if step.technique == "T05"} == {"upper"}
    assert max(step.level for step in steps if step.technique == "T05") == 2
    assert next(step.side for step in steps if step.technique == "T06") == "left"


def test_the_sorest_spots_come_first_and_the_others_are_named() -> None:
    spots = tuple(Spot(x, 12, "tight", i) for i, x in enumerate((4.2, -4.2, 4.4, -4.4, 4.6)))
    routine = plan(Session(minutes=30, spots=spots))
    worked = list(dict.fromkeys(step.spot for step in routine.steps if step.spot is not None))
    assert worked == [4, 3, 2]
    assert any("You marked five spots" in note for note in routine.notes)


def test_a_spot_on_the_spine_is_left_out_with_a_reason() -> None:
    routine = plan(Session(spots=(Spot(0, 20),)))
    assert not any(step.spot is not None for step in routine.steps)
    assert any("no safe place" in note for note in routine.notes)


def test_a_short_session_says_why_it_is_gentle() -> None:
    notes = plan(Session(minutes=3, spots=(Spot(4, 12),) * 5)).notes
    assert any("Three minutes are too short for kneading" in note for note in notes)


def test_where_nothing_is_safe_there_is_no_massage_and_a_sentence() -> None:
    everywhere = tuple(Mark((x, y), 15) for x in (-10, 10) for y in (5, 25, 45))
    routine = plan(Session(answers=(Answer("L03", marks=everywhere),)))
    assert routine.verdict.blocks
    assert routine.steps == ()
    assert "too little of the back" in routine.notes[0]


def test_sentences_are_whole_and_plain() -> None:
    for session in (
        Session(minutes=3, spots=(Spot(4, 12),)),
        Session(minutes=45, top_level=4, asked=frozenset({"T09", "T17"})),
        Session(minutes=12, preset="length-45", left_out=frozenset({"T06"})),
        Session(spots=(Spot(0, 20), Spot(4, 33), Spot(7, 8, "tender", 9))),
    ):
        for note in plan(session).notes:
            assert note[0].isupper() or note[0] in "“0123456789"
            assert note.endswith((".", "!", "?"))
