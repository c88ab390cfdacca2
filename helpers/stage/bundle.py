"""Several small JavaScript files as the one text that a widget sends to the browser."""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[\w./-]+";\n', re.M)
_EXPORT = re.compile(r"^export (?!default)", re.M)


def bundle(*paths: Path) -> str:
    """Return the files joined in this order; the last one exports the widget as default.

    The files import each other by name, ``import { a } from "./b.js";``; in the joined text all
    names stand side by side, so no two files may declare the same one.
    """
    texts = [path.read_text("utf-8") for path in paths]
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)) for text in texts)
