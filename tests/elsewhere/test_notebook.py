"""Every lesson in Jupyter Notebook 7, walked through as in JupyterLab."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import new_context
from tests.browser.lab import LESSONS, Lab
from tests.browser.notebook import START_BUTTON, Notebook

READY = ".gh-lesson-start"
FAILED = "document.querySelectorAll('[data-mime-type=\"application/vnd.jupyter.error\"]').length"
# Pictures and cards beside a slider.
LOOKS = """slider => [...slider.closest('.jp-OutputArea-output')
    .querySelectorAll('.gh-stage, .gh-card')].map(one => one.innerHTML).join()"""
PAPER = "getComputedStyle(document.querySelector('.jp-Notebook')).backgroundColor"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def not_ours(browser: Browser, seven: Lab) -> set[str]:
    """What Notebook 7 itself complains of, over a notebook that holds nothing."""
    kernel = {"name": "python3", "display_name": "Python 3"}
    empty = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
    nbformat.write(empty, seven.root / "notebooks" / "empty.ipynb")
    context = new_context(browser)
    found = set(seven.open(context.new_page(), "notebooks/empty.ipynb").errors)
    context.close()
    return found


@pytest.fixture(params=LESSONS, ids=lambda path: path.stem)
def lesson(
    request: pytest.FixtureRequest, browser: Browser, seven: Lab, not_ours: set[str]
) -> Iterator[Notebook]:
    context = new_context(browser)
    path: Path = request.param
    book = seven.open(context.new_page(), f"notebooks/{path.name}")
    yield book
    assert book.page.evaluate(FAILED) == 0
    assert set(book.errors) - not_ours == set()
    context.close()


def test_the_walk_through_a_lesson(lesson: Notebook) -> None:
    page = lesson.page
    assert lesson.trusted()
    lesson.alive()
    lesson.start()
    expect(page.locator(READY)).to_be_visible()
    move_a_slider(lesson)
    seen = set()
    for theme in ("dark", "light"):
        lesson.theme(theme)
        seen.add(page.evaluate(PAPER))
    assert len(seen) == 2
    page.set_viewport_size({"width": 400, "height": 900})
    lesson.settle()
    assert page.evaluate(WIDER) == 0
    lesson.reload()
    lesson.restart()
    page.locator(START_BUTTON).first.scroll_into_view_if_needed()
    lesson.start()
    expect(page.locator(READY)).to_be_visible()
    move_a_slider(lesson)


def move_a_slider(lesson: Notebook) -> None:
    """Move the first slider that is beside a picture, if there is one: what it shows follows."""
    pictures = lesson.page.locator(".jp-OutputArea-output").filter(
        has=lesson.page.locator(".gh-stage"), visible=True
    )
    for slider in pictures.get_by_role("slider").all()[:1]:
        slider.scroll_into_view_if_needed()
        lesson.answered()
        before = slider.evaluate(LOOKS)
        slider.press("End" if slider.input_value() == slider.get_attribute("min") else "Home")
        lesson.answered()
        assert slider.evaluate(LOOKS) != before
