"""The planners of the basic strokes read and change the shared session, and obey it."""

import asyncio
from pathlib import Path

import pytest
from attrs import evolve

from helpers.body import Limits
from helpers.diagrams import timeline_svg
from helpers.session import Answer, Mark, Spot, Store, TechniqueChoice
from helpers.widgets import BackExplorer, DrillPlanner, StrokePlanner
from helpers.widgets.later import Later
from helpers.widgets.stroke_asked import Asked
from helpers.widgets.stroke_picture import stroke_picture


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "session.json")


def test_what_is_chosen_is_in_the_session_and_comes_back(store: Store) -> None:
    planner = StrokePlanner("T02", store=store)
    planner.pace.value = 7
    planner.level.value = "3"
    planner.passes.value = 4
    planner.place.value = "upper"
    chosen = store.session.choice("T02")
    assert chosen == TechniqueChoice(place="upper", pace=7, passes=4, level=3)
    again = StrokePlanner("T02", store=Store(store.path))
    assert (again.place.value, again.pace.value, again.level.value) == ("upper", 7, "3")
    assert again.stroke is not None
    assert again.stroke.place == "upper"
    assert StrokePlanner("T03", store=store).place.value == "whole"


def test_undo_and_reset_bring_the_picture_back(store: Store) -> None:
    planner = StrokePlanner("T04", store=store)
    before = planner.stage.moving
    planner.side.value = "left"
    assert store.session.choice("T04").side == "left"
    assert planner.stage.moving != before
    planner.history.act("undo")
    assert planner.side.value == "right"
    assert planner.stage.moving == before
    assert "T04" not in store.session.technique_choices
    planner.pace.value = planner.pace.max
    planner.history.act("reset")
    assert planner.stage.moving == before


def test_one_more_step_of_a_slider_is_drawn_before_it_is_asked_for(store: Store) -> None:
    planner = StrokePlanner("T02", store=store)
    for slider in (planner.pace, planner.passes):
        slider.value += slider.step
        drawn = stroke_picture.cache_info().misses
        slider.value += slider.step
        shown = planner.stage.moving
        assert planner.stroke is not None
        assert stroke_picture.cache_info().misses == drawn + 1, "only the next one was drawn"
        stroke_picture.cache_clear()
        assert stroke_picture(planner.stroke, int(planner.passes.value)).moving == shown


def test_the_body_is_the_same_for_all(store: Store) -> None:
    one, other = StrokePlanner("T02", store=store), StrokePlanner("T11", store=store)
    before = other.stage.still
    one.size.value = "broad"
    assert store.session.size == "broad"
    assert other.size.value == "broad"
    assert other.stage.still != before
    assert other.stroke is not None
    assert other.stroke.size == "broad"


def test_the_map_to_look_around_on_is_of_the_same_body(store: Store) -> None:
    explorer, planner = BackExplorer(store), StrokePlanner("T02", store=store)
    first = explorer.stage.still
    explorer.size.value = "broad"
    broad = explorer.stage.still
    assert planner.size.value == store.session.size == "broad"
    assert planner.stroke is not None
    assert planner.stroke.size == "broad"
    planner.size.value = "tall"
    assert explorer.size.value == "tall"
    explorer.map.value = "regions"
    assert len({first, broad, explorer.stage.still}) == 3
    assert explorer.stage.name == "Parts of the back"
    assert BackExplorer(store).size.value == "tall"
    explorer.history.act("reset")
    explorer.map.value = "muscles"
    assert explorer.stage.still == first
    assert planner.size.value == "reference"


def test_a_place_has_its_own_pressures_and_pace(store: Store) -> None:
    planner = StrokePlanner("T06", store=store)
    planner.level.value = "3"
    planner.place.value = "side"
    assert [key for key, *_ in planner.level.options] == ["1", "2"]
    assert planner.level.value == "2"
    planner.place.value = "shelf"
    assert planner.level.value == "3"
    rocking = StrokePlanner("T10", store=store)
    rocking.pace.value = 3
    rocking.place.value = "palm"
    assert (rocking.pace.min, rocking.pace.max, rocking.pace.value) == (0.7, 1.5, 1.0)
    rocking.pace.value = 0.7
    assert store.session.choice("T10").pace == pytest.approx(0.7)


def test_a_place_that_needs_a_yes_waits_for_it(store: Store) -> None:
    planner = StrokePlanner("T06", store=store)
    assert "buttock" not in planner.place.ids
    store.change("consent", agreed={"neck", "sides", "low_back", "buttock"})
    assert "buttock" in planner.place.ids
    planner.place.value = "buttock"
    assert planner.stroke is not None
    store.change("consent", agreed={"neck", "sides", "low_back"})
    assert planner.place.value == "shelf"


def test_a_place_to_leave_alone_is_left_alone(store: Store) -> None:
    planner = StrokePlanner("T11", store=store)
    free = planner.stage.moving
    spot = planner.stroke.hands[0].xy[0] if planner.stroke else (0.0, 0.0)
    wound = Answer("L01", marks=[Mark((float(spot[0]), float(spot[1])), 6)])
    store.change("screening", answers=[wound])
    assert planner.stage.moving != free
    store.change("screening", answers=[Answer("S24")])
    assert planner.stroke is None
    assert planner.stage.moving == ""
    assert planner.stage.caption.startswith("This stroke is left out for this person: ")
    store.change("screening", answers=())
    assert planner.stage.moving == free


def test_a_blocking_answer_is_said_under_every_stroke(store: Store) -> None:
    planner = StrokePlanner("T02", store=store)
    store.change("screening", answers=[Answer("RF01")])
    assert "nobody is massaged now" in planner.stage.caption
    drill = DrillPlanner(store=store)
    assert not drill.routine.steps
    assert "no plan for a person" in drill.stage.caption


def test_the_drill_draws_its_timeline_anew_when_a_step_is_another_one(store: Store) -> None:
    drill = DrillPlanner(store=store)
    seen = {drill.stage.still}
    for minutes in (12, 12, 15):
        drill.minutes.value = minutes
        assert drill.stage.still == timeline_svg(drill.routine)
        seen.add(drill.stage.still)
    assert len(seen) == 3
    store.change("somebody", technique_choices={"T02": TechniqueChoice(pace=7)})
    assert drill.stage.still == timeline_svg(drill.routine)


def test_the_drill_plans_with_the_session(store: Store) -> None:
    drill = DrillPlanner(store=store)
    assert drill.routine.minutes == 20
    store.change("prepare", minutes=12)
    assert drill.minutes.value == 12
    assert drill.routine.minutes == 12
    drill.strokes.value = [one for one in drill.strokes.ids if one != "T07"]
    assert store.session.left_out == {"T07"}
    assert "T07" not in {step.technique for step in drill.routine.steps}
    drill.level.value = "2"
    assert store.session.top_level == 2
    drill.history.act("undo")
    assert drill.level.value == "3"
    store.change("full", top_level=4)
    assert drill.level.value == "4"
    store.change("full", left_out=(), asked={"T07"})
    drill.strokes.value = [one for one in drill.strokes.ids if one != "T07"]
    assert (store.session.asked, store.session.left_out) == (frozenset(), {"T07"})


def test_a_spot_of_another_lesson_moves_nothing_that_it_does_not_touch(store: Store) -> None:
    planner = StrokePlanner("T03", store=store)
    before = planner.stage.moving
    store.change("spots", spots=[Spot(5, 20, "tight")])
    assert planner.stage.moving == before


def test_what_can_wait_waits_and_is_done_once() -> None:
    done: list[str] = []

    async def learner() -> None:
        queue = Later(quiet=0)
        queue.do("a", lambda: done.append("a, old"))
        queue.do("a", lambda: done.append("a"))
        queue.do("b", lambda: done.append("b"))
        assert done == []
        while len(done) < 2:
            await asyncio.sleep(0)

    asyncio.run(learner())
    assert done == ["a", "b"]
    Later().do("c", lambda: done.append("c"))
    assert done[-1] == "c"


def test_what_is_asked_for_says_what_changed_and_what_comes_next() -> None:
    before = Asked(
        place="whole", side="both", pace=5.0, passes=4.0, level="2", size="reference",
        limits=Limits(), keeps_off=False,
    )  # fmt: skip
    slower, more = evolve(before, pace=4.5), evolve(before, passes=5.0)
    assert slower.next(before, 0.5) == (4.0, 4)
    assert more.next(before, 0.5) == (5.0, 6)
    assert before.next(before, 0.5) == (5.0, 4)
    assert evolve(more, pace=4.5).next(before, 0.5) == (4.5, 5)
    assert slower.same_way(before)
    assert evolve(before, level="1").same_way(before)
    for other in ({"place": "low"}, {"side": "left"}, {"size": "long"}, {"keeps_off": True}):
        assert not evolve(before, **other).same_way(before)
        assert evolve(before, **other).same_back(before) == (other.keys() <= {"side", "keeps_off"})
