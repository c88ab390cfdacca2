"""The harness itself, on a notebook of three cells."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import new_page
from tests.browser.lab import Lab
from tests.browser.notebook import Notebook

BUTTON = '<button data-commandlinker-command="notebook:run-all-cells">Start this lesson</button>'
WIDGET = """import ipywidgets
slider = ipywidgets.IntSlider(description="Minutes", value=20)
echo = ipywidgets.Label("20 minutes")
slider.observe(lambda change: setattr(echo, "value", f"{change.new} minutes"), "value")
ipywidgets.VBox([slider, echo])"""


@pytest.fixture(scope="module")
def probe(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Lab:
    folder = tmp_path_factory.mktemp("probe")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for name, code in {"probe": WIDGET, "broken": "1 / 0"}.items():
        cells = [new_markdown_cell(f"# Probe\n\n{BUTTON}"), new_code_cell(code)]
        cells.append(new_markdown_cell("\n\n".join(f"Line {n}." for n in range(60))))
        notebook = new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(notebook, folder / f"{name}.ipynb")
    lab.add("probe", folder)
    return lab


@pytest.fixture(scope="module")
def notebook(probe: Lab, browser: Browser) -> Iterator[Notebook]:
    book = probe.open(new_page(browser), "probe/probe.ipynb")
    yield book
    book.page.close()


def test_a_trusted_notebook_starts_at_one_click(notebook: Notebook) -> None:
    assert notebook.trusted()
    notebook.start()
    page = notebook.page
    expect(page.locator(".widget-label", has_text="20 minutes")).to_be_visible()
    page.locator(".noUi-handle").press("ArrowRight")
    expect(page.locator(".widget-label", has_text="21 minutes")).to_be_visible()
    assert notebook.errors == []


def test_themes_and_pictures(notebook: Notebook, tmp_path: Path) -> None:
    notebook.reading_mode()
    sizes = []
    for kind in ("light", "dark"):
        notebook.theme(kind)
        file = tmp_path / f"{kind}.png"
        notebook.screenshot(file)
        data = file.read_bytes()
        sizes.append((int.from_bytes(data[16:20]), int.from_bytes(data[20:24])))
    assert sizes[0] == sizes[1]
    assert sizes[0][1] > 1200
    assert notebook.errors == []


def test_a_cell_that_fails_and_an_error_in_the_page_are_told(probe: Lab, page: Page) -> None:
    notebook = probe.open(page, "probe/broken.ipynb")
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        notebook.start()
    assert notebook.errors == []
    with page.expect_console_message():
        page.evaluate("console.error('deliberate')")
    assert notebook.errors == ["console: deliberate"]


def test_the_settings_of_make_lab_are_in_force(lab: Lab) -> None:
    plugin = "@jupyterlab/notebook-extension:tracker"
    request = Request(f"{lab.url}lab/api/settings/{plugin}?token={lab.token}")
    with urlopen(request, timeout=30) as answer:
        schema = json.load(answer)["schema"]
    assert schema["properties"]["windowingMode"]["default"] == "none"
