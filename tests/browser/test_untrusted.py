"""A lesson that nobody has trusted shows its prose and every picture, and runs nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.bench import RULES
from tests.browser.lab import SOME, Lab, Notebook, new_context

PICTURES = """() => [...document.querySelectorAll('.jp-OutputArea-output img')]"""
LOADED = f"""async () => {{
    const all = ({PICTURES})();
    await Promise.all(all.map(one => one.decode()));
    return all.map(one => [one.naturalWidth, one.alt, one.getBoundingClientRect().width]);
}}"""
DRAWS = """() => window.jupyterapp.shell.currentWidget.content.model.cells.length &&
    [...window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells]
        .flatMap(cell => cell.toJSON().outputs ?? [])
        .map(output => [output.data?.['text/html'] ?? ''].flat().join('').split('<img ').length - 1)
        .reduce((sum, n) => sum + n, 0)"""


@pytest.fixture(scope="module")
def untrusted() -> Iterator[Lab]:
    with Lab(trust=False) as server:
        yield server


@pytest.fixture(scope="module", params=SOME, ids=lambda path: path.stem)
def lesson(request: pytest.FixtureRequest, browser: Browser, untrusted: Lab) -> Iterator[Notebook]:
    context = new_context(browser)
    path: Path = request.param
    book = untrusted.open(context.new_page(), f"notebooks/{path.name}")
    book.reading_mode()
    yield book
    context.close()


def test_every_picture_is_there_and_told_in_words(lesson: Notebook) -> None:
    page = lesson.page
    assert not lesson.trusted()
    loaded = page.evaluate(LOADED)
    assert len(loaded) == page.evaluate(DRAWS) > 0
    for width, words, shown in loaded:
        assert width > 0
        assert shown > 300
        assert len(words) > 60


def test_nothing_of_the_lesson_runs(lesson: Notebook) -> None:
    inside = ".jp-OutputArea-output :is(script, .jupyter-widgets, svg, iframe, style)"
    assert lesson.page.locator(inside).count() == 0
    assert lesson.errors == []


def test_axe_finds_nothing(lesson: Notebook) -> None:
    options = {"runOnly": RULES["runOnly"]}
    found = Axe().run(lesson.page, context=".jp-OutputArea-output", options=options).response
    assert [f"{v['id']}: {n['html'][:120]}" for v in found["violations"] for n in v["nodes"]] == []
