"""Cells and metadata, the same in every notebook."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from tools.notebooks.errors import BuildError

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}
HIDDEN = "hide-input"
RANDOM_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4,12})*")
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}", re.IGNORECASE)


def tidy_cells(book: NotebookNode) -> None:
    """Hide the code, name the cells that only have a random id, and leave out all else."""
    taken = {cell.id for cell in book.cells if not RANDOM_ID.fullmatch(cell.id)}
    for cell in book.cells:
        if RANDOM_ID.fullmatch(cell.id):
            cell.id = _free(_name(cell), taken)
            taken.add(cell.id)
        tags = set(cell.metadata.get("tags", []))
        metadata: dict[str, Any] = {}
        if cell.cell_type == "code":
            metadata["jupyter"] = {"source_hidden": True}
            tags.add(HIDDEN)
        if tags:
            metadata["tags"] = sorted(tags)
        cell.metadata = metadata


def _name(cell: NotebookNode) -> str:
    """Return an id that says what a cell is: its heading, or its last call."""
    found = re.search(r"^#+ +(.+)", cell.source, re.MULTILINE)
    words = found.group(1) if found else (cell.source.strip().splitlines() or [""])[-1]
    if cell.cell_type == "markdown" and not found:
        words = " ".join(words.split()[:4])
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", words.lower())).strip("-")
    return slug[:40].strip("-") or cell.cell_type


def _free(name: str, taken: set[str]) -> str:
    tries = (name if n == 1 else f"{name}-{n}" for n in range(1, len(taken) + 2))
    return next(each for each in tries if each not in taken)


def tidy_metadata(book: NotebookNode) -> None:
    """Give the notebook the metadata that all have, and no version of anything."""
    book.metadata = {"kernelspec": KERNEL, "language_info": LANGUAGE}


def check_outputs(book: NotebookNode, state: dict[str, Any], folders: Iterable[Path]) -> None:
    """Make sure that no output tells where or when it was made.

    Raises
    ------
    BuildError
        When a cell prints or warns, or when an output or a widget's state holds a memory address
        or a path.
    """
    for cell in book.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream":
                line = output.text.strip().splitlines()[0] if output.text.strip() else ""
                raise BuildError(
                    f"the cell {cell.id!r} writes to {output.name}, and a lesson only shows "
                    f"pictures and controls: {line}"
                )
    places = [f"{place}/" for place in (*folders, Path.home(), sys.prefix)]
    for what, text in _shown(book, state):
        if found := ADDRESS.search(text):
            raise BuildError(f"{what} holds a memory address, {found.group()}.")
        for place in places:
            if place in text:
                raise BuildError(f"{what} holds a path of this computer, {place}.")


def _shown(book: NotebookNode, state: dict[str, Any]) -> Iterable[tuple[str, str]]:
    for cell in book.cells:
        yield f"the output of the cell {cell.id!r}", json.dumps(cell.get("outputs", []))
    for entry in state.values():
        yield f"the state of a {entry['model_name']}", json.dumps(entry["state"])
