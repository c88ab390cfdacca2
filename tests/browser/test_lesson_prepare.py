"""The lesson on getting ready in JupyterLab, as a learner meets it."""

from playwright.sync_api import Locator, expect

from tests.browser.lessons import InTheEnd, InUse, OnOpening
from tests.browser.notebook import Notebook

LESSON = "notebooks/01_prepare.ipynb"


class TestOnOpening(OnOpening):
    """It is alive, in words, and to be used by keys alone."""


class TestInUse(InUse):
    """It says what it does."""


def cell(notebook: Notebook, name: str) -> Locator:
    """Return the cell whose code calls ``widgets.<name>``."""
    return notebook.page.locator(".jp-CodeCell", has_text=f"widgets.{name}(")


def test_place_and_position_go_together(lesson: Notebook) -> None:
    planner = cell(lesson, "PreparePlanner")
    turns = planner.get_by_role("radio", name="They turn on the back")
    expect(turns).to_be_visible()
    planner.get_by_role("radio", name="Chair").check()
    expect(planner.get_by_role("radio", name="Sitting")).to_be_checked()
    expect(turns).to_be_hidden()
    expect(planner.get_by_role("checkbox", name="Cushion on the back of the chair")).to_be_checked()
    expect(planner.locator(".gh-stage-description").first).to_contain_text("Chair")
    planner.get_by_role("button", name="Undo").click()
    expect(planner.get_by_role("radio", name="Face down")).to_be_checked()
    expect(turns).to_be_visible()
    assert lesson.errors == []


def test_what_is_ticked_is_missing_no_more(lesson: Notebook) -> None:
    planner = cell(lesson, "PreparePlanner")
    missing = planner.locator(".gh-card", has_text="Still missing")
    expect(missing).to_contain_text("Nails short and smooth")
    planner.get_by_role("checkbox", name="Nails short and smooth").press("Space")
    expect(missing.locator("li", has_text="Nails short and smooth")).to_have_count(0)
    assert lesson.errors == []


def test_with_a_nut_allergy_no_nut_oil_is_offered(lesson: Notebook) -> None:
    planner = cell(lesson, "OilPlanner")
    planner.get_by_role("checkbox", name="Nuts or peanuts").press("Space")
    shelf = planner.locator(".gh-card", has_text="Leave these on the shelf")
    expect(shelf).to_contain_text("Sweet almond oil")
    suits = planner.locator(".gh-card", has_text="These suit")
    expect(suits).not_to_contain_text("almond")
    planner.get_by_role("combobox").select_option(label="Sweet almond oil")
    expect(planner.locator(".gh-card-warning").first).to_contain_text("Not this.")
    expect(planner.get_by_text("Test it for 7 days first.")).to_be_visible()
    assert lesson.errors == []


class TestInTheEnd(InTheEnd):
    """It has no faults for axe."""
