"""The lesson about tight and tender spots in JupyterLab, as a learner meets it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from helpers.diagrams.body_map import MAP_VIEW
from helpers.diagrams.style import WIDTH
from tests.browser.lessons import InTheEnd, InUse, OnOpening
from tests.browser.notebook import Notebook

LESSON = "notebooks/03_problem_areas.ipynb"
STAGES = 5
"""Pictures: contacts, the slow line, the still press, the spots, the press over time."""
CHANGED = "([stage, before]) => stage.outerHTML !== before"


class TestOnOpening(OnOpening):
    """It is alive, in words, and to be used by keys alone."""


class TestInUse(InUse):
    """It says what it does."""


def test_every_picture_is_there_after_a_run(lesson: Notebook) -> None:
    expect(lesson.page.locator(".gh-stage svg")).to_have_count(STAGES)
    assert lesson.errors == []


def planner(page: Page) -> Locator:
    """Return the output of the spots' planner."""
    return page.locator(".jp-OutputArea-output", has=page.locator(".gh-map"))


def feel(cell: Locator, name: str) -> None:
    """Choose how the next place feels."""
    group = cell.get_by_role("group", name="How does the next place feel?")
    group.get_by_role("radio", name=name, exact=True).check()


def changes(page: Page, cell: Locator, act: Locator, key: str) -> None:
    """Press a key on a control and wait until the press over time is another one."""
    stage = cell.locator(".gh-stage").last
    handle, before = stage.element_handle(), stage.evaluate("stage => stage.outerHTML")
    act.press(key)
    page.wait_for_function(CHANGED, arg=[handle, before])


def test_two_spots_by_keyboard_and_pointer_and_a_lump_left_alone(lesson: Notebook) -> None:
    page, cell = lesson.page, planner(lesson.page)
    cell.get_by_role("button", name="Middle back, beside the spine, right", exact=True).press(
        "Enter"
    )
    expect(cell.get_by_text("Spot 1: circles")).to_be_visible()
    feel(cell, "Tender")
    picture = cell.locator(".gh-map-picture")
    box = picture.bounding_box()
    assert box is not None
    k = box["width"] / WIDTH * MAP_VIEW.scale
    picture.click(position={"x": (-4.4 - MAP_VIEW.left) * k, "y": (12 - MAP_VIEW.top) * k})
    expect(cell.get_by_text("Spot 2: circles")).to_be_visible()
    feel(cell, "A lump")
    cell.get_by_role("button", name="Waist, left", exact=True).press("Enter")
    expect(cell.get_by_text("There is a lump here")).to_be_visible()
    expect(cell.get_by_text("1 place left alone.")).to_be_visible()
    expect(cell.get_by_role("slider", name="Hold each press for")).to_be_disabled()
    decided = page.locator(".gh-card", has_text="Your session now holds").last
    expect(decided.get_by_text("Spot 3:")).to_be_visible()
    assert lesson.errors == []


def test_choices_change_the_press_and_undo_takes_one_back(lesson: Notebook) -> None:
    page, cell = lesson.page, planner(lesson.page)
    cell.get_by_role("radio", name="1: Middle back, beside the spine, right").check()
    hold = cell.get_by_role("slider", name="Hold each press for")
    expect(hold).to_be_enabled()
    changes(page, cell, hold, "ArrowRight")
    expect(hold).to_have_value("25")
    changes(page, cell, cell.get_by_role("slider", name="Presses"), "ArrowLeft")
    number = cell.get_by_role("combobox", name="What number did they say?")
    number.select_option("8")
    expect(cell.get_by_text("They said 8")).to_be_visible()
    cell.get_by_role("button", name="Undo").click()
    expect(number).to_have_value("not-yet")
    assert lesson.errors == []


class TestInTheEnd(InTheEnd):
    """It has no faults for axe."""
