"""Long texts in the saved widgets are stored once, however many widgets hold them.

Every control carries its JavaScript and CSS, and every picture most of the lines of the others;
that alone would be more than a megabyte a lesson. The saved state therefore has one more widget. It
holds each distinct line once, deflated, and gives all others their texts back when the notebook is
opened (`restore.js`). Only the saved state is like this: widgets that a kernel makes have all.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

LONG = 200
"""A text with fewer letters stays where it is."""

KEEPER = "texts"
"""The id of the widget that holds the texts."""

EMPTY = "export default {}"
"""The JavaScript of a widget until it has its own back."""

RESTORE = Path(__file__).with_name("restore.js")
RESTORE_STYLE = Path(__file__).with_name("restore.css")

PACKED = re.compile(r'(?<="packed": ")[\w+/=]+(?="\n)')

# Cut after every line, and in a picture before every element and around a path.
PIECES = re.compile(r"(?<=\n)(?!$)|(?<!^)(?=<[a-z])|(?<= d=\")|(?=\" style)")


def share(state: dict[str, Any]) -> dict[str, Any]:
    """Return the state of the same widgets, with their long texts in one more widget."""
    texts: dict[str, int] = {}
    traits: dict[str, dict[str, int]] = {}
    shared = {}
    for model, entry in state.items():
        kept = dict(entry["state"])
        if entry["model_module"] == "anywidget":
            long = [name for name in sorted(kept) if _is_long(kept[name])]
            traits[model] = {name: texts.setdefault(kept.pop(name), len(texts)) for name in long}
            kept.setdefault("_esm", EMPTY)
        shared[model] = {**entry, "state": kept}
    if texts:
        version = next(e["model_module_version"] for m, e in state.items() if m in traits)
        shared[KEEPER] = _keeper(version, list(texts), traits)
    return shared


def restore(state: dict[str, Any]) -> dict[str, Any]:
    """Return what was given to `share`, by the same rule as `restore.js` in the browser."""
    whole = {model: entry for model, entry in state.items() if model != KEEPER}
    if KEEPER not in state:
        return whole
    keeper = unpacked(state[KEEPER]["state"]["packed"])
    texts = [_joined(keeper["lines"], ranges) for ranges in keeper["texts"]]
    for model, traits in keeper["traits"].items():
        full = {name: texts[number] for name, number in traits.items()}
        whole[model] = {**whole[model], "state": {**whole[model]["state"], **full}}
    return whole


def same(one: str, other: str) -> bool:
    """Say whether two texts of a notebook differ in nothing but how a part is deflated.

    Some builds of Python (those with zlib-ng) deflate the same text to other bytes.
    """
    return one == other or _opened(one) == _opened(other)


def _opened(text: str) -> tuple[str, Any]:
    packed = PACKED.search(text)
    try:
        return PACKED.sub("", text), unpacked(packed.group()) if packed else None
    except (ValueError, zlib.error):
        return text, None


def _is_long(value: Any) -> bool:
    return isinstance(value, str) and len(value) >= LONG


def _keeper(version: str, texts: list[str], traits: dict[str, dict[str, int]]) -> dict[str, Any]:
    lines: dict[str, int] = {}
    numbers = [[lines.setdefault(p, len(lines)) for p in PIECES.split(text)] for text in texts]
    kept = {
        "lines": list(lines),
        "texts": [_ranges(each) for each in numbers],
        "traits": {model: found for model, found in traits.items() if found},
    }
    return {
        "model_module": "anywidget",
        "model_module_version": version,
        "model_name": "AnyModel",
        "state": {
            "_anywidget_id": "good-hands.texts",
            "_css": RESTORE_STYLE.read_text(encoding="utf-8"),
            "_esm": RESTORE.read_text(encoding="utf-8"),
            "packed": _packed(kept),
        },
    }


def _packed(kept: dict[str, Any]) -> str:
    """Return what the widget keeps as deflated JSON in base64, in the same way each time."""
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    deflate = zlib.compressobj(9, zlib.DEFLATED, 15, 9)
    return base64.b64encode(deflate.compress(text.encode()) + deflate.flush()).decode("ascii")


def unpacked(packed: str) -> Any:
    """Return the lines, texts and traits that `share` has packed."""
    return json.loads(zlib.decompress(base64.b64decode(packed)))


def _ranges(numbers: list[int]) -> str:
    """Write numbers short: 3, 4, 5, 9 as "3-5 9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(f"{a}-{b}" if a < b else str(a) for a, b in runs)


def _joined(lines: list[str], ranges: str) -> str:
    spans = [span.split("-") for span in ranges.split()]
    return "".join("".join(lines[int(span[0]) : int(span[-1]) + 1]) for span in spans)
