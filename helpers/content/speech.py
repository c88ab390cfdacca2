"""Which language some words are in, so that a screen reader says them right.

A course in another language is a mixture: what is translated, and what stays English.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from . import files


def spoken(texts: Iterable[str]) -> str:
    """Return the learner's language if most of the letters are in translated words, else "".

    "" means that it is English, as all that has no other name.
    """
    language = files.language()
    if language == files.ENGLISH:
        return ""
    text = "\n".join(texts).casefold()
    whole = rest = _letters(text)
    for words in _translated(language):
        if words in text:
            text = text.replace(words, "\n")
            rest = _letters(text)
    return language if whole - rest > whole / 2 else ""


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


@cache
def _translated(language: str) -> tuple[str, ...]:
    """Return all translated words, the longest first: a short one may be part of it."""
    tables = (files.read(path) for path in (files.folder() / language).glob("*.toml"))
    found = {word.casefold() for table in tables for word in _words(table)}
    return tuple(sorted(found, key=_order))


def _order(words: str) -> tuple[int, str]:
    return (-len(words), words)


def _words(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for name, value in table.items():
            if name != "id":
                yield from _words(value)
    else:
        for one in table:
            yield from _words(one)
