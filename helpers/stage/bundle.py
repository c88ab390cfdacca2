"""Several plain files as the one text that a widget may be, JavaScript or CSS."""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import [^;]*? from "\.{1,2}/[^"]+";\n', re.MULTILINE | re.DOTALL)
_NOTE = re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/\n", re.MULTILINE)
"""A comment that has its lines to itself."""
_LINE_NOTE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)

DOM = Path(__file__).with_name("dom.js")
"""Making elements, which every widget needs."""
THEME = Path(__file__).with_name("theme.css")
"""The colours that all of them share."""


def bundle(*paths: Path) -> str:
    """Return ES modules joined into one, in this order; the last one has the default export.

    The files are real modules that import each other by relative paths. Joined, they share one
    scope, so their imports of each other fall away; names at the top level must differ. Comments on
    lines of their own fall away too: every widget carries this text.

    Raises
    ------
    ValueError
        When there is not exactly one default export, and that in the last file.
    """
    texts = [path.read_text(encoding="utf-8") for path in paths]
    defaults = ["export default" in text for text in texts]
    if defaults != [False] * (len(texts) - 1) + [True]:
        names = ", ".join(path.name for path in paths)
        raise ValueError(f"Of {names}, the last one and no other must have an 'export default'.")
    parts = [_EXPORT.sub("", _IMPORT.sub("", text)) for text in texts]
    return _LINE_NOTE.sub("", _NOTE.sub("", "\n".join(parts)))


def styles(*paths: Path) -> str:
    """Return CSS files joined into one, in this order, without comments."""
    return _NOTE.sub("", "\n".join(path.read_text(encoding="utf-8") for path in paths))
