"""Measure how fast things are here: python -m tests.benchmarks [part ...].

All parts together are printed and written to docs/speed.md; a part by its name is printed alone.
Nothing here passes or fails: the table says what was reached.
"""

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import psutil

from tests.benchmarks import classes, imports, kernels, latency, model, opening, player
from tests.benchmarks.timing import MISSED, Row
from tests.browser.lab import ROOT

PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "latency": latency.rows,
    "imports": imports.rows,
    "model": model.rows,
    "kernels": kernels.rows,
    "opening": opening.rows,
    "player": player.rows,
    "classes": classes.rows,
}
PAGE = ROOT / "docs" / "speed.md"
HEAD = """# How fast it is

Made by `make bench` on {day}, on a machine with {cores} cores and {memory} GiB of memory. Every
figure is a ratio of two times (or sizes) measured in the same run, so it means the same on another
machine. Both stand in the last column, in this order; they are medians unless said otherwise.
“Reached” says whether the ratio is what we set ourselves; where nothing was set, it is empty.

"""
COLUMNS = "| what | against | reach | ratio | reached | figures |\n|---|---|---|---|---|---|\n"
NOTES = """
- *Slider to new picture*: from the key going down to the animation frame on which the picture is
  another one, in the page of the whole techniques lesson, in JupyterLab as `make lab` starts it.
  `interact` and the trait that is given back stand in notebooks of their own, on the same server.
- *Further from the server*: all that goes between page and server takes 100 ms more for the way
  there and back. What reacts in the browser does not feel it; what the kernel draws does.
- *The first in a kernel*: all that was worked out before is forgotten, but for what is read from
  `content/` and the outlines of the body. *Again*: a plan for another number of minutes, and the
  same diagram drawn once more.
- *Running the whole notebook*: all its cells, in a kernel that has just started.
- *Opened*: from asking for the page to the first of our widgets in sight, before anything has run;
  for the empty notebook, to its first cell.
- *Player*: ten seconds of a massage of 20 minutes on the page of its own, drawn without a graphics
  card; then 40 presses of a key, until what is written or drawn has changed.
"""


def main(names: list[str]) -> int:
    """Print the rows of the parts that are named; of all, print them and write the page."""
    if unknown := sorted(set(names) - PARTS.keys()):
        print(f"There is no part {unknown[0]!r}; there are {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    print(COLUMNS, end="")
    lines, missed = [], []
    failed = False
    for name in names or PARTS:
        try:
            for row in PARTS[name]():
                lines.append(_line(row))
                missed += [row] if row.verdict == MISSED else []
                print(lines[-1], end="", flush=True)
        except Exception:  # whatever stops one part must not cost the others
            failed = True
            traceback.print_exc()
            lines.append(f"| {name}: could not be measured to its end | | | | {MISSED} | |\n")
            print(lines[-1], end="", flush=True)
    print(_summary(missed))
    if not names:
        PAGE.write_text(_head() + COLUMNS + "".join(lines) + NOTES, encoding="utf-8")
    return int(failed)


def _summary(missed: list[Row]) -> str:
    if not missed:
        return "\nAll that was set is reached."
    rows = "\n".join(f"  {r.what}: {r.ratio:.2f} instead of {r.reach}" for r in missed)
    return f"\nNot reached:\n{rows}"


def _line(row: Row) -> str:
    cells = (row.what, row.against, row.reach, f"{row.ratio:.2f}", row.verdict, row.figures)
    return f"| {' | '.join(cells)} |\n"


def _head() -> str:
    day = datetime.now(UTC).date().isoformat()
    memory = psutil.virtual_memory().total / 2**30
    return HEAD.format(day=day, cores=os.cpu_count(), memory=round(memory))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
