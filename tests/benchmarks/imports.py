"""Importing what a lesson uses of the helpers beside importing the packages that this needs."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

import nbformat

from tests.benchmarks.timing import Row, in_turns
from tests.browser.lab import ROOT

USED = re.compile(r"\bwidgets\.(\w+)")
THEIR_NAMES = """import json, sys
before = set(sys.modules)
{ours}
names = [name for name in sys.modules if name not in before]
print(json.dumps([n for n in names if n.split(".")[0] not in {{"helpers", "__mp_main__"}}]))"""
THEIRS = """import importlib
for name in %s:
    try:
        importlib.import_module(name)
    except ImportError:  # a module that others make up as they go
        pass"""
TIMES = 7


def ours(lesson: str) -> str:
    """Return code that imports all that the cells of a lesson use."""
    book = nbformat.read(ROOT / "notebooks" / f"{lesson}.ipynb", as_version=4)
    cells = "\n".join(cell.source for cell in book.cells if cell.cell_type == "code")
    names = sorted(set(USED.findall(cells)))
    return f"from helpers.widgets import {', '.join(names)}"


def theirs(lesson: str) -> str:
    """Return code that imports all that this imports from elsewhere, and nothing else."""
    return THEIRS % json.loads(python(THEIR_NAMES.format(ours=ours(lesson))))


def rows() -> Iterator[Row]:
    """Measure, and return the row of the lesson that is worst; a time is that of a whole Python."""
    found = []
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        calls = [partial(python, code) for code in (theirs(path.stem), ours(path.stem))]
        other, own = in_turns(calls, TIMES)
        found.append((own / other, path.stem, own, other))
    (worst, lesson, own, other), (best, *_) = max(found), min(found)
    yield Row(
        f"import of the helpers, as far as a lesson uses them (the worst: `{lesson}`)",
        "importing their third-party dependencies",
        worst,
        most=1.3,
        figures=f"{own:.0f} ms, {other:.0f} ms; the best lesson {best:.2f}",
    )


def python(code: str) -> str:
    """Run code in a new Python and return what it prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
