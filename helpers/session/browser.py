"""What is different where Python runs in the browser: nothing locks, and files may not stay."""

from __future__ import annotations

import sys
from pathlib import Path

STORAGE = Path("/drive")
"""Where the browser's own storage is seen as files; a service worker hands them over."""

UNKEPT = (
    "Your browser keeps no files in this window, as in private ones: your choices last until you "
    "close or reload this page, and other lessons do not see them."
)


def in_browser() -> bool:
    """Return whether Python runs in the browser."""
    return sys.platform == "emscripten"


def stays(folder: Path) -> bool:
    """Return whether what is saved in a folder is there when the page is opened again.

    Without a service worker the storage is missing, or there and never answers.
    """
    if not in_browser():
        return True
    try:
        return folder.is_relative_to(STORAGE) and folder.is_dir()
    except OSError:
        return False
