"""Where the browser's part of the controls lies."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def styles(name: str) -> list[Path]:
    """Return the CSS files of one control: what all of them share, then its own."""
    return [HERE / f"{part}.css" for part in ("controls", name)]
