"""The browser's code of all our widgets, kept once for a whole notebook.

Every anywidget carries its JavaScript and CSS in its own state. A lesson has some eighty of them,
so ours carry a short loader instead, which takes the code from one shared model.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import anywidget
from traitlets import Dict

LOADER = """\
export default { async render(context) {
const { model, el } = context, known = (globalThis[Symbol.for("good-hands")] ??= new Map());
const id = model.get("shared").replace("IPY_MODEL_", "");
const { js, css } = (await model.widget_manager.get_model(id)).get("code")[model.get("kind")];
if (!known.has(js))
known.set(js, import(URL.createObjectURL(new Blob([js], { type: "text/javascript" }))));
const widget = (await known.get(js)).default, style = document.createElement("style");
style.textContent = css; el.append(style);
return widget.render(context);
} };
"""
"""Takes the code of a widget's ``kind`` from the shared model, imports it once, and runs it."""


class Shared(anywidget.AnyWidget):
    """The code by kind of widget; it shows nothing itself."""

    _esm = "export default {};"

    code = Dict().tag(sync=True)

    def __repr__(self) -> str:
        return "Shared code"


_code: dict[str, dict[str, str]] = {}
_shared: list[Shared] = []


def register(kind: str, script: Path, styles: Iterable[Path]) -> None:
    """Add the code of one kind of widget."""
    css = "\n".join(style.read_text("utf-8") for style in styles)
    _code[kind] = {"js": script.read_text("utf-8"), "css": css}
    if _shared:
        _shared[0].code = dict(_code)


def shared() -> Shared:
    """Return this kernel's one shared model, made when it is first needed."""
    if not _shared or _shared[0].comm is None:
        _shared[:] = [Shared(code=dict(_code))]
    return _shared[0]


def packed(text: str, _widget: Any = None) -> str:
    """Return a long text as it travels and is saved: deflated, base64; about a third as long."""
    return base64.b64encode(zlib.compress(text.encode("utf-8"), 9)).decode("ascii")
