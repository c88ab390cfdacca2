"""What the models say of themselves: the docstring of a class, and the one below each field."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from types import ModuleType


def about(cls: type) -> str:
    """Return the docstring of ``cls`` as one paragraph of Markdown."""
    return _line(inspect.getdoc(cls) or "")


def about_field(cls: type, name: str) -> str:
    """Return the docstring that stands below the field ``name`` of ``cls``, or nothing."""
    module = inspect.getmodule(cls)
    return _fields(module).get((cls.__name__, name), "") if module else ""


@cache
def _fields(module: ModuleType) -> dict[tuple[str, str], str]:
    """Read every field's docstring from the source: Python keeps none of them at run time."""
    found: dict[tuple[str, str], str] = {}
    for cls in ast.parse(inspect.getsource(module)).body:
        if isinstance(cls, ast.ClassDef):
            for field, after in zip(cls.body, cls.body[1:], strict=False):
                match field, after:
                    case (
                        ast.AnnAssign(target=ast.Name(id=name)),
                        ast.Expr(value=ast.Constant(value=str(text))),
                    ):
                        found[cls.name, name] = _line(text)
    return found


def _line(text: str) -> str:
    return " ".join(text.replace("``", "`").split())
