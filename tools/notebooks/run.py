"""Runs a notebook."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path
from typing import Any

from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from tools.notebooks.errors import BuildError

SECONDS = 120
"""Longest time that a cell may take."""

COLOUR = re.compile(r"\x1b\[[\d;]*m")


def run(book: NotebookNode, folder: Path) -> dict[str, Any]:
    """Run all cells in a fresh kernel that works in `folder`; return the state of all widgets."""
    book.metadata.pop("widgets", None)
    client = NotebookClient(
        book,
        kernel_name="python3",
        timeout=SECONDS,
        record_timing=False,
        allow_errors=True,
        extra_arguments=["--log-level=ERROR"],
        store_widget_state=True,
        resources={"metadata": {"path": str(folder)}},
    )
    # Without the settings, start-up files and saved session of whoever builds.
    private = os.environ | {
        "IPYTHONDIR": str(folder.parent / "ipython"),
        "GOOD_HANDS_SESSION": str(folder.parent / "session"),
    }
    try:
        asyncio.run(client.async_execute(env=private))
    except (CellTimeoutError, DeadKernelError) as error:
        raise BuildError(f"the kernel stopped or took over {SECONDS} s in a cell.") from error
    for cell in book.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                reason = COLOUR.sub("", f"{output.ename}: {output.evalue}").splitlines()[0]
                raise BuildError(f"the cell {cell.id!r} fails with {reason}")
    saved = book.metadata.pop("widgets", {})
    state: dict[str, Any] = next(iter(saved.values()))["state"] if saved else {}
    return state
