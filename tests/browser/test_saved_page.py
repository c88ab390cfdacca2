"""A lesson saved as HTML is whole: every picture is in it, it asks for nothing, axe is content."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import faults
from tests.browser.lab import SOME

PICTURES = """async () => {
    const all = [...document.querySelectorAll('.jp-OutputArea-output img')]
        .filter(one => one.checkVisibility());
    await Promise.all(all.map(one => one.decode()));
    return all.map(one => [one.naturalWidth, one.alt]);
}"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    command = [sys.executable, "-m", "jupyter", "nbconvert", "--to", "html", "--output-dir"]
    lessons = [str(path) for path in SOME]
    subprocess.run([*command, str(folder), *lessons], check=True, capture_output=True, timeout=120)
    return folder


@pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)
def test_a_saved_lesson_is_whole_and_without_faults(path: Path, pages: Path, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition(",")[0]))
    address = (pages / f"{path.stem}.html").as_uri()
    page.goto(address)
    found = page.evaluate(PICTURES)
    assert found
    assert [words for width, words in found if not (width and len(words) > 60)] == []
    assert [url for url in asked if url != address and not url.startswith("data:image/")] == []
    assert faults(page) == []
