"""The lesson about the finish in JupyterLab, as a learner meets it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.lessons import InTheEnd, InUse, OnOpening
from tests.browser.notebook import Notebook

LESSON = "notebooks/04_finish.ipynb"
STAGES = 4
"""Pictures: the sweep, the finish on the back, the breath, getting up."""
CHANGED = "([stage, before]) => stage.outerHTML !== before"


class TestOnOpening(OnOpening):
    """It is alive, in words, and to be used by keys alone."""


class TestInUse(InUse):
    """It says what it does."""


def test_every_picture_is_there_after_a_run(lesson: Notebook) -> None:
    expect(lesson.page.locator(".gh-stage svg")).to_have_count(STAGES)
    assert lesson.errors == []


def planner(page: Page, name: str) -> Locator:
    """Return the output in which a slider of this name is."""
    return page.locator(".jp-OutputArea-output", has=page.get_by_role("slider", name=name))


def changes(page: Page, cell: Locator, act: Locator, key: str, picture: int = 0) -> None:
    """Press a key on a control and wait until a picture of its planner is another one."""
    stage = cell.locator(".gh-stage").nth(picture).element_handle()
    before = cell.locator(".gh-stage").nth(picture).evaluate("stage => stage.outerHTML")
    act.press(key)
    page.wait_for_function(CHANGED, arg=[stage, before])


def test_every_control_of_the_finish_changes_both_pictures(lesson: Notebook) -> None:
    page = lesson.page
    cell = planner(page, "Closing hold")
    for name, key in (("Breaths a minute", "ArrowRight"), ("Sweeps down", "ArrowLeft")):
        for picture in (0, 1):
            changes(page, cell, cell.get_by_role("slider", name=name), key, picture)
    for name in ("Feathers up", "Closing hold"):
        changes(page, cell, cell.get_by_role("slider", name=name), "ArrowLeft")
    for group in ("In and out", "The lightest touch"):
        chosen = cell.get_by_role("group", name=group).locator("input:checked")
        changes(page, cell, chosen, "ArrowRight")
    expect(cell.get_by_role("slider", name="Feathers up")).to_be_disabled()
    changes(page, cell, cell.get_by_role("button", name="Reset"), "Enter")
    expect(cell.get_by_role("slider", name="Breaths a minute")).to_have_value("6")
    changes(page, cell, cell.get_by_role("button", name="Undo"), "Enter")
    expect(cell.get_by_role("slider", name="Breaths a minute")).to_have_value("8")
    assert lesson.errors == []


def test_the_circle_breathes_and_stops(lesson: Notebook) -> None:
    pacer = lesson.page.locator(".gh-pacer")
    disc = pacer.locator(".gh-pacer-disc")
    lesson.page.emulate_media(reduced_motion="no-preference")
    pacer.get_by_role("button", name="Start").click()
    expect(pacer.locator(".gh-pacer-word")).to_have_text("Breathe in")
    small = disc.evaluate("disc => disc.style.transform")
    expect(disc).not_to_have_attribute("style", f"transform: {small};")
    pacer.get_by_role("button", name="Stop").click()
    resting = disc.evaluate("disc => disc.style.transform")
    assert resting == "scale(0.725)"


def test_with_less_motion_only_the_words_lead_on(lesson: Notebook) -> None:
    pacer = lesson.page.locator(".gh-pacer")
    lesson.page.emulate_media(reduced_motion="reduce")
    pacer.get_by_role("button", name="Start").click()
    expect(pacer.locator(".gh-pacer-word")).to_have_text("Breathe in")
    expect(pacer.locator(".gh-pacer-word")).to_have_text("Breathe out", timeout=15_000)
    assert pacer.locator(".gh-pacer-disc").evaluate("d => d.style.transform") == "scale(1)"
    pacer.get_by_role("button", name="Stop").click()


def test_rest_follows_its_controls(lesson: Notebook) -> None:
    page = lesson.page
    cell = planner(page, "Sit before standing")
    changes(page, cell, cell.get_by_role("slider", name="Sit before standing"), "ArrowRight")
    dizzy = cell.get_by_role("group", name="Are they dizzy").locator("input:checked")
    changes(page, cell, dizzy, "ArrowRight")
    expect(cell.get_by_text("Both rests are twice as long")).to_be_visible()
    assert lesson.errors == []


class TestInTheEnd(InTheEnd):
    """It has no faults for axe."""
