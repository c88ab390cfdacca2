"""The welcome lesson's planners and pictures: what is answered and agreed is what is shown."""

from itertools import combinations, count
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.body import back
from helpers.content import load
from helpers.diagrams.canvas import BACK_MAP, figure
from helpers.diagrams.comfort import comfort_page, describe_comfort, draw_comfort
from helpers.diagrams.describe_limits import describe_limits
from helpers.diagrams.limit_shapes import area, shapes_of
from helpers.diagrams.limits import draw_limits, draw_limits_back, limits_moving
from helpers.diagrams.weighing import describe_scale, scale_moving
from helpers.planner import plan
from helpers.planner.agreement import agreement
from helpers.planner.answering import answer as answered
from helpers.planner.answering import questions
from helpers.planner.limit_places import (
    CLEAR,
    LIGHT,
    OFF,
    YES,
    LimitPlace,
    agreed_places,
    limit_places,
)
from helpers.planner.outcome import result, whole_back
from helpers.planner.weighing import reading
from helpers.session import Answer, Consent, Mark, Session, Store
from helpers.widgets import ConsentPlanner, ScaleExercise, ScreeningPlanner, stop_signs
from helpers.widgets.screening_planner import SIZES
from tests.unit.test_diagrams_back import label_boxes

CONTENT = load()
PLACED = [
    (question.id, choice.id)
    for question in CONTENT.question.values()
    for choice in question.choice
    if choice.needs_place
]
AT = st.tuples(st.floats(-16, 16), st.floats(-6, 56))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A session whose every change is one step to undo."""
    ticks = count()
    return Store(tmp_path / "session.json", clock=lambda: 10.0 * next(ticks))


# --- Places on the back -----------------------------------------------------------------------


def test_a_wound_is_kept_clear_of_by_its_margin_and_a_scar_is_light() -> None:
    session = Session(
        answers=[
            Answer("L01", "yes", marks=[Mark((5, 12), 3)]),  # type: ignore[arg-type]
            Answer("L08", "healed", marks=[Mark((-6, 34), 4)]),  # type: ignore[arg-type]
        ]
    )
    wound, scar = limit_places(session)
    assert (wound.kind, wound.radius, wound.margin) == (CLEAR, 3, 10)
    assert (wound.name, wound.says) == ("Cut or wound", "keep 10 cm clear")
    assert (scar.kind, scar.says) == (LIGHT, "light only")
    words = describe_limits(back(), limit_places(session))
    assert "Cut or wound: keep 10 cm clear, 6 cm across, 5 cm out on the receiver's right" in words


def test_a_margin_is_drawn_to_scale() -> None:
    place = LimitPlace(kind=CLEAR, name="A", says="b", center=(5, 12), radius=3, margin=10)
    (core,), (rim,) = shapes_of(back(), place)
    assert np.hypot(*(core - core.mean(axis=0)).T) == pytest.approx(3)
    assert np.hypot(*(rim - rim.mean(axis=0)).T) == pytest.approx(13)


@pytest.mark.parametrize("size", list(CONTENT.size))
def test_the_areas_drawn_as_left_out_are_those_that_the_plan_leaves_out(size: str) -> None:
    from matplotlib.path import Path as Shape

    body = back(size)
    names = ("A09", "A10")
    shapes = shapes_of(body, LimitPlace(kind=OFF, name="Sides", says="off", areas=names))[0]
    assert len(shapes) == 2
    grid = np.stack(np.meshgrid(np.arange(-18, 18, 0.9), np.arange(-6, 56, 0.9)), -1).reshape(-1, 2)
    grid = grid[body.on_back(grid)]
    drawn = np.any([Shape(shape).contains_points(grid) for shape in shapes], axis=0)
    held = np.isin(body.area_at(grid), names)
    assert (drawn == held).mean() > 0.97
    assert all(area(shape) > 0 for shape in shapes)


def test_a_quarter_of_the_back_is_the_side_that_was_marked() -> None:
    session = Session(answers=[Answer("S31", "upper_old", marks=[Mark((-15, 10), 2)])])  # type: ignore[arg-type]
    (place,) = limit_places(session)
    assert (place.quarter, place.sides, place.says) == ("upper", ("left",), "level 1 at most")
    (shape,), _ = shapes_of(back(), place)
    assert shape[:, 0].max() <= 0
    assert shape[:, 1].max() == pytest.approx(42 * back().scale_y)


def test_what_is_not_agreed_on_is_left_out() -> None:
    kinds = {p.name: p.kind for p in agreed_places(Session(agreed={"sides"}))}  # type: ignore[arg-type]
    assert kinds == {
        "Back of the neck": OFF,
        "Low back": OFF,
        "Sides of the ribs and waist": YES,
        "Buttocks": OFF,
    }


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(PLACED), AT, st.floats(0.5, 7)), max_size=12))
def test_labels_of_the_map_never_overlap(
    wishes: list[tuple[tuple[str, str], tuple[float, float], float]],
) -> None:
    session = Session()
    for (question, choice), at, radius in wishes:
        new = [a for a in session.answers if a.question != question]
        session = session.changed(
            answers=[*new, Answer(question, choice, marks=[Mark(at, radius)])]
        )  # type: ignore[arg-type]
    places = [*limit_places(session), *agreed_places(Session(agreed=set()))]  # type: ignore[arg-type]
    _, ax = figure(BACK_MAP)
    draw_limits_back(ax, back())
    draw_limits(ax, back(), places)
    boxes = label_boxes(ax)
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other, -1.5)
    for box in boxes:
        assert box.x - box.width / 2 >= 0
        assert box.x + box.width / 2 <= 800
        assert box.y - box.height / 2 >= 0
        assert box.y + box.height / 2 <= BACK_MAP.height
    assert all(place.name in describe_limits(back(), places) for place in places)


def test_equal_places_give_equal_pictures_and_a_banner_is_written() -> None:
    places = agreed_places(Session())
    assert limits_moving(places) == limits_moving(places)
    assert "Not today" in limits_moving(places, banner="Not today")
    assert "Not today" in describe_limits(back(), places, banner="Not today")


def test_what_holds_everywhere_is_said_once() -> None:
    session = Session(answers=[Answer("S33", "yes")])
    assert whole_back(session) == (
        "Everywhere: light strokes only.",
        "10 minutes at most.",
        "Position: on the side or sitting.",
    )
    assert whole_back(Session()) == ()
    assert whole_back(Session(answers=[Answer("S21", "little")])) == (
        "Everywhere: level 2 at most.",
    )


# --- The screening ----------------------------------------------------------------------------


def finished(planner: ScreeningPlanner) -> int:
    presses = 0
    while planner.answers.options[0][0] == "no":
        planner.answers.press("no")
        presses += 1
        assert presses < 100
    return presses


def test_a_healthy_person_is_through_with_few_presses(store: Store) -> None:
    planner = ScreeningPlanner(store)
    assert finished(planner) < 15
    assert planner.card.heading == "Go ahead"
    assert len(store.session.answers) == len(questions())
    assert planner.changes.layout.display == planner.cleared.layout.display == "none"


def test_an_emergency_says_what_to_do_at_once_and_can_be_taken_back(store: Store) -> None:
    planner = ScreeningPlanner(store)
    planner.answers.press("open")
    planner.answers.press("yes")
    assert (planner.card.heading, planner.card.tone) == ("Get help now", "stop")
    assert "emergency number" in " ".join(planner.card.paragraphs)
    assert "nerves" in " ".join(planner.result.bullets)
    assert "Get help now" in planner.stage.moving
    assert [key for key, _ in planner.answers.options] == ["again"]
    assert plan(store.session).steps == ()
    planner.answers.press("again")
    planner.answers.press("no")
    assert result(store.session).outcome.id == "unfinished"


def test_no_for_today_is_said_although_questions_are_open(store: Store) -> None:
    planner = ScreeningPlanner(store)
    for _ in range(3):
        planner.answers.press("no")
    planner.answers.press("yes")
    assert planner.result.heading == "Not today"
    assert planner.result.tone == "stop"
    assert "No massage today" in planner.stage.moving
    assert planner.answers.options[0][0] == "no", "the questions go on"


def test_a_place_is_marked_sized_and_shown(store: Store) -> None:
    planner = ScreeningPlanner(store)
    assert planner.place.layout.display == "none"
    finished(planner)
    planner.again("L01")
    planner.answers.press("yes")
    assert planner.place.layout.display is None
    assert planner.answers.off == ("on",)
    planner.answers.press("on")
    assert planner.card.paragraphs[-1] == "Where is it?", "a button that is off does nothing"
    planner.map.marks = ({"x": 5.0, "y": 12.0, "kind": "place", "radius": 4.0, "amount": None},)
    assert planner.answers.off == ()
    planner.size.value = "small"
    mark = Mark((5.0, 12.0), SIZES["small"][1])
    assert store.session.answer("L01") == Answer("L01", "yes", marks=(mark,))
    planner.answers.press("on")
    assert planner.card.heading == "Go ahead, with these changes"
    assert planner.result.bullets == ("Cut or wound: keep 10 cm clear of each place you marked.",)
    assert "Cut or" in planner.stage.moving
    planner.again("L01")
    planner.answers.press("no")
    assert planner.card.heading == "Go ahead"


def test_a_place_that_nobody_can_show_means_ask_first(store: Store) -> None:
    planner = ScreeningPlanner(store)
    finished(planner)
    planner.again("L06")
    planner.answers.press("yes")
    planner.answers.press("skip")
    assert planner.card.heading == "Ask first"


def test_a_doctors_yes_can_be_ticked_and_unticked(store: Store) -> None:
    planner = ScreeningPlanner(store)
    finished(planner)
    planner.again("S03")
    planner.answers.press("yes")
    assert planner.card.heading == "Ask first"
    assert planner.cleared.layout.display is None
    planner.cleared.value = ("S03",)
    assert planner.card.heading == "Go ahead, with these changes"
    assert planner.stage.caption == "Everywhere: light strokes only."
    planner.cleared.value = ()
    assert planner.card.heading == "Ask first"


def test_reset_asks_again_and_keeps_what_other_lessons_asked(store: Store) -> None:
    store.change("oil", answers=[Answer("O02", "yes")])
    planner = ScreeningPlanner(store)
    finished(planner)
    planner.history.act("reset")
    assert [one.question for one in store.session.answers] == ["O02"]
    assert "1 of about" in planner.card.heading
    planner.history.act("undo")
    assert len(store.session.answers) > 60


def test_undo_takes_back_one_answer_and_not_what_another_lesson_asked(store: Store) -> None:
    planner = ScreeningPlanner(store)
    planner.answers.press("no")
    planner.answers.press("open")
    planner.answers.press("yes")
    assert planner.history.said == "Swollen leg: open → yes"
    store.change("oil", answers=[*store.session.answers, Answer("O02", "yes")])
    planner.history.act("undo")
    assert store.session.answer("S01") is None
    assert store.session.answer("O02") is not None
    planner.history.act("redo")
    assert store.session.answer("S01") == Answer("S01", "yes")
    planner.history.act("undo")
    planner.history.act("undo")
    assert [one.question for one in store.session.answers] == ["O02"]


def test_an_answer_given_elsewhere_is_shown(store: Store) -> None:
    planner = ScreeningPlanner(store)
    store.change("other", answers=answered(store.session, "S04", "yes"))
    assert planner.result.heading == "Not today"


# --- The agreement ----------------------------------------------------------------------------


def test_an_agreement_says_what_holds_and_what_is_missing(store: Store) -> None:
    planner = ConsentPlanner(store)
    assert planner.card.tone == "warning"
    assert planner.card.bullets[0].startswith(f"Still to say: {len(CONTENT.talk)} sentences")
    planner.talk.value = planner.talk.ids[:-1]
    assert planner.card.bullets[0].startswith("Still to say: 1 sentence.")
    planner.talk.value = planner.talk.ids
    planner.clothes.value = "shirt"
    planner.stop_word.value = "pineapple"
    assert planner.card.heading == "You are agreed"
    assert "“pineapple”" in planner.card.paragraphs[0]
    before = planner.stage.moving
    planner.areas.value = ("neck",)
    assert planner.stage.moving != before
    assert store.session.agreed == {"neck"}
    again = Session.from_json(store.session.to_json())
    assert again.consent == store.session.consent


def test_an_empty_stop_word_is_refused_and_the_old_one_stays(store: Store) -> None:
    planner = ConsentPlanner(store)
    planner.stop_word.value = ""
    assert planner.stop_word.value == "stop"
    assert planner.history.problem.startswith("The stop word must be")


def test_an_agreement_asks_for_one_sentence_after_the_other() -> None:
    talks = list(CONTENT.talk.values())
    for number, talk in enumerate(talks):
        said = [one.id for one in talks[:number]]
        missing = agreement(Session(consent=Consent(said=said))).missing  # type: ignore[arg-type]
        assert talk.say in missing[0]


# --- The scale --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("press", "level", "kg"),
    [("palm", 2, 1.0), ("palm", 3, 3.0), ("palm", 4, 5.0), ("fingers", 3, 1.0)],
)
def test_the_scale_shows_what_the_exercise_says(press: str, level: int, kg: float) -> None:
    low, high = reading(press, level).kg
    assert low <= kg <= high


def test_a_smaller_contact_carries_more_on_each_square_centimetre() -> None:
    loads = [reading(press, 3).grams_each_cm2[1] for press in ("palm", "fist", "thumb")]
    assert loads == sorted(loads)
    assert reading("thumb", 1).words == "50 to 100 g"


@pytest.mark.parametrize("press", list(CONTENT.press))
def test_levels_that_a_part_is_not_taught_for_cannot_be_chosen(press: str) -> None:
    exercise = ScaleExercise()
    exercise.level.value = "4"
    exercise.part.value = press
    top = CONTENT.press[press].top
    assert exercise.level.ids == tuple(str(level) for level in range(1, top + 1))
    assert exercise.level.value == str(min(4, top))
    shown = reading(press, int(exercise.level.value))
    assert exercise.stage.moving == scale_moving(shown)
    assert shown.words in exercise.stage.caption
    assert describe_scale(shown) == exercise.stage.description
    assert "our choice" in exercise.how.paragraphs[-1].lower()


def test_labels_of_the_comfort_scale_do_not_overlap() -> None:
    with comfort_page() as (_, ax):
        draw_comfort(ax)
        for one, other in combinations(label_boxes(ax), 2):
            assert not one.overlaps(other, -1.0)
    for band in CONTENT.comfort.values():
        assert band.do in describe_comfort()


def test_every_stop_sign_is_on_one_card() -> None:
    assert all(stop_signs().text().count(sign.sign) == 1 for sign in CONTENT.sign.values())
