"""Every lesson as it opens, before anything has run: alive, in words, and by keys alone."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.announced import heard
from tests.browser.lab import ROOT, Lab, Notebook, new_page
from tests.browser.screen_reader import PAGE, part

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"), key=lambda path: path.name)

# What Tab stops at: of a group of radio buttons only one.
EXPECTED = """() => [...document.querySelectorAll('.jp-OutputArea-output')].flatMap(output =>
  [...output.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')])
  .filter(one => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
  .filter(one => one.tabIndex >= 0 && !one.matches(':disabled'))
  .map(one => one.type === 'radio' ? one.closest('fieldset') ?? one : one)
  .filter((one, index, all) => all.indexOf(one) === index)
  .map((one, index) => { one.dataset.stop = index; return index; })"""
FOCUSED = """() => {
  const one = document.activeElement;
  const stop = one.dataset.stop ?? (one.type === 'radio' && one.closest('fieldset').dataset.stop);
  return one.closest('.jp-OutputArea-output') ? Number(stop ?? -1) : null;
}"""
SEEN = """() => {
  const one = document.activeElement;
  return [one, one.closest('.gh-option') ?? one].map(each => getComputedStyle(each))
    .some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none');
}"""


@pytest.fixture(scope="module", params=LESSONS, ids=lambda path: path.stem)
def lesson(request: pytest.FixtureRequest, browser: Browser, lab: Lab) -> Iterator[Notebook]:
    path: Path = request.param
    book = lab.open(new_page(browser), f"notebooks/{path.name}")
    book.reading_mode()
    book.alive()
    yield book
    book.page.close()


def test_it_is_trusted_and_alive_on_opening(lesson: Notebook) -> None:
    assert lesson.trusted()
    assert lesson.errors == []


def test_every_picture_has_a_name_and_is_told_in_the_words_of_its_description(
    lesson: Notebook,
) -> None:
    pictures = [one for cell in heard(lesson.page) for one in cell if one.kind == "picture"]
    assert pictures
    assert [one for one in pictures if not (one.name and one.description)] == []
    words = lesson.page.evaluate("""() =>
        [...document.querySelectorAll('.gh-stage-picture:not([hidden])')]
            .filter(one => one.checkVisibility())
            .map(one => [one.getAttribute('aria-label'), one.closest('.gh-stage')
                .querySelector('.gh-stage-description').textContent])""")
    told = Counter((one.name, one.description) for one in pictures)
    shown = Counter((" ".join(name.split()), " ".join(text.split())) for name, text in words)
    assert shown - told == Counter()


def test_what_is_announced_is_written_down(lesson: Notebook) -> None:
    name = Path(lesson.path).name
    _, found, rest = PAGE.read_text(encoding="utf-8").partition(f"\n## {name}\n")
    written = found + rest.partition("\n## ")[0]
    assert part(name, heard(lesson.page)).splitlines() == written.splitlines()


def test_tab_reaches_every_control_once_in_their_order_and_shows_where_it_is(
    lesson: Notebook,
) -> None:
    page = lesson.page
    expected = page.evaluate(EXPECTED)
    page.locator(".jp-MarkdownCell").first.click()
    found: list[int] = []
    for _ in range(len(expected) + 40):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is not None:
            found.append(stop)
            assert page.evaluate(SEEN), f"stop {stop} does not show that it has the focus"
        if len(found) == len(expected):
            break
    assert found == expected


def test_script_has_every_lesson(page: Page) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [path.name in text for path in LESSONS] == [True] * len(LESSONS)
