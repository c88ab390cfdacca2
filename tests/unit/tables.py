"""The real content as TOML says it, to be spoilt in one place at a time."""

import tomllib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from helpers.content import ContentError, Problem
from helpers.content.crosscheck import crosscheck
from helpers.content.listing import FILES
from helpers.content.structure import structure

CONTENT = Path(__file__).resolve().parents[2] / "content"

Way = tuple[str | int, ...]
"""Keys and, counted from 0, indices that lead to a value."""

TABLES: Mapping[str, Any] = MappingProxyType(
    {
        path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(CONTENT.glob("*.toml"))
    }
)
ARRAYS = [(stem, array) for stem, table in TABLES.items() for array in table]
"""Every kind of entry: file stem and name of the array."""


def small(stem: str, array: str) -> dict[str, Any]:
    """A file with the first entry of ``array`` and the shortest of each other kind, to change."""
    chosen = {
        name: min(entries, key=lambda e: len(str(e))) for name, entries in TABLES[stem].items()
    }
    chosen[array] = TABLES[stem][array][0]
    return {name: [deepcopy(entry)] for name, entry in chosen.items()}


def ways(value: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    """Every value inside ``value``, tables and lists included, with the way to it."""
    if way:
        yield way, value
    inner = value.items() if isinstance(value, dict) else ()
    for step, item in enumerate(value) if isinstance(value, list) else inner:
        yield from ways(item, (*way, step))


def put(value: Any, way: Way, new: Any) -> Any:
    """A copy of ``value`` with ``new`` at the end of ``way``; the rest is shared, not copied."""
    if not way:
        return new
    copy = value.copy()
    copy[way[0]] = put(value[way[0]], way[1:], new) if way[1:] else new
    return copy


def shown(way: Way) -> str:
    """The way as an error names it."""
    text = ""
    for step in way:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


@cache
def sound(stem: str) -> Any:
    """One real file, structured."""
    return structure(TABLES[stem], FILES[stem], f"{stem}.toml")


def wrong_in(changed: Mapping[str, Any]) -> list[Problem]:
    """What is found wrong with these tables beside the real ones; as ``build``, only faster."""
    parsed, found = {stem: sound(stem) for stem in FILES if stem not in changed}, []
    for stem, table in changed.items():
        try:
            parsed[stem] = structure(table, FILES[stem], f"{stem}.toml")
        except ContentError as error:
            found.extend(error.problems)
    return found or crosscheck({stem: parsed[stem] for stem in FILES})


def problems(stem: str, array: str, entry: int | str, way: Way, new: Any) -> list[Problem]:
    """What is found wrong when one value of one entry (its number or id) is another."""
    entries = TABLES[stem][array]
    number = entry if isinstance(entry, int) else [one["id"] for one in entries].index(entry)
    return wrong_in({stem: put(TABLES[stem], (array, number, *way), new)})
