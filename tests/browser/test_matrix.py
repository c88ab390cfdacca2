"""A lesson in JupyterLab in all widths and themes, by keys, sliders moved, reloaded, restarted.

`make test-browser-all` walks through every lesson, `make test` through one.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.axe import OUTPUTS, faults
from tests.browser.chromium import new_page
from tests.browser.lab import ALL, LESSONS, Lab
from tests.browser.lessons import TOO_WIDE, tab_through
from tests.browser.notebook import START_BUTTON, Notebook

MIXES = [(width, theme) for width in (400, 800, 1280, 1600) for theme in ("light", "dark")]
TRIED = LESSONS if ALL else [LESSONS[4]]
READY = ".gh-lesson-start"

CLIPPED = """() => [...document.querySelectorAll(
        '.gh-control :is(button, label, legend, output, p, li, .gh-card-heading)')]
    .filter(one => one.checkVisibility() && !one.closest('[class*=hidden]'))
    .filter(one => one.scrollWidth > one.clientWidth + 1
        && getComputedStyle(one).overflowX !== 'visible' && one.clientWidth > 1)
    .map(one => one.outerHTML.slice(0, 120))"""
FAILED = "document.querySelectorAll('[data-mime-type=\"application/vnd.jupyter.error\"]').length"
# Where the tops of all cells are, and of what is in the slider's own cell: counted from the slider,
# and on the page as it is seen.
PLACES = """slider => {
    const middle = slider.getBoundingClientRect().top;
    return [...slider.closest('.jp-OutputArea-output').querySelectorAll('.gh-control, .gh-stage'),
            ...document.querySelectorAll('.jp-Cell')]
        .filter(one => one.checkVisibility())
        .map(one => one.getBoundingClientRect())
        .map(({ top, bottom }) => [Math.round(top - middle), Math.round(top),
            bottom > 0 && top < innerHeight]);
}"""


@pytest.fixture(scope="module", params=TRIED, ids=lambda path: path.stem)
def lesson(request: pytest.FixtureRequest, browser: Browser, lab: Lab) -> Iterator[Notebook]:
    path: Path = request.param
    book = lab.open(new_page(browser), f"notebooks/{path.name}")
    assert book.trusted()
    book.reading_mode()
    book.alive()
    book.start_by_keys()
    assert book.page.evaluate(FAILED) == 0
    yield book
    book.page.close()


@pytest.mark.parametrize(("width", "theme"), MIXES if ALL else [MIXES[0], MIXES[-1]])
def test_it_fits_and_axe_finds_nothing(lesson: Notebook, width: int, theme: str) -> None:
    page = lesson.page
    page.set_viewport_size({"width": width, "height": 900})
    lesson.theme(theme)
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(CLIPPED) == []
    assert faults(page, OUTPUTS) == []
    assert lesson.errors == []


def test_tab_reaches_everything_once_it_runs(lesson: Notebook) -> None:
    lesson.page.set_viewport_size({"width": 1280, "height": 900})
    lesson.settle()
    expected, found = tab_through(lesson.page)
    assert found == expected


def moved(lesson: Notebook, slider: Locator, key: str) -> list[tuple[int, int, bool]]:
    slider.press(key)
    lesson.answered()
    return places(slider)


def places(slider: Locator) -> list[tuple[int, int, bool]]:
    return [(below, top, seen) for below, top, seen in slider.evaluate(PLACES)]


@pytest.mark.parametrize("width", [1280, 400] if ALL else [400])
def test_nothing_jumps_while_a_slider_moves(lesson: Notebook, width: int) -> None:
    """Nothing in sight moves at all; what is out of sight may grow once, and stays where it is."""
    page = lesson.page
    page.set_viewport_size({"width": width, "height": 900})
    lesson.answered()
    sliders = [one for one in page.get_by_role("slider").all() if one.is_visible()]
    for slider in sliders if ALL else sliders[-1:]:
        if slider.is_disabled():
            continue
        slider.evaluate("one => one.scrollIntoView({ block: 'center' })")
        slider.focus()
        name = slider.evaluate("one => one.labels[0].textContent")
        keys = ["Home", "PageUp", "PageUp", "End", "PageDown", "ArrowLeft", "Home"] * 2
        seen = [places(slider), *(moved(lesson, slider, key) for key in keys)]
        for before, after, key in zip(seen, seen[1:], keys, strict=False):
            assert len(before) == len(after), f"{name}, {key}"
            pairs = list(zip(before, after, strict=True))
            jumps = [(a, b) for a, b in pairs if (a[2] or b[2]) and abs(a[1] - b[1]) > 1]
            assert jumps == [], f"{name}, {key}"
            back = [(a, b) for a, b in pairs if b[0] < a[0] - 1]
            assert back == [], f"{name}, {key}"
    assert lesson.errors == []


@pytest.mark.parametrize("saved", [False, True] if ALL else [False])
def test_reload_in_mid_lesson_shows_everything_again(lesson: Notebook, saved: bool) -> None:
    page = lesson.page
    if saved:
        lesson.command("docmanager:save")
        page.wait_for_function("() => !window.jupyterapp.shell.currentWidget.context.model.dirty")
    lesson.reload()
    assert page.evaluate(FAILED) == 0
    assert lesson.errors == []


def test_after_a_new_kernel_the_button_starts_it_again(lesson: Notebook) -> None:
    page = lesson.page
    lesson.restart()
    assert page.evaluate(FAILED) == 0
    page.locator(START_BUTTON).first.scroll_into_view_if_needed()
    lesson.start()
    expect(page.locator(READY)).to_be_visible()
    assert page.evaluate(FAILED) == 0
    assert lesson.errors == []
