"""What the saved widgets hold is stored once for all of them, and deflated.

Every control carries its JavaScript and CSS, and every picture most of the lines of the others;
that alone would be more than a megabyte a lesson. The saved state therefore has one more widget. It
holds each distinct line once, deflated, and gives all others their traits back when the notebook is
opened (`restore.js`). Only the saved state is like this: widgets that a kernel makes have all.

The lines are deflated in groups, cut where a line's own content says so: after a change most groups
are as before, and Git, which keeps every version, need not keep them again.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from pathlib import Path
from typing import Any

from tools.notebooks.models import REFERENCE

LONG = 200
"""A text with so many letters is stored by its lines."""

KEEPER = "texts"
"""The id of the widget that holds what the others get back."""

OPEN = re.compile("_anywidget_id|_view_.*|_esm")
"""Traits that a widget needs before it gets the others back."""

EMPTY = "export default {}"
"""The JavaScript of a widget until it has its own back."""

RESTORE = Path(__file__).with_name("restore.js")
RESTORE_STYLE = Path(__file__).with_name("restore.css")

PACKED = re.compile(r'(?<="packed": )\[[^]]*\]')

LEAST = 8000
"""A group of lines has at least so many letters."""

ENDS = 128
"""One line of so many may end a group."""

# Cut after every line, and in a picture before every element and around a path.
PIECES = re.compile(r"(?<=\n)(?!$)|(?<!^)(?=<[a-z])|(?<= d=\")|(?=\" style)")


def share(state: dict[str, Any]) -> dict[str, Any]:
    """Return the state of the same widgets, with what they hold in one more widget."""
    texts: dict[str, int] = {}
    keeper: dict[str, Any] = {"lines": {}, "texts": [], "long": {}, "short": {}}
    shared = {}
    for model, entry in state.items():
        shared[model] = entry
        if entry["model_module"] != "anywidget":
            continue
        kept: dict[str, Any] = {"_esm": EMPTY}
        long: dict[str, int] = {}
        short: dict[str, Any] = {}
        for name, value in sorted(entry["state"].items()):
            if isinstance(value, str) and len(value) >= LONG:
                long[name] = texts.setdefault(value, len(texts))
            elif OPEN.fullmatch(name) or REFERENCE in json.dumps(value):
                kept[name] = value
            else:
                short[name] = value
        keeper["long"][model], keeper["short"][model] = long, short
        shared[model] = {**entry, "state": kept}
    if keeper["long"]:
        lines = keeper["lines"]
        for text in texts:
            numbers = [lines.setdefault(piece, len(lines)) for piece in PIECES.split(text)]
            keeper["texts"].append(_ranges(numbers))
        version = state[min(keeper["long"])]["model_module_version"]
        shared[KEEPER] = _keeper(version, {**keeper, "lines": list(lines)})
    return shared


def restore(state: dict[str, Any]) -> dict[str, Any]:
    """Return what was given to `share`, by the same rule as `restore.js` in the browser."""
    whole = {model: entry for model, entry in state.items() if model != KEEPER}
    if KEEPER not in state:
        return whole
    keeper = unpacked(state[KEEPER]["state"]["packed"])
    texts = [_joined(keeper["lines"], ranges) for ranges in keeper["texts"]]
    for model, traits in keeper["long"].items():
        full = {name: texts[number] for name, number in traits.items()} | keeper["short"][model]
        whole[model] = {**whole[model], "state": {**whole[model]["state"], **full}}
    return whole


def same(one: str, other: str) -> bool:
    """Say whether two texts of a notebook differ in nothing but how a part is deflated.

    Some builds of Python (those with zlib-ng) deflate the same text to other bytes.
    """
    return one == other or _opened(one) == _opened(other)


def _opened(text: str) -> tuple[str, list[str]]:
    found = PACKED.search(text)
    try:
        return PACKED.sub("", text), _inflated(json.loads(found.group())) if found else []
    except (ValueError, TypeError, zlib.error):
        return text, []


def _keeper(version: str, kept: dict[str, Any]) -> dict[str, Any]:
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


def _packed(kept: dict[str, Any]) -> list[str]:
    """Return what the widget keeps: texts, then traits, then groups of lines, each deflated."""
    traits = {name: kept[name] for name in ("long", "short")}
    return [_deflated(part) for part in (kept["texts"], traits, *_groups(kept["lines"]))]


def unpacked(packed: list[str]) -> dict[str, Any]:
    """Return what `share` has packed."""
    texts, traits, *groups = map(json.loads, _inflated(packed))
    return {"lines": [line for group in groups for line in group], "texts": texts, **traits}


def _deflated(part: Any) -> str:
    """Return deflated JSON in base64, in the same way each time."""
    text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
    deflate = zlib.compressobj(9, zlib.DEFLATED, 15, 9)
    return base64.b64encode(deflate.compress(text.encode()) + deflate.flush()).decode("ascii")


def _inflated(packed: list[str]) -> list[str]:
    return [zlib.decompress(base64.b64decode(part)).decode() for part in packed]


def _groups(lines: list[str]) -> list[list[str]]:
    """Cut after lines that say so themselves, so that a change moves no cut but those beside it."""
    groups: list[list[str]] = [[]]
    size = 0
    for line in lines:
        if size >= LEAST and zlib.crc32(groups[-1][-1].encode()) % ENDS == 0:
            groups.append([])
            size = 0
        groups[-1].append(line)
        size += len(line)
    return groups


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
