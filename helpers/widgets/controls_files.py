"""Where the browser's part of the controls lies."""

from __future__ import annotations

from pathlib import Path

from helpers.stage import DOM, bundle

HERE = Path(__file__).parent


def style(name: str, *, shared: bool = True) -> str:
    """Return the CSS of one control: what all of them share, then its own."""
    parts = ("controls", name) if shared else (name,)
    return "\n".join((HERE / f"{part}.css").read_text("utf-8") for part in parts)


def script(*names: str) -> str:
    """Return the JavaScript of one control: the shared helpers, then its own files."""
    return bundle(DOM, *(HERE / f"{name}.js" for name in names))
