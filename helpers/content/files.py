"""Find and read the content files: nothing is understood here, only text turned into tables."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from .errors import ContentError, Problem

LANGUAGE = "GOOD_HANDS_LANGUAGE"
ENGLISH = "en"


@cache
def folder() -> Path:
    """Return the folder that holds the content: inside the wheel, else beside ``helpers/``."""
    package = Path(__file__).resolve().parent.parent
    shipped = package / "_content"
    return shipped if shipped.is_dir() else package.parent / "content"


def languages(content: Path) -> list[str]:
    """Return the languages that the content is there in: English, and what lies over it."""
    others = {path.parent.name for path in content.glob("*/*.toml")}
    return [ENGLISH, *sorted(others)]


def language() -> str:
    """Return the language that the learner's computer asks for, English if it says nothing."""
    return os.environ.get(LANGUAGE, "").strip().lower() or ENGLISH


def read(path: Path) -> dict[str, Any]:
    """Read one TOML file.

    Raises
    ------
    ContentError
        If the file is missing, without any entry, not UTF-8 text or not TOML.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise _problem(path, "the file is missing; put it back from the project's copy") from None
    except OSError as error:
        raise _problem(path, f"the file cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise _problem(
            path, f"found a byte that is not UTF-8 text at position {error.start}; save it as UTF-8"
        ) from None
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _problem(path, f"this is not TOML: {error}; check the quotes and brackets") from None
    if not table:
        raise _problem(path, "found no entry; put them back from the project's copy") from None
    return table


def _problem(path: Path, message: str) -> ContentError:
    return ContentError((Problem(path.name, "", "", message),))
