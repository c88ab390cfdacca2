"""Importing the helpers beside importing the packages that they need."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from tests.benchmarks.timing import Row, in_turns

OURS = "from helpers import widgets"
"""What the first cell of each lesson does."""
NAMES = """import json, sys
before = set(sys.modules)
from helpers import widgets
names = [name for name in sys.modules if name not in before]
print(json.dumps([n for n in names if n.split(".")[0] not in {"helpers", "__mp_main__"}]))"""
THEIRS = """import importlib
for name in %s:
    try:
        importlib.import_module(name)
    except ImportError:  # a module that others make up as they go
        pass"""


def theirs() -> str:
    """Return code that imports all that the helpers import from elsewhere, and nothing else."""
    return THEIRS % json.loads(python(NAMES))


def rows() -> Iterator[Row]:
    """Measure, and return the rows of the table; every time is that of a whole new Python."""
    code = theirs()
    other, ours = in_turns([partial(python, code), partial(python, OURS)], 9)
    yield Row(
        "import of the helpers (`from helpers import widgets`)",
        "importing their third-party dependencies",
        ours / other,
        most=1.3,
        figures=f"{ours:.0f} ms, {other:.0f} ms",
    )


def python(code: str) -> str:
    """Run code in a new Python and return what it prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
