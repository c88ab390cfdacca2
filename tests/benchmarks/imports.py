"""Importing the helpers beside importing the packages that they need."""

import json
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks.timing import Row, against, timed

OURS = "import helpers.widgets"
NAMES = """import json, sys
before = set(sys.modules)
import helpers.widgets
names = [name for name in sys.modules if name not in before]
print(json.dumps([n for n in names if n.split(".")[0] not in {"helpers", "__mp_main__"}]))"""
THEIRS = """import importlib, sys
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ImportError:  # a module that others make up as they go
        pass"""


def rows() -> Iterator[Row]:
    """Measure, and return the rows of the table; every time is that of a whole new Python."""
    names = json.loads(_python(NAMES))
    # In turns would be fairer still; medians of nine are steady enough to compare.
    bare = timed(lambda: _python("pass"), 9)
    theirs = timed(lambda: _python(THEIRS, *names), 9)
    ours = timed(lambda: _python(OURS), 9)
    yield Row("start Python and do nothing", bare)
    yield Row("import all that the helpers import from elsewhere", theirs)
    yield Row("import helpers.widgets", ours, against(ours, theirs, "those alone"))


def _python(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
