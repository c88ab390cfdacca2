"""Turn a table read from TOML into its typed model, and say plainly what does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

from attrs import NOTHING, Attribute, fields, has, resolve_types
from cattrs import Converter, IterableValidationError, IterableValidationNote

from .errors import ContentError, Problem
from .models.common import SOURCE, Source
from .wording import missing, shown, unknown

T = TypeVar("T")
Path = tuple[str | int, ...]
"""The way into a file: names of fields and, counted from 0, numbers in lists."""

PLAIN = {
    bool: "true or false, without quotes",
    int: "a whole number, without quotes",
    float: "a number, without quotes",
    str: "text in quotes",
}
LARGEST = 1e9
MISFITS = (ValueError, IterableValidationError)
"""What a check raises, and several of them together."""


def structure(table: dict[str, Any], model: type[T], file: str) -> T:
    """Return ``table`` as ``model``.

    Raises
    ------
    ContentError
        Naming the file, the entry, the field, what was found and what is allowed.
    """
    try:
        return _CONVERTER.structure(table, model)
    except MISFITS as error:
        problems = tuple(
            Problem(file, _entry(table, path), _field(path), message)
            for path, message in _walk(error, ())
        )
        raise ContentError(problems) from None


# Single values: what TOML calls a number or text is taken as that and as nothing else.


def _strict(kind: type) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _type: Any) -> Any:
        whole = isinstance(value, int) and not isinstance(value, bool)
        good = whole if kind is int else isinstance(value, kind) or (kind is float and whole)
        if not good:
            raise ValueError(f"found {shown(value)}; allowed: {PLAIN[kind]}")
        if kind in (int, float) and not abs(value) < LARGEST:
            raise ValueError(f"found {shown(value)}; allowed: an ordinary number")
        return float(value) if kind is float else value

    return hook


def _source(value: Any, _type: Any) -> Source:
    if not isinstance(value, str) or not re.fullmatch(SOURCE, value):
        raise ValueError(
            f'found {shown(value)}; allowed: "REFERENCE:MARK" such as "R-ERNST03:V" with the mark '
            'V, V2, T or M, "OURS:D" for our own choice, "COMMON:M" for common knowledge'
        )
    ref, mark = value.split(":")
    return Source(ref, mark)  # type: ignore[arg-type]


# Lists and tables.


def _sequence(value: Any, wanted: Any) -> tuple[Any, ...]:
    kinds = get_args(wanted)
    if not isinstance(value, (list, tuple)):
        tables = has(kinds[0]) and kinds[0] is not Source
        hint = "with [[two brackets]]" if tables else "in [square brackets]"
        raise ValueError(f"found {shown(value)}; allowed: a list, {hint}")
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(value) != len(kinds):
        raise ValueError(f"found {len(value)} values; allowed: exactly {len(kinds)}")
    return tuple(_parts(zip(range(len(value)), value, kinds, strict=True), wanted))


def _mapping(value: Any, wanted: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"found {shown(value)}; allowed: a table such as {{ T02 = 3 }}")
    kind = get_args(wanted)[1]
    parts = _parts(((name, item, kind) for name, item in value.items()), wanted)
    return dict(zip(value, parts, strict=True))


def _parts(parts: Iterable[tuple[str | int, Any, Any]], wanted: Any) -> list[Any]:
    """Structure each (place, value, type) and complain of all that do not fit at once."""
    result: list[Any] = []
    errors: list[Exception] = []
    for place, item, kind in parts:
        try:
            result.append(_CONVERTER.structure(item, kind))
        except MISFITS as error:
            errors.append(_at(place, error))
    if errors:
        raise IterableValidationError("in a list", errors, wanted)
    return result


def _model(cls: type, _converter: Converter) -> Callable[[Any, Any], Any]:
    """Structure one attrs class; every field is checked, so that all problems are told at once."""
    resolve_types(cls)
    known: dict[str, Attribute[Any]] = {attribute.name: attribute for attribute in fields(cls)}

    def hook(value: Any, _type: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"found {shown(value)}; allowed: a table with {', '.join(known)}")
        result: dict[str, Any] = {}
        errors: list[Exception] = []
        for name, attribute in known.items():
            try:
                if name in value:
                    result[name] = _value(value[name], attribute)
                elif attribute.default is NOTHING:
                    raise ValueError(missing(attribute))
            except MISFITS as error:
                errors.append(_at(name, error))
        for name in value:
            if name not in known:
                errors.append(_at(name, ValueError(unknown("field", name, known))))
        if errors:
            raise IterableValidationError("in a table", errors, cls)
        return cls(**result)

    return hook


def _value(value: Any, attribute: Attribute[Any]) -> Any:
    kind: Any = attribute.type
    result = _CONVERTER.structure(value, kind)
    if attribute.validator:
        attribute.validator(None, attribute, result)
    return result


def _at(place: str | int, error: Exception) -> Exception:
    """Note on ``error`` where it arose."""
    error.add_note(IterableValidationNote(f"at {place}", place, None))
    return error


def _is(origin: Any) -> Callable[[Any], bool]:
    return lambda kind: get_origin(kind) is origin


_CONVERTER = Converter()
for _kind in PLAIN:
    _CONVERTER.register_structure_hook(_kind, _strict(_kind))
_CONVERTER.register_structure_hook(Source, _source)
_CONVERTER.register_structure_hook_factory(lambda t: has(t) and t is not Source, _model)
_CONVERTER.register_structure_hook_func(_is(tuple), _sequence)
_CONVERTER.register_structure_hook_func(_is(Mapping), _mapping)


# From the tree of errors to sentences.


def _walk(error: Exception, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every problem in the tree, with the way to it."""
    if isinstance(error, IterableValidationError):
        for inner in error.exceptions:
            notes = [n for n in inner.__notes__ if isinstance(n, IterableValidationNote)]
            yield from _walk(inner, path + tuple(note.index for note in notes))
    else:
        yield path, str(error)


def _entry(table: dict[str, Any], path: Path) -> str:
    """Return the id of the entry that ``path`` leads into, or its number where it has none."""
    if len(path) < 2 or not isinstance(path[1], int):
        return ""
    entry = table[str(path[0])][path[1]]
    name = entry.get("id") if isinstance(entry, dict) else None
    return name if isinstance(name, str) and name.strip() else f"{path[0]} number {path[1] + 1}"


def _field(path: Path) -> str:
    text = ""
    for step in path[2:] if len(path) >= 2 and isinstance(path[1], int) else path:
        text += f"[{step + 1}]" if isinstance(step, int) else ("." if text else "") + step
    return text
