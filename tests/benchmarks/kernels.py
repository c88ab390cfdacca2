"""Running each whole lesson beside starting a kernel, and the memory that the last one takes."""

import os
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from subprocess import DEVNULL
from tempfile import TemporaryDirectory
from time import perf_counter

import nbformat
import psutil
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager, start_new_kernel

from tests.benchmarks.imports import theirs
from tests.benchmarks.timing import Row
from tests.browser.lab import ROOT

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))
FULL = "06_full_session"
TIMES = 3


def rows() -> Iterator[Row]:
    """Measure, and return the rows of the table."""
    with TemporaryDirectory() as folder:
        # Nothing that somebody has chosen here changes what a lesson has to do.
        os.environ["GOOD_HANDS_SESSION"] = folder
        starts: list[float] = []
        runs: dict[str, list[float]] = {}
        memory: dict[str, list[float]] = {}
        alone = [theirs(FULL), "import gc; gc.collect()"]
        for _ in range(TIMES):
            memory.setdefault("imports", []).append(_ran(alone, starts)[1])
            for lesson in LESSONS:
                seconds, size = _ran(_cells(lesson), starts)
                runs.setdefault(lesson.stem, []).append(seconds)
                memory.setdefault(lesson.stem, []).append(size)
        del os.environ["GOOD_HANDS_SESSION"]
    bare = median(starts)
    for name, times in runs.items():
        yield Row(
            f"running the whole notebook `{name}`",
            "starting a bare kernel",
            median(times) / bare,
            most=4,
            figures=f"{median(times):.2f} s, {bare:.2f} s",
        )
    full, imports = median(memory[FULL]), median(memory["imports"])
    yield Row(
        f"kernel memory after running `{FULL}`",
        "the same imports alone",
        full / imports,
        most=1.35,
        figures=f"{full:.0f} MB, {imports:.0f} MB",
    )


def _cells(path: Path) -> list[str]:
    book = nbformat.read(path, as_version=4)
    return [cell.source for cell in book.cells if cell.cell_type == "code"]


def _ran(cells: list[str], starts: list[float]) -> tuple[float, float]:
    """Run cells in a new kernel; return the seconds that they took and the kernel's memory, MB."""
    began = perf_counter()
    manager, client = start_new_kernel(cwd=str(ROOT / "notebooks"), stderr=DEVNULL)
    starts.append(perf_counter() - began)
    try:
        began = perf_counter()
        for cell in cells:
            _run(client, cell)
        return perf_counter() - began, _memory(manager)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _run(client: BlockingKernelClient, code: str) -> None:
    answer = client.execute_interactive(code, timeout=120, output_hook=lambda _message: None)
    content = answer["content"]
    assert content["status"] == "ok", content


def _memory(manager: KernelManager) -> float:
    found: int = psutil.Process(manager.provisioner.pid).memory_info().rss
    return found / 1e6
