"""From asking for a notebook to its first widget, beside an empty notebook."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks import probes
from tests.benchmarks.timing import Row, taken
from tests.browser.chromium import launch, new_context
from tests.browser.lab import ROOT, Lab

TIMES = 5
WIDGET = ".jp-OutputArea-output .gh-card, .jp-OutputArea-output .gh-control, .gh-stage svg"
"""Any of our widgets, drawn."""
PATIENCE = 120_000
"""So long a page may take, ms, however busy the machine is."""
CELL = ".jp-NotebookPanel .jp-CodeCell .cm-content"


def rows() -> Iterator[Row]:
    """Measure, and return the rows of the table; the pages are opened in turns."""
    lessons = sorted((ROOT / "notebooks").glob("*.ipynb"))
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        probes.write(Path(folder), 0, 1, 1)
        folders = {name: ROOT / name for name in ("notebooks", "content")}
        browser = launch(playwright)
        with Lab({**folders, "probes": Path(folder)}) as lab:
            _opened(browser, lab, "probes/empty.ipynb", CELL)  # fills the caches of the server
            empty: list[float] = []
            found: dict[str, list[float]] = {lesson.stem: [] for lesson in lessons}
            for _ in range(TIMES):
                empty.append(_opened(browser, lab, "probes/empty.ipynb", CELL))
                for lesson in lessons:
                    path = f"notebooks/{lesson.name}"
                    found[lesson.stem].append(_opened(browser, lab, path, WIDGET))
        browser.close()
    bare = median(empty)
    for name, times in found.items():
        yield Row(
            f"trusted notebook `{name}` opened to first widget visible",
            "an empty notebook opened",
            median(times) / bare,
            most=1.5,
            figures=f"{median(times):.0f} ms, {bare:.0f} ms",
        )


def _opened(browser: Browser, lab: Lab, path: str, sign: str) -> float:
    """Return the ms from asking for the page until the sign of it shows."""
    lab.stop_kernels()
    context = new_context(browser)
    page = context.new_page()

    def opened() -> None:
        page.goto(f"{lab.url}lab/tree/{path}?reset&token={lab.token}", wait_until="commit")
        page.locator(sign).locator("visible=true").first.wait_for(timeout=PATIENCE)

    found = taken(opened, 1)[0]
    context.close()
    return found
