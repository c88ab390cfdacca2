"""Where the browser's part of the controls lies."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def style(name: str) -> str:
    """Return the CSS of one control: what all of them share, then its own."""
    return "\n".join((HERE / f"{part}.css").read_text("utf-8") for part in ("controls", name))
