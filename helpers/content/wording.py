"""How a problem in a content file is put: what was found, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from attrs import Attribute

from .models.checks import OneOf
from .models.common import Source

MOST = 12
"""So many allowed names are listed; a longer list ends with "and more"."""

EXAMPLES: dict[Any, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text in quotes",
}


def shown(value: Any) -> str:
    """Return ``value`` as the person who typed it would know it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'the text "{_short(value)}"' if value.strip() else "empty text"
    if isinstance(value, dict):
        return f"a table ({_short(', '.join(value)) or 'empty'})"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    if isinstance(value, int) and value.bit_length() > 99:
        return "a huge number"
    return _short(str(value))


def missing(attribute: Attribute[Any]) -> str:
    """Return what to say of a field that has to be there and is not."""
    return f"found nothing; add {attribute.name}: {_wanted(attribute)}"


def unknown(kind: str, name: str, allowed: Iterable[str]) -> str:
    """Return what to say of a name that nothing has, with the likeliest one that was meant."""
    names = list(allowed)
    near = get_close_matches(name, names, n=1)
    guess = f" (did you mean {near[0]}?)" if near else ""
    more = " and more" if len(names) > MOST and kind != "field" else ""
    listed = ", ".join(names if kind == "field" else names[:MOST])
    return f'found the unknown {kind} "{_short(name)}"{guess}; allowed: {listed or "none"}{more}'


def _wanted(attribute: Attribute[Any]) -> str:
    if isinstance(attribute.validator, OneOf):
        return f"one of {', '.join(attribute.validator.allowed)}"
    kind = attribute.type
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        if inner is Source:
            return 'a list such as ["R-ERNST03:V"], or ["OURS:D"] for our own choice'
        return "a list in [square brackets]"
    if get_origin(kind) is Mapping:
        return "a table such as { T02 = 3 }"
    return EXAMPLES.get(kind, "a table of named fields")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."
