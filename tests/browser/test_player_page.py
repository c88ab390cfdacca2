"""The page that plays a massage by itself: axe finds nothing in any state, theme or width.

`make test-browser-all` tries every look, `make test` two.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.export.page import page as page_of
from helpers.planner import plan
from helpers.session import Answer, Session
from tests.browser.axe import faults
from tests.browser.chromium import new_context
from tests.browser.lab import ALL

MINUTES = 5
FOLDS = ("All steps", "Sounds and signs", "When to stop", "Describe this picture")
LOOKS = {
    "light": (1280, {}),
    "dark": (1280, {"color_scheme": "dark"}),
    "narrow": (320, {}),
    "forced colours": (400, {"forced_colors": "active"}),
}
TRIED = list(LOOKS) if ALL else ["dark", "narrow"]
BACKGROUND = "one => getComputedStyle(one).backgroundColor"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("page") / "massage.html"
    made.write_text(page_of(plan(Session(minutes=MINUTES))), encoding="utf-8")
    return made


@pytest.fixture(params=TRIED)
def page(request: pytest.FixtureRequest, browser: Browser, file: Path) -> Iterator[Page]:
    width, media = LOOKS[request.param]
    context = new_context(browser, width=width)
    shown = context.new_page()
    shown.emulate_media(reduced_motion="reduce", **media)  # type: ignore[arg-type]
    shown.clock.install(time=0)
    shown.goto(file.as_uri())
    expect(shown.get_by_role("timer")).not_to_be_empty()
    yield shown
    context.close()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_axe_finds_nothing_from_the_start_to_the_end(page: Page) -> None:
    assert faults(page) == []
    press(page, "Start")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    assert faults(page) == []
    for name in FOLDS:
        page.locator("summary").filter(has_text=name).click()
    press(page, "Pause")
    assert faults(page) == []
    assert page.evaluate(WIDER) == 0
    press(page, "Big view")
    assert faults(page) == []
    press(page, "Small view")
    press(page, "Go on")
    page.clock.run_for(1000 * (60 * MINUTES + 1))
    expect(page.get_by_text(f"{MINUTES}:00 of {MINUTES}:00")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("page", ["forced colours"], indirect=True)
def test_with_forced_colours_breath_and_progress_are_seen(page: Page) -> None:
    paper = page.locator("body").evaluate(BACKGROUND)
    page.locator("summary").filter(has_text="All steps").click()
    page.get_by_role("listitem").filter(has_text="Long sweep down").first.get_by_role(
        "button"
    ).click()
    for name in (".gh-player-disc", ".gh-player-fill"):
        expect(page.locator(name)).to_be_visible()
        assert page.locator(name).evaluate(BACKGROUND) != paper


def test_what_the_plan_was_changed_for_stands_in_one_list_before_the_start(
    browser: Browser, tmp_path: Path
) -> None:
    routine = plan(Session(minutes=20, answers=(Answer("S33", "yes"),)))
    assert len(routine.notes) > 3
    file = tmp_path / "massage.html"
    file.write_text(page_of(routine), encoding="utf-8")
    context = new_context(browser, width=320)
    shown = context.new_page()
    shown.goto(file.as_uri())
    said = shown.locator(".gh-player-before").get_by_role("listitem")
    expect(said).to_have_text([re.compile("safety questions are still open"), *routine.notes])
    assert shown.evaluate(WIDER) == 0
    assert faults(shown) == []
    context.close()
