"""Lessons on the browser-only site: alive on opening, run to their end, live from then on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.lab import ROOT
from tests.lite.pages import RESULT, Lesson, address

# The others run in test_across.py and test_private.py.
LESSONS = ("00_welcome", "02_techniques", "03_problem_areas", "05_questions")
NOTEBOOKS = [ROOT / f"notebooks/{name}.ipynb" for name in LESSONS]


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def lesson(request: pytest.FixtureRequest, profile: BrowserContext, site: str) -> Iterator[Lesson]:
    page = profile.new_page()
    yield Lesson(page, address(site, request.param))
    page.close()


def test_it_is_alive_on_opening_and_runs_to_its_end(lesson: Lesson) -> None:
    page = lesson.page
    lesson.alive()
    assert lesson.trusted()
    lesson.start()
    assert lesson.outputs()
    assert set(lesson.outputs()) == {RESULT}
    slider = page.get_by_role("slider").first
    if slider.count():
        before = slider.get_attribute("aria-valuetext")
        slider.press("ArrowRight")
        expect(slider).not_to_have_attribute("aria-valuetext", before or "")
    assert lesson.errors == []
