"""Where the browser's part of the controls lies."""

from __future__ import annotations

from pathlib import Path

from helpers.stage.bundle import DOM, THEME, bundle, styles

HERE = Path(__file__).parent


def style(name: str, *, shared: bool = True) -> str:
    """Return the CSS of one control: what all of them share, then its own."""
    own = HERE / f"{name}.css"
    return styles(THEME, HERE / "controls.css", own) if shared else styles(own)


def script(*names: str) -> str:
    """Return the JavaScript of one control: the shared helpers, then its own files."""
    return bundle(DOM, *(HERE / f"{name}.js" for name in names))
