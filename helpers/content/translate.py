"""Lay the words of another language over the content.

``content/de/controls_finish.toml`` has the German words of ``content/controls_finish.toml``: the
same tables, but of each entry only its id and the fields that hold words. Whatever is not
translated stays English. Ids, numbers and sources are never translated, so a lesson in another
language teaches the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, get_args, get_origin

from attrs import Attribute, fields, has, resolve_types

from .errors import Problem
from .listing import FILES
from .models.checks import Like
from .models.common import Source
from .wording import shown, unknown

Table = dict[str, Any]

MORE: Mapping[str, tuple[str, ...]] = {
    "Faq": ("evidence", "teach"),
    "Technique": (
        *("purpose", "why_here", "hand", "cue", "not_taught_because"),
        *("good_for", "never_on", "mistakes"),
    ),
    "Term": ("say", "also", "short"),
}
"""Fields that hold words beside those that every entry must fill."""


def translate(
    tables: Mapping[str, Table], words: Mapping[str, Table], language: str
) -> tuple[dict[str, Table], list[Problem]]:
    """Return the tables with ``words`` laid over them, and what is wrong with the words.

    Both map a file's stem to what TOML says; ``language`` is the folder of the words. Words that
    are wrong are left out.
    """
    result = dict(tables)
    problems: list[Problem] = []
    for stem, table in words.items():
        file = f"{language}/{stem}.toml"
        if stem not in FILES:
            problems.append(Problem(file, "", "", unknown("file", stem, FILES)))
        elif stem in tables:
            result[stem] = deepcopy(tables[stem])
            arrays = _lists(FILES[stem])
            for field, entry, message in _lay(result[stem], table, FILES[stem], arrays):
                problems.append(Problem(file, entry, field, message))
    return result, problems


def _lay(
    base: Table, words: Table, model: type, allowed: Mapping[str, type], entry: str = ""
) -> Iterator[tuple[str, str, str]]:
    """Put ``words`` into ``base`` in place; yield field, entry and what is wrong, where it is.

    ``allowed`` maps the fields that may hold tables to their models.
    """
    texts = _texts(model)
    for name, value in words.items():
        if name == "id":
            continue
        if name in allowed:
            for field, inside, message in _each(base.get(name, []), value, name, allowed[name]):
                way = ".".join(part for part in (name, inside, field) if part)
                yield (way, entry, message) if entry else (field, inside, message)
        elif name not in texts:
            known = [*texts, *allowed]
            kind = "field" if entry else "list"
            message = unknown(kind, name, known)
            if name in {attribute.name for attribute in fields(model)}:
                message = f"found {name}, which is not translated; allowed: {', '.join(known)}"
            yield name, entry, message
        elif wrong := _wrong(value, texts[name]):
            yield name, entry, wrong
        else:
            base[name] = value


def _each(base: list[Table], words: Any, name: str, model: type) -> Iterator[tuple[str, str, str]]:
    """Lay a list of entries over another; entries are matched by id."""
    if not isinstance(words, list):
        yield name, "", f"found {shown(words)}; allowed: a list, with [[two brackets]]"
        return
    known = {entry["id"]: entry for entry in base if isinstance(entry.get("id"), str)}
    seen: set[str] = set()
    for number, entry in enumerate(words, 1):
        own = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(own, str) or own not in known:
            message = (
                unknown("id", own, known)
                if isinstance(own, str)
                else "found no id; add the id of the entry that these words belong to"
            )
            yield "id", own if isinstance(own, str) and own else f"{name} number {number}", message
        elif own in seen:
            yield "id", own, f'found the id "{own}" twice; allowed: each id once'
        else:
            seen.add(own)
            yield from _lay(known[own], entry, model, _lists(model), own)


def _wrong(value: Any, many: bool) -> str:
    """Return what is wrong with words: ``many`` says that there must be a list of them."""
    if many and not isinstance(value, list):
        return f"found {shown(value)}; allowed: a list, in [square brackets]"
    for one in value if many else [value]:
        if not isinstance(one, str) or not one.strip():
            return f"found {shown(one)}; allowed: text in quotes, with at least one word"
    return ""


def _texts(model: type) -> dict[str, bool]:
    """Return the fields of a model that hold words, and whether a field holds a list of them."""
    more = MORE.get(model.__name__, ())
    return {
        attribute.name: get_origin(attribute.type) is tuple
        for attribute in _fields(model)
        if attribute.name in more or _is_prose(attribute)
    }


def _is_prose(attribute: Attribute[Any]) -> bool:
    check = attribute.validator
    return attribute.type is str and isinstance(check, Like) and check.pattern == r"\S"


def _lists(model: type) -> dict[str, type]:
    """Return the fields of a model that hold a list of entries with ids, and their models."""
    found: dict[str, type] = {}
    for attribute in _fields(model):
        if get_origin(attribute.type) is tuple:
            inner = get_args(attribute.type)[0]
            if has(inner) and inner is not Source and "id" in {a.name for a in fields(inner)}:
                found[attribute.name] = inner
    return found


def _fields(model: type) -> tuple[Attribute[Any], ...]:
    resolve_types(model)
    known: tuple[Attribute[Any], ...] = fields(model)
    return known
