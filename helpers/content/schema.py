"""JSON Schemas of the content files, made from their models: editors complete and check by them.

``python -m helpers.content.schema`` writes ``content/schema/<file>.schema.json``; with ``--check``
it only compares. Each content file names its schema in its first line.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import NOTHING, Attribute, fields, has, resolve_types

from . import files
from .docstrings import about, about_field
from .listing import FILES
from .models.checks import AtLeast, Each, Like, OneOf, SimplePolygon, Within
from .models.common import SOURCE, Source

Schema = dict[str, Any]

PLAIN: Mapping[Any, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    Source: {"type": "string", "pattern": SOURCE, "description": about(Source)},
}

CHECKS: Mapping[type, Callable[[Any], Schema]] = {
    OneOf: lambda check: {"enum": list(check.allowed)},
    Within: lambda check: {"minimum": check.low, "maximum": check.high},
    Like: lambda check: {"pattern": check.pattern},
    AtLeast: lambda check: {"minItems": check.count},
    SimplePolygon: lambda _: {"minItems": 3},
}
"""What each validator says in a schema; ``Each`` says it of the values of a list."""


def schema(stem: str) -> Schema:
    """Return the schema of the content file ``stem``, such as ``"techniques"``."""
    parts: dict[str, Schema] = {}
    whole = _table(FILES[stem], parts)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{stem}.toml",
        **whole,
        "$defs": {name: parts[name] for name in sorted(parts)},
    }


def texts() -> dict[str, str]:
    """Return the text of every schema file by its name; the same models give the same text."""
    return {
        f"{stem}.schema.json": json.dumps(schema(stem), indent=2, ensure_ascii=False) + "\n"
        for stem in FILES
    }


def main(arguments: list[str] | None = None) -> int:
    """Write the schema files, or with ``--check`` say whether they are up to date."""
    parser = argparse.ArgumentParser(prog="python -m helpers.content.schema", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; 1 if they differ")
    folder = files.folder() / "schema"
    if parser.parse_args(arguments).check:
        return _check(folder)
    folder.mkdir(exist_ok=True)
    wanted = texts()
    for name in _names(folder) - wanted.keys():
        (folder / name).unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


def _check(folder: Path) -> int:
    wanted = texts()
    differing = sorted(
        name
        for name in wanted.keys() | _names(folder)
        if name not in wanted
        or not (folder / name).exists()
        or (folder / name).read_text(encoding="utf-8") != wanted[name]
    )
    if differing:
        print(
            f"content/schema does not match the models ({', '.join(differing)}); "
            "run 'make schema' and commit the result.",
            file=sys.stderr,
        )
    return 1 if differing else 0


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.schema.json")}


def _table(cls: type, parts: dict[str, Schema]) -> Schema:
    """Return the schema of one model; the models that it uses are put into ``parts``."""
    resolve_types(cls)
    known: tuple[Attribute[Any], ...] = fields(cls)
    return {
        "description": about(cls),
        "type": "object",
        "properties": {a.name: _field(cls, a, parts) for a in known},
        "required": [a.name for a in known if a.default is NOTHING],
        "additionalProperties": False,
    }


def _field(cls: type, attribute: Attribute[Any], parts: dict[str, Schema]) -> Schema:
    result = _kind(attribute.type, parts)
    check = attribute.validator
    if isinstance(check, Each):
        result["items"] |= CHECKS[type(check.check)](check.check)
    elif check is not None:
        result |= CHECKS[type(check)](check)
    if isinstance(attribute.default, bool | int | float | str) and attribute.default != "":
        result["default"] = attribute.default
    if text := about_field(cls, attribute.name):
        result["description"] = text
    return result


def _kind(kind: Any, parts: dict[str, Schema]) -> Schema:
    """Return the schema of a type as the models write it; TOML has no null, so None falls away."""
    if kind in PLAIN:
        return dict(PLAIN[kind])
    if has(kind):
        if kind.__name__ not in parts:
            parts[kind.__name__] = {}
            parts[kind.__name__] = _table(kind, parts)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    inner = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        (present,) = (one for one in inner if one is not NoneType)
        return _kind(present, parts)
    if get_origin(kind) is Mapping:
        return {"type": "object", "additionalProperties": _kind(inner[1], parts)}
    if inner[-1] is Ellipsis:
        return {"type": "array", "items": _kind(inner[0], parts)}
    count = {"minItems": len(inner), "maxItems": len(inner)}
    if len(set(inner)) == 1:
        return {"type": "array", "items": _kind(inner[0], parts), **count}
    return {"type": "array", "prefixItems": [_kind(one, parts) for one in inner], **count}


if __name__ == "__main__":
    sys.exit(main())
