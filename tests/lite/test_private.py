"""A lesson of the browser-only site in a window that keeps nothing, as private windows do."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.axe import OUTPUTS, faults
from tests.browser.chromium import new_context
from tests.browser.lab import ROOT
from tests.lite.pages import RESULT, Lesson, address

NO_WORKER = "delete Navigator.prototype.serviceWorker"
"""As in Firefox; what a service worker would keep stays nowhere."""


@pytest.fixture
def lesson(browser: Browser, site: str) -> Iterator[Lesson]:
    context = new_context(browser)
    context.add_init_script(NO_WORKER)
    yield Lesson(context.new_page(), address(site, ROOT / "notebooks/04_finish.ipynb"))
    context.close()


def test_it_runs_says_that_nothing_is_kept_and_axe_finds_nothing(lesson: Lesson) -> None:
    page = lesson.page
    lesson.alive()
    expect(page.get_by_text("keeps no files")).to_have_count(0)
    lesson.start()
    assert set(lesson.outputs()) == {RESULT}
    note = page.locator(".gh-lesson-start").get_by_text("keeps no files")
    expect(note).to_be_visible()
    slider = page.get_by_role("slider", name="Sweeps down")
    before = slider.get_attribute("aria-valuetext")
    slider.press("ArrowLeft")
    expect(slider).not_to_have_attribute("aria-valuetext", before or "")
    expect(page.locator(".gh-history").get_by_text("keeps no files").first).to_be_visible()
    assert faults(page, OUTPUTS) == []
    assert lesson.errors == []
