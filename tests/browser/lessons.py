"""What is true of every lesson, tried by each lesson's own file while it has the lesson open.

A file names its lesson as `LESSON` and has `class TestOnOpening(OnOpening)` and `class
TestInUse(InUse)` before its own tests and `class TestInTheEnd(InTheEnd)` after them.
"""

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.announced import Heard
from tests.browser.axe import OUTPUTS, faults
from tests.browser.listener import Listener
from tests.browser.notebook import Notebook
from tests.browser.screen_reader import PAGE, STEPS, part, steps_part, written
from tests.browser.walks import WALKS

# What is wider than its cell and cannot be moved sideways.
TOO_WIDE = """() => [...document.querySelectorAll('.jp-OutputArea-output')]
    .filter(output => output.scrollWidth > output.clientWidth + 1)
    .map(output => output.closest('.jp-Cell').querySelector('.cm-content')?.textContent)"""
# What Tab stops at: of a group of radio buttons only one.
EXPECTED = """() => [...document.querySelectorAll('.jp-OutputArea-output')].flatMap(output =>
  [...output.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')])
  .filter(one => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .filter(one => one.tabIndex >= 0 && !one.matches(':disabled'))
  .map(one => one.type === 'radio' ? one.closest('fieldset') ?? one : one)
  .filter((one, index, all) => all.indexOf(one) === index)
  .map((one, index) => { one.dataset.stop = index; return index; })"""
# Where the focus is, and whether it shows; nothing where it is outside the outputs.
FOCUSED = """() => {
  const one = document.activeElement;
  if (!one.closest('.jp-OutputArea-output')) return null;
  const stop = one.dataset.stop ?? (one.type === 'radio' && one.closest('fieldset').dataset.stop);
  const shows = [one, one.closest('.gh-option') ?? one].map(each => getComputedStyle(each))
    .some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
  return [Number(stop ?? -1), shows];
}"""
WORDS = """() => [...document.querySelectorAll('.gh-stage-picture:not([hidden])')]
    .filter(one => one.checkVisibility())
    .map(one => [one.getAttribute('aria-label'), one.closest('.gh-stage')
        .querySelector('.gh-stage-description').textContent])"""


def tab_through(page: Page) -> tuple[list[int], list[int]]:
    """Press Tab from the first cell on; return the stops that there are, and those that came.

    Raises
    ------
    AssertionError
        Where something does not show that it has the focus.
    """
    expected = page.evaluate(EXPECTED)
    page.locator(".jp-MarkdownCell").first.click()
    found: list[int] = []
    for _ in range(len(expected) + 40):
        page.keyboard.press("Tab")
        if focused := page.evaluate(FOCUSED):
            stop, shows = focused
            found.append(stop)
            assert shows, f"stop {stop} does not show that it has the focus"
        if len(found) == len(expected):
            break
    return expected, found


# JupyterLab's red sign of a widget that no kernel stands behind.
BROKEN = """() => [...document.querySelectorAll('.jupyter-widgets-disconnected')]
    .filter(one => one.checkVisibility() && getComputedStyle(one, '::before').display !== 'none')
    .map(one => one.className)"""


class OnOpening:
    """The lesson as it opens, before anything has run: alive, in words, and by keys alone."""

    def test_a_narrow_page_cuts_nothing_off(self, narrow: Notebook) -> None:
        assert narrow.page.evaluate(TOO_WIDE) == []
        assert narrow.errors == []

    def test_it_is_trusted_and_alive(self, opened: Notebook) -> None:
        assert opened.trusted()
        assert opened.page.evaluate(BROKEN) == []
        assert opened.errors == []

    def test_every_picture_has_a_name_and_is_told_in_the_words_of_its_description(
        self, opened: Notebook, announced: list[list[Heard]]
    ) -> None:
        pictures = [one for cell in announced for one in cell if one.kind == "picture"]
        assert pictures
        assert [one for one in pictures if not (one.name and one.description)] == []
        told = Counter((one.name, one.description) for one in pictures)
        words = opened.page.evaluate(WORDS)
        shown = Counter((" ".join(name.split()), " ".join(text.split())) for name, text in words)
        assert shown - told == Counter()

    def test_what_is_announced_is_written_down(
        self, opened: Notebook, announced: list[list[Heard]]
    ) -> None:
        name = Path(opened.path).name
        assert part(name, announced).splitlines() == written(PAGE, name)

    def test_tab_reaches_every_control_once_in_their_order_and_shows_where_it_is(
        self, opened: Notebook
    ) -> None:
        expected, found = tab_through(opened.page)
        assert found == expected


class InUse:
    """The lesson while a listener goes through it with the keys."""

    def test_what_is_announced_at_each_step_is_written_down(self, listener: Listener) -> None:
        path = Path(listener.book.path)
        try:
            WALKS[path.stem](listener)
        finally:
            listener.leave()
        assert steps_part(path.name, listener.steps).splitlines() == written(STEPS, path.name)
        assert [one for one in listener.steps if one.after.lost or not one.after.heard.name] == []
        assert listener.book.errors == []


class InTheEnd:
    """The lesson after it has run and has been used."""

    @pytest.mark.parametrize("theme", ["light", "dark"])
    def test_axe_finds_nothing_in_the_outputs(self, lesson: Notebook, theme: str) -> None:
        lesson.theme(theme)
        assert faults(lesson.page, OUTPUTS) == []
        assert lesson.errors == []
