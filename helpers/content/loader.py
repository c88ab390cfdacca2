"""One call that reads, structures, cross-checks and keeps the content."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from . import files
from .crosscheck import crosscheck
from .errors import ContentError, Problem
from .library import FILES, Content, assemble
from .structure import structure


@cache
def load(folder: Path | None = None) -> Content:
    """Return the content of ``folder`` (default: the project's own), read once and kept.

    Raises
    ------
    ContentError
        Listing every problem: file, entry, field, what was found, what is allowed.
    """
    folder = folder or files.folder()
    problems: list[Problem] = []
    parsed: dict[str, Any] = {}
    for stem, model in FILES.items():
        name = f"{stem}.toml"
        try:
            parsed[stem] = structure(files.read(folder / name), model, name)
        except ContentError as error:
            problems.extend(error.problems)
    if problems:
        raise ContentError(tuple(problems))
    problems.extend(crosscheck(parsed))
    if problems:
        raise ContentError(tuple(problems))
    return assemble(parsed)
