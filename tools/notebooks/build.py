"""From a notebook file to the text that belongs in it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import nbformat

from tools.notebooks.cells import check_outputs, tidy_cells, tidy_metadata
from tools.notebooks.errors import BuildError
from tools.notebooks.models import tidy_models
from tools.notebooks.run import run
from tools.notebooks.sharing import share

__all__ = ["BuildError", "build"]


def build(path: Path) -> str:
    """Run the notebook at `path` in a fresh kernel and return its new text.

    The kernel works in a copy of the notebook's folder, so whatever the lesson saves there is
    gone afterwards and no lesson depends on what another one left.

    Raises
    ------
    BuildError
        When a cell fails, or shows something that differs from run to run.
    """
    try:
        return _built(path)
    except BuildError as error:
        raise BuildError(f"{path.name}: {error}") from None


def _built(path: Path) -> str:
    book = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory(prefix="good-hands-") as temp:
        folder = Path(temp) / "notebooks"
        ignored = shutil.ignore_patterns(".ipynb_checkpoints", "good-hands-session*")
        shutil.copytree(path.parent, folder, ignore=ignored)
        tidy_cells(book)
        state = run(book, folder)
        check_outputs(book, state, [path.parent.parent, Path(temp)])
    tidy_metadata(book)
    if state := share(tidy_models(book, state)):
        widgets = {"state": state, "version_major": 2, "version_minor": 0}
        book.metadata.widgets = {"application/vnd.jupyter.widget-state+json": widgets}
    book.nbformat, book.nbformat_minor = 4, 5
    nbformat.validate(book)
    # Its writer sorts the keys and indents by one space, as JupyterLab does.
    text: str = nbformat.writes(book)
    return text.rstrip("\n") + "\n"
