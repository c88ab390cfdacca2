"""The notebooks as a Jupyter server would hand them to the browser."""

from __future__ import annotations

import json
from typing import Any


def served(text: str) -> str:
    """Return a notebook file's text as the browser wants it.

    On disk, long texts are lists of lines. A Jupyter server joins them before the browser sees
    them; a server of plain files cannot, and they would show with commas between the lines. It also
    says of each cell whether it is trusted. The site's own notebooks are, as its scripts are, so
    that saved pictures show before a lesson runs. Nothing else changes.
    """
    notebook: dict[str, Any] = json.loads(text)
    for cell in notebook["cells"]:
        _join(cell, "source")
        if cell["cell_type"] == "code":
            cell["metadata"]["trusted"] = True
        for attached in cell.get("attachments", {}).values():
            _join_all(attached)
        for output in cell.get("outputs", ()):
            _join(output, "text")
            _join_all(output.get("data", {}))
    return json.dumps(notebook, ensure_ascii=False, separators=(",", ":")) + "\n"


def _join_all(bundle: dict[str, Any]) -> None:
    for kind in bundle:
        if kind != "application/json" and not kind.endswith("+json"):
            _join(bundle, kind)


def _join(holder: dict[str, Any], key: str) -> None:
    value = holder.get(key)
    if isinstance(value, list):
        holder[key] = "".join(value)
