"""A lesson that nobody has trusted shows its prose and every picture, and runs nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser

from tests.browser.axe import OUTPUTS, faults
from tests.browser.chromium import new_page
from tests.browser.lab import SOME, Lab
from tests.browser.notebook import Notebook

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


@pytest.fixture(scope="module", params=SOME, ids=lambda path: path.stem)
def lesson(
    request: pytest.FixtureRequest,
    browser: Browser,
    lab: Lab,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Notebook]:
    """A lesson as it comes from somebody else: not the bytes that were trusted here."""
    path: Path = request.param
    folder = tmp_path_factory.mktemp("foreign") / "notebooks"
    shutil.copytree(path.parent, folder)
    book = nbformat.read(path, as_version=4)
    book.metadata["author"] = "Somebody else"
    nbformat.write(book, folder / path.name)
    lab.add(f"foreign-{path.stem}", folder, trust=False)
    opened = lab.open(new_page(browser), f"foreign-{path.stem}/{path.name}")
    opened.reading_mode()
    yield opened
    opened.page.close()


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
    assert faults(lesson.page, OUTPUTS) == []
