"""A notebook as 'make notebooks' writes it shows everything on opening, before anything has run."""

from collections.abc import Iterator

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Browser, expect

from tests.browser.chromium import new_page
from tests.browser.lab import Lab
from tests.browser.notebook import Notebook
from tools.notebooks.__main__ import main

SETUP = """from helpers.stage import Stage
from helpers.widgets import Card, Choice, LessonStart, Panel, Slider
svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500">'
rows = "".join(f'<path d="M0 {n}H800" style="stroke: red"/>' for n in range(0, 500, 50))
def planner(n):
    still = svg + rows + f'<g id="row-{n}"/></svg>'
    stage = Stage(still, '<g data-first=""/>', name=f"Picture {n}", description="Before. " * 40)
    stage.update(moving=f'<g data-last=""><path d="M0 0V{n}"/></g>', description="After. " * 60)
    controls = [Slider(f"Pace {n}", 5, 1, 9), Choice(f"Side {n}", ["left", "right"])]
    return Panel(controls, stage, Card(f"Note {n}"))"""
OFFLINE = "document.querySelectorAll('.jupyter-widgets-disconnected').length"
OFF = "JSON.parse(document.getElementById('jupyter-config-data').textContent).disabledExtensions"
SIGNS = """[...document.querySelectorAll('.jupyter-widgets-disconnected')]
    .filter(view => getComputedStyle(view, '::before').display !== 'none').length"""


@pytest.fixture(scope="module")
def book(
    lab: Lab, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Notebook]:
    """The notebook, opened."""
    folder = tmp_path_factory.mktemp("saved")
    path = folder / "saved.ipynb"
    codes = [SETUP, "LessonStart()", "planner(1)", "planner(2)"]
    cells = [new_markdown_cell("# Saved"), *(new_code_cell(code) for code in codes)]
    nbformat.write(new_notebook(cells=cells), path)
    assert main([str(path)]) == 0
    lab.add("saved", folder)
    opened = lab.open(new_page(browser), "saved/saved.ipynb")
    yield opened
    opened.page.close()


def test_everything_shows_on_opening(book: Notebook) -> None:
    page = book.page
    for n in (1, 2):
        picture = page.get_by_role("img", name=f"Picture {n}")
        expect(picture).to_be_visible()
        expect(picture.locator("path")).to_have_count(11)
        expect(picture.locator("[data-last]")).to_be_attached()
        expect(page.get_by_role("slider", name=f"Pace {n}")).to_have_value("5")
        expect(page.get_by_role("group", name=f"Side {n}").get_by_role("radio")).to_have_count(2)
        expect(page.get_by_role("heading", name=f"Note {n}")).to_be_visible()
    page.get_by_text("Describe this picture").first.click()
    expect(page.get_by_text("After.").first).to_be_visible()
    # They wait for a kernel, and JupyterLab would mark each with a red sign.
    assert page.evaluate(OFFLINE) > 0
    assert page.evaluate(SIGNS) == 0
    # What draws formulas is switched off, for it would only keep the lesson from opening.
    assert "@jupyterlab/mathjax-extension:plugin" in page.evaluate(OFF)
    # Nothing may say that the lesson runs while it does not.
    expect(page.locator(".gh-lesson-start")).to_be_hidden()
    assert book.errors == []


def test_after_a_run_the_kernel_answers(book: Notebook) -> None:
    page = book.page
    expect(page.get_by_role("slider")).to_have_count(2)
    book.run_all()
    expect(page.get_by_role("slider")).to_have_count(2)
    expect(page.locator(".gh-lesson-start")).to_be_visible()
    assert page.evaluate(OFFLINE) == 0
    assert book.errors == []


def test_a_widget_that_is_gone_keeps_no_other_from_being_shown(
    lab: Lab, browser: Browser, book: Notebook
) -> None:
    saved = lab.root / "saved"
    notebook = nbformat.read(saved / "saved.ipynb", as_version=4)
    state = next(iter(notebook.metadata.widgets.values()))["state"]
    gone = min(name for name, entry in state.items() if entry["model_module"] == "anywidget")
    del state[gone]
    nbformat.write(notebook, saved / "gap.ipynb")
    lab.trust(saved / "gap.ipynb")
    opened = lab.open(new_page(browser), "saved/gap.ipynb")
    for n in (1, 2):
        expect(opened.page.get_by_role("img", name=f"Picture {n}")).to_be_visible()
        expect(opened.page.get_by_role("heading", name=f"Note {n}")).to_be_visible()
    opened.page.close()
