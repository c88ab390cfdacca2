"""One learner walks through the series: what is chosen in one lesson is there in the others."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.chromium import new_page
from tests.browser.lab import ROOT, Lab
from tests.browser.notebook import Notebook

FILES = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture
def page(browser: Browser, lab: Lab) -> Iterator[Page]:
    """The page of a learner who has just arrived."""
    lab.stop_kernels()
    lab.forget()
    fresh = new_page(browser)
    yield fresh
    fresh.close()


def started(lab: Lab, page: Page, number: str) -> Notebook:
    """Open a lesson, with all that was chosen before, and press its button."""
    name = next(file for file in FILES if file.startswith(number))
    notebook = lab.open(page, f"notebooks/{name}", keep=True)
    notebook.reading_mode()
    notebook.start()
    return notebook


def cell(notebook: Notebook, name: str) -> Locator:
    """Return the cell whose code calls ``widgets.<name>``."""
    return notebook.page.locator(".jp-CodeCell", has_text=f"widgets.{name}(")


def test_there_are_seven_lessons() -> None:
    assert [name[:2] for name in FILES] == ["00", "01", "02", "03", "04", "05", "06"]


def test_minutes_and_spots_travel_to_the_full_session(lab: Lab, page: Page) -> None:
    first = started(lab, page, "01")
    minutes = cell(first, "PreparePlanner").get_by_role("slider", name="Length")
    for _ in range(5):
        minutes.press("ArrowRight")
    expect(minutes).to_have_attribute("aria-valuetext", "25 minutes")
    expect(cell(first, "decided")).to_contain_text("25 minutes")
    third = started(lab, page, "03")
    places = cell(third, "SpotPlanner").locator(".gh-map")
    for name in ("Top of the shoulder, right", "Top of the shoulder, left"):
        places.get_by_role("button", name=name).first.press("Enter")
    expect(cell(third, "decided")).to_contain_text("2")
    last = started(lab, page, "06")
    full = cell(last, "FullPlanner")
    expect(full.get_by_role("slider", name="Length")).to_have_attribute(
        "aria-valuetext", "25 minutes"
    )
    expect(full).to_contain_text("spot")
    assert first.errors == third.errors == last.errors == []


def test_an_answer_that_blocks_stops_the_plan_and_undo_lets_it_go_on(lab: Lab, page: Page) -> None:
    welcome = started(lab, page, "00")
    screening = cell(welcome, "ScreeningPlanner")
    screening.get_by_role("button", name="Yes, or not sure").click()
    screening.get_by_role("button", name="Yes", exact=True).click()
    expect(screening.locator(".gh-card-heading").first).to_have_text("Get help now")
    last = started(lab, page, "06")
    expect(cell(last, "FullPlanner")).to_contain_text("emergency")
    assert welcome.errors == last.errors == []
