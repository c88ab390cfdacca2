"""Sore spots: what the learner chooses for one really changes its steps, within every rule."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from helpers.content import load
from helpers.planner import from_routine, plan, realize
from helpers.planner.spot_parts import layouts
from helpers.planner.spot_plan import KEEP_CLEAR, spot_plan
from helpers.planner.spots import MOST_EACH, targets
from helpers.routine import Step, check
from helpers.session import Answer, Session, SessionError, Spot
from helpers.session.spot_work import GRIPS, SpotWork

BLADE = Spot(-4.8, 12, "tender", 5)
LANE = Spot(3.4, 22, "tight", 3)
SHELF = Spot(12, 4.5, "tight", 2)


def steps_of(*spots: Spot, index: int = 0, **more: Any) -> list[Step]:
    routine = plan(Session(minutes=20, spots=spots, **more))
    assert [f for f in check(routine) if f.severity == "error"] == []
    return [step for step in routine.steps if step.spot == index]


def worked(spot: Spot, **work: Any) -> Spot:
    return evolve(spot, work=SpotWork(**work))


def press(steps: list[Step]) -> Step:
    return next(step for step in steps if step.technique == "T15")


def hold(step: Step) -> float:
    return step.stroke.pace * step.stroke.factor


def test_a_spot_is_circled_pressed_and_released() -> None:
    steps = steps_of(BLADE)
    assert [step.technique for step in steps] == ["T11", "T15", "T11"]
    assert "palm-heel" in steps[-1].stroke.contacts
    assert steps[-1].level <= 2
    assert sum(step.seconds for step in steps) <= MOST_EACH
    assert press(steps).stroke.count == 2


@pytest.mark.parametrize("contact", GRIPS)
def test_what_presses_is_what_was_chosen(contact: str) -> None:
    assert contact in press(steps_of(worked(LANE, contact=contact))).stroke.contacts


def test_a_contact_without_room_is_replaced_and_the_plan_says_so() -> None:
    session = Session(spots=(worked(SHELF, contact="fist"),))
    routine = plan(session)
    assert "palm-heel" in press([s for s in routine.steps if s.spot == 0]).stroke.contacts
    assert any("no room for a soft fist" in note for note in routine.notes)


def test_a_longer_hold_holds_longer_and_takes_its_time() -> None:
    short, long = (press(steps_of(worked(LANE, hold=seconds, presses=1))) for seconds in (10, 40))
    assert 9 <= hold(short) <= 13
    assert 36 <= hold(long) <= 48
    assert long.seconds > short.seconds + 20


def test_a_thumb_holds_for_ten_seconds_and_less_than_a_tenth_of_the_time() -> None:
    thumbs = tuple(worked(s, contact="thumb", hold=60, presses=3) for s in (LANE, BLADE, SHELF))
    routine = plan(Session(minutes=12, spots=thumbs))
    used = [s for s in routine.steps if "thumb" in s.stroke.contacts]
    assert all(hold(step) <= 10.01 and step.level <= 2 for step in used)
    assert sum(step.seconds for step in used) < routine.seconds / 10
    assert any("Thumbs tire soon" in note for note in routine.notes)


def test_a_slow_line_replaces_the_circles_where_a_lane_passes() -> None:
    assert steps_of(worked(BLADE, way="line"))[0].technique == "T14"
    routine = plan(Session(spots=(worked(SHELF, way="line"),)))
    assert not any(step.technique == "T14" for step in routine.steps)
    assert any("No lane for a slow line" in note for note in routine.notes)


@pytest.mark.parametrize(("comfort", "level"), [(None, 3), (6, 3), (7, 2), (8, None), (10, None)])
def test_the_number_they_said_changes_the_plan(comfort: int | None, level: int | None) -> None:
    steps = steps_of(worked(LANE, comfort=comfort))
    assert max((step.level for step in steps), default=None) == level


def test_where_it_hurt_only_light_strokes_pass() -> None:
    routine = plan(Session(spots=(worked(LANE, comfort=9), BLADE)))
    assert [f for f in check(routine) if f.severity == "error"] == []
    (cap,) = routine.limits.caps
    assert (cap.level, cap.light_only, cap.radius) == (2, True, KEEP_CLEAR)
    assert any("Leave it for today" in note for note in routine.notes)


def test_the_press_leans_in_with_one_breath_out() -> None:
    for breaths, ramp in ((5, 6), (6, 5), (10, 3)):
        session = Session(spots=(LANE,), breaths_per_minute=breaths)
        assert targets(session, plan(session).limits)[0][0].ramp == ramp


def test_every_layout_fills_the_seconds_and_the_fullest_comes_first() -> None:
    for work in (SpotWork(), SpotWork(hold=60, presses=3), SpotWork(contact="thumb", presses=1)):
        session = Session(spots=(evolve(LANE, work=work),))
        (target,) = targets(session, plan(session).limits)[0]
        for seconds in range(45, target.most + 1):
            found = list(layouts(target, seconds))
            assert found
            assert all(sum(part.seconds for part in parts) == seconds for parts in found)
            assert len(found[0]) == max(len(parts) for parts in found)


def test_the_firmest_spot_comes_first() -> None:
    plan_ = spot_plan(Session(spots=(Spot(-4.8, 12, "tender", 8), LANE)))
    assert [one.number for one in plan_.in_order] == [2, 1]
    levels = [max(step.level for step in one.steps) for one in plan_.in_order]
    assert levels == [3, 2]


def test_what_becomes_of_every_spot() -> None:
    spots = (LANE, Spot(-4, 20, "lump"), Spot(0, 14), worked(BLADE, comfort=9))
    fates = [one.fate for one in spot_plan(Session(spots=spots)).spots]
    assert fates[1:] == ["leave", "no-place", "leave"]
    light = spot_plan(Session(minutes=15, answers=(Answer("S36"),), spots=(LANE,)))
    assert light.spots[0].fate == "light"
    short = spot_plan(Session(minutes=5, spots=(LANE,)))
    assert (short.spots[0].fate, short.in_order) == ("waits", ())


@pytest.mark.parametrize("contact", GRIPS)
def test_an_own_list_keeps_what_was_chosen_for_a_spot(contact: str) -> None:
    session = Session(spots=(worked(LANE, contact=contact, hold=30, presses=1),))
    routine = plan(session)
    again = realize(from_routine(routine), session)
    assert all(not row.trouble for row in again.rows)
    for one, other in zip(routine.steps, again.routine.steps, strict=True):
        assert (one.technique, one.stroke.contacts) == (other.technique, other.stroke.contacts)
        if one.technique == "T15":
            assert hold(one) == pytest.approx(hold(other), abs=1)


def test_choices_that_are_not_possible_say_why() -> None:
    for wrong, words in (
        ({"hold": 5}, "from 10 to 60"),
        ({"contact": "elbow"}, "What presses a spot"),
        ({"comfort": 11}, "The number that they said"),
        ({"way": "dig"}, "The way to work"),
    ):
        with pytest.raises(SessionError, match=words):
            SpotWork(**wrong)  # type: ignore[arg-type]


def test_a_saved_session_keeps_the_work_on_its_spots() -> None:
    session = Session(spots=(worked(LANE, contact="fist", hold=35, comfort=6), BLADE))
    assert Session.from_json(session.to_json()) == session


def test_the_chart_of_contacts_agrees_with_the_catalogue() -> None:
    content = load()
    assert set(GRIPS) == {grip.contact for grip in content.grip.values() if grip.presses}
    for grip in content.grip.values():
        for place in content.technique["T15"].place:
            if place.stations[0].contact == grip.contact and place.level_max:
                assert place.level_max == grip.most
    assert content.grip["forearm"].most == content.technique["T17"].level.max  # type: ignore[union-attr]
    assert [f.id for f in content.feel.values() if f.do == "leave"] == ["lump", "pain"]
