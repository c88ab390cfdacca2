"""The questions lesson in JupyterLab, as a learner meets it."""

from playwright.sync_api import expect

from tests.browser.lessons import InTheEnd, InUse, OnOpening
from tests.browser.notebook import Notebook

LESSON = "notebooks/05_questions.ipynb"
CHANGED = "([picture, before]) => picture.outerHTML !== before"


class TestOnOpening(OnOpening):
    """It is alive, in words, and to be used by keys alone."""

    def test_a_claim_can_be_guessed(self, opened: Notebook) -> None:
        cards = opened.page.locator(".gh-claims").filter(has_text="about the strokes")
        cards.get_by_role("button", name="Holds up").click()
        expect(cards.locator(".gh-claim-note")).to_contain_text("So does the evidence")
        assert opened.errors == []


class TestInUse(InUse):
    """It says what it does."""


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


class TestInTheEnd(InTheEnd):
    """It has no faults for axe."""
