"""The planner of the spots: map, choices, plan, pictures and words go together."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict, evolve

from helpers.diagrams.contacts_chart import contacts_page, describe_contacts, draw_contacts
from helpers.diagrams.spot_breath import breath_seconds, describe_press, press_times
from helpers.diagrams.spots_map import describe_spots, label
from helpers.diagrams.svg import svg
from helpers.planner.spot_plan import KEEP_CLEAR, spot_plan
from helpers.session import Answer, Session, Spot, Store
from helpers.widgets import SpotPlanner, StrokePlanner
from helpers.widgets.controls import Pin
from helpers.widgets.spot_words import pin, spots_from

LANE = Pin(3.4, 22, "tight", 0, 4)
LUMP = Pin(10, 34, "lump", KEEP_CLEAR, 4)


@pytest.fixture
def planner(tmp_path: Path) -> SpotPlanner:
    clock = count(step=10)  # each change is one of its own to undo
    return SpotPlanner(Store(tmp_path / "session.json", lambda: float(next(clock))))


def send(planner: SpotPlanner, *pins: Pin, selected: int = 0) -> None:
    """Do what the browser does when marks change."""
    planner.map.set_state({"marks": [asdict(one) for one in pins], "selected": selected})


def test_a_mark_becomes_a_spot_and_is_planned(planner: SpotPlanner) -> None:
    before = planner.back.moving
    send(planner, LANE)
    (spot,) = planner.session.spots
    assert (spot.x, spot.y, spot.feel) == (3.4, 22.0, "tight")
    assert planner.back.moving != before
    assert planner.map.words == ("tight, 4 of 10",)
    assert planner.which.options[0][1] == "1: Middle back, beside the spine, right"
    assert any(line.startswith("Spot 1: circles") for line in planner.steps.bullets)


def test_a_mark_is_what_was_chosen_even_where_the_browser_has_not_heard_of_it(
    planner: SpotPlanner,
) -> None:
    send(planner, LANE)
    planner.fresh.value = "lump"
    send(planner, LANE, evolve(LUMP, kind="tight", radius=0.0), selected=1)
    assert [spot.feel for spot in planner.session.spots] == ["tight", "lump"]
    assert [mark["kind"] for mark in planner.map.marks] == ["tight", "lump"]
    assert planner.map.marks[1]["radius"] == KEEP_CLEAR
    assert "doctor or nurse" in planner.notes.paragraphs[0]


def test_a_lump_is_left_alone_kindly(planner: SpotPlanner) -> None:
    planner.fresh.value = "lump"
    assert planner.map.fresh["radius"] == KEEP_CLEAR
    send(planner, LUMP)
    assert planner.notes.tone == "warning"
    assert "doctor or nurse" in planner.notes.paragraphs[0]
    assert planner.contact.disabled
    assert planner.hold.disabled
    assert planner.feel.disabled is False
    assert not planner.plan.in_order


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("feel", "pain"), ("strength", 8), ("way", "line"), ("contact", "palm-heel"),
        ("hold", 45), ("presses", 1), ("comfort", "7"), ("comfort", "9"),
    ],
)  # fmt: skip
def test_every_choice_changes_the_plan(planner: SpotPlanner, name: str, value: Any) -> None:
    send(planner, LANE)
    before = (planner.steps.bullets, planner.notes.paragraphs, planner.chart.moving)
    getattr(planner, name).value = value
    assert planner.history.problem == ""
    assert (planner.steps.bullets, planner.notes.paragraphs, planner.chart.moving) != before


def test_the_forearm_comes_only_when_it_is_asked_for(planner: SpotPlanner) -> None:
    planner.forearm.value = ("T17",)
    assert "T17" in {step.technique for step in planner.plan.routine.steps}
    planner.forearm.value = ()
    assert "T17" not in {step.technique for step in planner.plan.routine.steps}


def test_the_choices_follow_the_chosen_spot(planner: SpotPlanner) -> None:
    send(planner, LANE)
    planner.fresh.value = "tender"
    send(planner, LANE, Pin(-4.8, 12, "tender", 0, 4), selected=1)
    planner.hold.value = 40
    planner.which.value = "0"
    assert planner.map.selected == 0
    assert (planner.feel.value, planner.hold.value) == ("tight", 20)
    planner.map.selected = 1
    assert (planner.which.value, planner.hold.value) == ("1", 40)
    planner.fresh.value = "tender"
    send(planner, Pin(-4.8, 12, "tender", 0, 4))
    assert planner.session.spots[0].work.hold == 40


def test_undo_brings_a_spot_back_with_its_choices(planner: SpotPlanner) -> None:
    send(planner, LANE)
    planner.store.change("spots", lambda s: {"spots": (evolve(s.spots[0], strength=7),)})
    send(planner)
    planner._act("undo")
    assert planner.session.spots[0].strength == 7
    assert planner.map.pins == (evolve(LANE, amount=7),)


def test_marks_and_spots_go_both_ways() -> None:
    old = (Spot(4, 12, "tight", 7), Spot(-4, 20, "lump", 2), Spot(8, 3, "tender", 5))
    marks = [asdict(pin(one)) for one in old]
    assert spots_from(marks, old) == old
    assert spots_from(marks[1:], old) == old[1:]
    assert spots_from([marks[0], marks[2]], old) == (old[0], old[2])
    moved = [marks[0], marks[1] | {"x": -5.0}, marks[2]]
    assert spots_from(moved, old)[1] == evolve(old[1], x=-5.0)
    assert spots_from([*marks, asdict(Pin(2, 30, "pain"))], old)[3].feel == "pain"


def test_no_massage_no_spots(tmp_path: Path) -> None:
    store = Store(tmp_path / "session.json")
    store.change("test", {"answers": (Answer("RF01"),), "spots": (Spot(4, 12),)})
    made = SpotPlanner(store)
    assert made.steps.bullets == ("There is no massage today.",)
    assert made.notes.tone == "warning"


def test_a_press_begins_with_a_breath_out() -> None:
    for breaths in (5, 6, 8, 10, 14):
        plan = spot_plan(Session(spots=(Spot(3.4, 22),), breaths_per_minute=breaths))
        step = plan.spots[0].press
        assert step is not None
        _, _, times = press_times(step)
        period = breath_seconds(step, breaths)
        for begin, held, let_go, end in times:
            assert begin < held < let_go < end
            assert (begin / period) == pytest.approx(round(begin / period), abs=0.05)
        assert f"{len(times)} still press" in describe_press(step, breaths)


def test_pictures_in_words() -> None:
    spots = (Spot(3.4, 22), Spot(10, 34, "lump"), Spot(0, 14))
    plan = spot_plan(Session(spots=spots))
    words = describe_spots(plan)
    assert "Spot 1, Middle back, beside the spine, right: tight. Worked on first" in words
    assert "Spot 2, Waist, right: a lump. Left alone" in words
    assert label(plan.spots[2]) == ["3: no firm finger"]
    assert "No spot is marked" in describe_spots(spot_plan(Session()))


def test_the_contacts_chart_is_the_same_every_time() -> None:
    drawings = []
    for _ in range(2):
        with contacts_page() as (figure, axes):
            draw_contacts(axes)
            drawings.append(svg(figure))
    assert drawings[0] == drawings[1]
    assert "Never the elbow" in describe_contacts()


def test_a_place_with_one_pace_only_has_a_slider_that_is_off() -> None:
    made = StrokePlanner("T15")
    made.place.value = "thumb"
    assert (made.pace.value, made.pace.disabled) == (10, True)
    made.place.value = "fist"
    assert (made.pace.disabled, made.pace.max) == (False, 60)
