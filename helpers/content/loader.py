"""One call that reads, structures, cross-checks and keeps the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from . import files
from .crosscheck import crosscheck
from .errors import ContentError, Problem
from .library import FILES, Content, assemble
from .structure import structure

Table = dict[str, Any]


@cache
def load(folder: Path | None = None) -> Content:
    """Return the content of ``folder`` (default: the project's own), read once and kept.

    Raises
    ------
    ContentError
        Listing every problem: file, entry, field, what was found, what is allowed.
    """
    folder = folder or files.folder()
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for stem in FILES:
        try:
            tables[stem] = files.read(folder / f"{stem}.toml")
        except ContentError as error:
            problems.extend(error.problems)
    return build(tables, problems)


def build(tables: Mapping[str, Table], found: Iterable[Problem] = ()) -> Content:
    """Return the content made of ``tables`` (stem to what TOML says); ``found`` are problems."""
    problems = list(found)
    parsed: dict[str, Any] = {}
    for stem, table in tables.items():
        try:
            parsed[stem] = structure(table, FILES[stem], f"{stem}.toml")
        except ContentError as error:
            problems.extend(error.problems)
    if not problems:
        problems = crosscheck(parsed)
    if problems:
        raise ContentError(tuple(problems))
    return assemble(parsed)
