"""The lesson on getting ready in JupyterLab, as a learner meets it."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect

from tests.browser.lab import Lab, Notebook, new_page

LESSON = "notebooks/01_prepare.ipynb"
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def lesson(browser: Browser, lab: Lab) -> Iterator[Notebook]:
    """The lesson after its button was pressed."""
    notebook = lab.open(new_page(browser), LESSON)
    notebook.reading_mode()
    notebook.start()
    yield notebook
    notebook.page.close()


def cell(notebook: Notebook, name: str) -> Locator:
    """Return the cell whose code calls ``widgets.<name>``."""
    return notebook.page.locator(".jp-CodeCell", has_text=f"widgets.{name}(")


def test_place_and_position_go_together(lesson: Notebook) -> None:
    planner = cell(lesson, "PreparePlanner")
    planner.get_by_role("radio", name="Chair").check()
    expect(planner.get_by_role("radio", name="Sitting")).to_be_checked()
    expect(planner.get_by_role("checkbox", name="Cushion on the back of the chair")).to_be_checked()
    expect(planner.locator(".gh-stage-description").first).to_contain_text("Chair")
    planner.get_by_role("button", name="Undo").click()
    expect(planner.get_by_role("radio", name="Face down")).to_be_checked()
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


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_the_outputs(lesson: Notebook, theme: str) -> None:
    lesson.theme(theme)
    found = Axe().run(lesson.page, context=".jp-OutputArea-output", options=AXE).response
    faults = [f"{v['id']}: {n['html'][:120]}" for v in found["violations"] for n in v["nodes"]]
    assert faults == []
