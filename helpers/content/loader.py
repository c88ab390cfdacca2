"""One call that reads, structures, cross-checks and keeps the content."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import evolve

from . import files
from .crosscheck import crosscheck
from .errors import ContentError, Problem
from .library import Content, assemble
from .listing import FILES
from .structure import structure
from .translate import translate
from .wording import unknown

Table = dict[str, Any]


@cache
def load(folder: Path | None = None, language: str | None = None) -> Content:
    """Return the content of ``folder`` (default: the project's own), read once and kept.

    ``language`` is a language such as "de"; without one, it is what the variable
    ``GOOD_HANDS_LANGUAGE`` says, else English. What is not translated is English.

    Raises
    ------
    ContentError
        Listing every problem: file, entry, field, what was found, what is allowed.
    """
    folder = folder or files.folder()
    tables, problems = _read(folder, FILES)
    language = language or files.language()
    if language != files.ENGLISH:
        if language not in (known := files.languages(folder)):
            message = unknown("language", language, known)
            raise ContentError((Problem(files.LANGUAGE, "", "", message),))
        words, more = _read(folder / language, _stems(folder / language))
        tables, wrong = translate(tables, words, language)
        problems += [evolve(one, file=f"{language}/{one.file}") for one in more] + wrong
    return build(tables, problems)


def _read(folder: Path, stems: Iterable[str]) -> tuple[dict[str, Table], list[Problem]]:
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for stem in stems:
        try:
            tables[stem] = files.read(folder / f"{stem}.toml")
        except ContentError as error:
            problems.extend(error.problems)
    return tables, problems


def _stems(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.toml"))


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
