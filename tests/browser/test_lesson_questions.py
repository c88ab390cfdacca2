"""The questions lesson in JupyterLab, as a learner meets it."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browser.lab import Lab, Notebook, new_page

LESSON = "notebooks/05_questions.ipynb"
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CHANGED = "([picture, before]) => picture.outerHTML !== before"


@pytest.fixture(scope="module")
def lesson(browser: Browser, lab: Lab) -> Iterator[Notebook]:
    """The lesson after its button was pressed."""
    notebook = lab.open(new_page(browser), LESSON)
    notebook.reading_mode()
    notebook.start()
    yield notebook
    notebook.page.close()


def test_a_claim_can_be_guessed_before_anything_has_run(browser: Browser, lab: Lab) -> None:
    notebook = lab.open(new_page(browser), LESSON)
    cards = notebook.page.locator(".gh-claims").filter(has_text="about the strokes")
    cards.get_by_role("button", name="Holds up").click()
    expect(cards.locator(".gh-claim-note")).to_contain_text("So does the evidence")
    assert notebook.errors == []
    notebook.page.close()


def test_the_first_plan_is_put_right_with_the_keys(lesson: Notebook) -> None:
    cell = lesson.page.locator(".jp-CodeCell:has(.gh-routine)")
    expect(cell).to_contain_text("6 mistakes left")
    said = cell.locator(".gh-routine [role=status]")
    for row, to in ((5, 2), (6, 3), (7, 4), (7, 5), (12, 10)):
        cell.locator(".gh-routine-step[tabindex='0']").press("Home")
        for _ in range(1, row):
            lesson.page.keyboard.press("ArrowDown")
        for place in range(row - 1, to - 1, -1):
            lesson.page.keyboard.press("Alt+ArrowUp")
            expect(said).to_contain_text(f"is step {place} of 12 now")
    expect(cell).to_contain_text("The check finds nothing")
    decided = lesson.page.locator(".gh-card").filter(has_text="Your session now holds")
    expect(decided).to_contain_text("The wrong way round")
    assert lesson.errors == []


def test_a_firm_massage_shows_on_the_calendar(lesson: Notebook) -> None:
    cell = lesson.page.locator(".jp-CodeCell:has(.gh-slider)").filter(
        has_text="Rest after a firm one"
    )
    stage = cell.locator(".gh-stage")
    before = stage.evaluate("stage => stage.outerHTML")
    cell.get_by_role("slider", name="Firm massages a week").press("ArrowRight")
    lesson.page.wait_for_function(CHANGED, arg=[stage.element_handle(), before])
    expect(cell).to_contain_text("Ask the day after how the back feels")
    assert lesson.errors == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_outputs(lesson: Notebook, theme: str) -> None:
    lesson.theme(theme)
    found = Axe().run(lesson.page, context=".jp-OutputArea-output", options=AXE).response
    faults = [f"{v['id']}: {n['html'][:120]}" for v in found["violations"] for n in v["nodes"]]
    assert faults == []


def test_a_narrow_page_cuts_nothing_off(browser: Browser, lab: Lab) -> None:
    notebook = lab.open(new_page(browser, width=400), LESSON)
    notebook.reading_mode()
    expect(notebook.page.locator(".gh-stage svg").first).to_be_attached()
    wide = """() => [...document.querySelectorAll('.jp-OutputArea-output')]
        .filter(output => output.scrollWidth > output.clientWidth + 1)
        .map(output => output.closest('.jp-Cell').dataset.cellId ?? output.className)"""
    assert notebook.page.evaluate(wide) == []
    assert notebook.errors == []
    notebook.page.close()
