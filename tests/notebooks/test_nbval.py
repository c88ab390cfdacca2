"""'make nbval' passes on a notebook as it is built, and fails when an output has changed."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from tools.notebooks.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
# Read from the Makefile, so that this tries what 'make nbval' does.
OPTIONS = next(
    line.split("pytest ", 1)[1].split(" notebooks ")[0].split()
    for line in (ROOT / "Makefile").read_text("utf-8").splitlines()
    if "--nbval" in line
)


@pytest.fixture(scope="module")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("notebooks") / "probe.ipynb"
    cells = [new_code_cell("from helpers.widgets import Card"), new_code_cell("Card('Hello')")]
    nbformat.write(new_notebook(cells=cells), path)
    assert main([str(path)]) == 0
    return path


def test_a_built_notebook_passes_and_a_changed_output_fails(probe: Path) -> None:
    text = probe.read_text("utf-8")
    assert text.count('"Card: Hello"') == 1
    changed = probe.with_name("changed.ipynb")
    changed.write_text(text.replace('"Card: Hello"', '"Card: Goodbye"'), "utf-8")
    command = [sys.executable, "-m", "pytest", *OPTIONS, "-c", str(ROOT / "pyproject.toml")]
    # Two small notebooks need no second process.
    done = subprocess.run(
        [*command, "-n", "0", str(probe), str(changed)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout
    assert "1 failed, 3 passed" in done.stdout
    assert "Card: Goodbye" in done.stdout
