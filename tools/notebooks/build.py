"""From a notebook file to the text that belongs in it."""

from __future__ import annotations

import base64
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from attrs import frozen

from helpers.player import first_picture
from helpers.stage.drawn import FOLDER, Drawn
from tools.notebooks.cells import check_outputs, tidy_cells, tidy_metadata
from tools.notebooks.errors import BuildError
from tools.notebooks.models import tidy_models
from tools.notebooks.run import run
from tools.notebooks.sharing import share
from tools.notebooks.ways import shortened

__all__ = ["BuildError", "Built", "build"]

_FILE = re.compile(rf'src="{FOLDER}/(\w+\.svg)"')


@frozen
class Built:
    """A notebook's new text, and the pictures beside it that it names: file name to SVG text."""

    text: str
    pictures: dict[str, str]


def build(path: Path) -> Built:
    """Run the notebook at `path` in a fresh kernel and return what belongs in its place.

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


def _built(path: Path) -> Built:
    book = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory(prefix="good-hands-") as temp:
        folder = Path(temp) / "notebooks"
        ignored = shutil.ignore_patterns(".ipynb_checkpoints", "good-hands-session*")
        shutil.copytree(path.parent, folder, ignore=ignored)
        tidy_cells(book)
        state = run(book, folder)
        check_outputs(book, state, [path.parent.parent, Path(temp)])
    tidy_metadata(book)
    state = tidy_models(book, state)
    pictures = _pictures(book, state)
    if state := share(_short(state)):
        widgets = {"state": state, "version_major": 2, "version_minor": 0}
        book.metadata.widgets = {"application/vnd.jupyter.widget-state+json": widgets}
    book.nbformat, book.nbformat_minor = 4, 5
    nbformat.validate(book)
    # Its writer sorts the keys and indents by one space, as JupyterLab does.
    text: str = nbformat.writes(book)
    return Built(text.rstrip("\n") + "\n", pictures)


def _pictures(book: nbformat.NotebookNode, state: dict[str, Any]) -> dict[str, str]:
    """Return the files that the outputs of a notebook name, drawn from its widgets' state."""
    drawn: list[Drawn] = []
    for entry in state.values():
        traits = entry["state"]
        if "still" in traits:
            drawn += [Drawn(traits["still"], traits.get("moving") or "", "", "")]
        for buffer in entry.get("buffers", []):
            if buffer["path"] == ["score"]:
                drawn += first_picture(base64.b64decode(buffer["data"]))
    known = {one.file: one for one in drawn}
    texts = [
        o.get("data", {}).get("text/html", "") for c in book.cells for o in c.get("outputs", [])
    ]
    wanted = sorted(set(_FILE.findall("".join("".join(text) for text in texts))))
    if lost := [name for name in wanted if name not in known]:
        raise BuildError(f"an output names the picture {lost[0]}, which no widget shows.")
    return {name: shortened(known[name].svg()) for name in wanted}


def _short(state: dict[str, Any]) -> dict[str, Any]:
    """Return the state with the paths in its pictures written short."""
    return {
        model: {
            **entry,
            "state": {
                name: shortened(value) if name in ("still", "moving") else value
                for name, value in entry["state"].items()
            },
        }
        for model, entry in state.items()
    }
