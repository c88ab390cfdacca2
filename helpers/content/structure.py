"""Turn a table read from TOML into its typed model, and say plainly what does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_args, get_origin

from attrs import has
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from .errors import ContentError, Problem
from .models.common import COMMON, OURS, Source

T = TypeVar("T")

MARKS = ("V", "V2", "T", "M", "D")
KINDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "text in quotes",
}


def structure(table: dict[str, Any], model: type[T], file: str) -> T:
    """Return ``table`` as ``model``.

    Raises
    ------
    ContentError
        Naming the file, the entry, the field, what was found and what is allowed.
    """
    try:
        return _CONVERTER.structure(table, model)
    except (ClassValidationError, IterableValidationError) as error:
        problems = tuple(
            Problem(file, _entry(table, path), _field(path), message)
            for path, message in _walk(error, ())
        )
        raise ContentError(problems) from None


def _strict(kind: type) -> Any:
    def hook(value: Any, _type: Any) -> Any:
        good = isinstance(value, kind) and not (kind is not bool and isinstance(value, bool))
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if not good:
            raise ValueError(f"found {_shown(value)}; allowed: {KINDS[kind]}")
        if kind is float and not abs(value) < 1e9:
            raise ValueError(f"found {value}; allowed: an ordinary number")
        return value

    return hook


def _source(value: Any, _type: Any) -> Source:
    if not isinstance(value, str) or value.count(":") != 1:
        raise ValueError(f'found {_shown(value)}; allowed: "REFERENCE:MARK", such as "R-ERNST03:V"')
    ref, mark = value.split(":")
    if mark not in MARKS:
        raise ValueError(f"found the mark {mark!r}; allowed: {', '.join(MARKS)}")
    if (ref == OURS) != (mark == "D") or (ref == COMMON and mark != "M"):
        raise ValueError(f"found {value!r}; allowed: D with {OURS}, M with {COMMON}, else V, V2, T, M")
    return Source(ref, mark)  # type: ignore[arg-type]


def _sequence(value: Any, wanted: Any) -> Any:
    if not isinstance(value, list | tuple):
        raise ValueError(f"found {_shown(value)}; allowed: a list in square brackets")
    kinds = get_args(wanted)
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(value) != len(kinds):
        raise ValueError(f"found {len(value)} values; allowed: exactly {len(kinds)}")
    result: list[Any] = []
    errors: list[Exception] = []
    for index, (item, kind) in enumerate(zip(value, kinds, strict=True)):
        try:
            result.append(_CONVERTER.structure(item, kind))
        except Exception as error:
            error.add_note(IterableValidationNote(f"at index {index}", index, kind))
            errors.append(error)
    if errors:
        raise IterableValidationError("in a list", errors, wanted)
    return tuple(result)


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


_CONVERTER = Converter(forbid_extra_keys=True)
for _kind in (bool, int, float, str):
    _CONVERTER.register_structure_hook(_kind, _strict(_kind))
_CONVERTER.register_structure_hook(Source, _source)
_CONVERTER.register_structure_hook_func(_is_tuple, _sequence)


def _walk(error: BaseException, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            yield from _walk(inner, path + _steps(inner))
    elif isinstance(error, ForbiddenExtraKeysError):
        extra = sorted(error.extra_fields)
        allowed = sorted(a.name for a in error.cl.__attrs_attrs__) if has(error.cl) else []
        yield (*path, extra[0]), f"found an unknown field; allowed: {', '.join(allowed)}"
    elif isinstance(error, KeyError):
        yield (*path, error.args[0]), "the field is missing; it is required"
    elif isinstance(error, TypeError | AttributeError):
        yield path, "found a single value; allowed: a table of named fields"
    else:
        yield path, str(error)


def _steps(error: BaseException) -> tuple[Any, ...]:
    steps: tuple[Any, ...] = ()
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            steps += (note.index,)
        elif isinstance(note, AttributeValidationNote):
            steps += (note.name,)
    return steps if not isinstance(error, KeyError) else ()


def _entry(table: dict[str, Any], path: tuple[Any, ...]) -> str:
    """Return the id of the entry that ``path`` leads into, or its number where it has none."""
    if len(path) < 2 or not isinstance(path[1], int):
        return ""
    kind, number = path[0], path[1]
    try:
        found = table[kind][number].get("id")
    except (AttributeError, LookupError, TypeError):
        found = None
    return str(found) if found else f"{kind} number {number + 1}"


def _field(path: tuple[Any, ...]) -> str:
    steps = path[2:] if len(path) >= 2 and isinstance(path[1], int) else path
    text = ""
    for step in steps:
        text += f"[{step + 1}]" if isinstance(step, int) else ("." if text else "") + str(step)
    return text
