"""A class on one Jupyter server: each learner has the full session open and moves a slider.

No browser is started: twenty of them would leave nothing of a small machine for the server. The
learners here ask for and read all that a page would.
"""

import asyncio
import os
import time
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

import psutil

from helpers.widgets.words import control
from tests.benchmarks import visits
from tests.benchmarks.learners import Learner, folders
from tests.benchmarks.timing import Row, late
from tests.browser.lab import ROOT, Lab

SIZES = (1, 5, 10, 20)
SECONDS = 10
"""So long everybody moves the slider, once a second."""
MINUTES = (18, 30)
"""The slider goes between these lengths of the massage, a minute at a time."""


class Taken(NamedTuple):
    """What a class of one size has taken."""

    pictures: list[float]
    """From each move to the first new picture, ms."""
    whole: list[float]
    """From each move until nothing more comes of it, ms."""
    asked: int
    """Moves that there would have been, had every answer come within a second."""
    ready: float
    """From opening to the end of the run, for the last learner, s."""
    start: float
    """Processor time of server and kernel for opening and running the lesson, s a learner."""
    move: float
    """Processor time of server and kernel for a move, ms."""
    share: float
    """Of all cores, while the sliders move: the part that server and kernels keep busy."""
    kernel: float
    """Memory of a learner's kernel, with its part of what several share, MB."""
    server: float
    """Memory of the server itself, MB."""


def rows() -> Iterator[Row]:
    """Measure, and return the rows of the table."""
    found = {size: asyncio.run(_class(size)) for size in SIZES}
    alone = found[1]
    for size, taken in found.items():
        yield Row(
            f"full session: slider to new picture, {_learners(size)} at once on one server",
            "one learner alone",
            median(taken.pictures) / median(alone.pictures),
            figures=f"{median(taken.pictures):.0f} ms (95th percentile {late(taken.pictures):.0f}; "
            f"until all views have followed {median(taken.whole):.0f}; {len(taken.whole)} of "
            f"{taken.asked} moves), {median(alone.pictures):.0f} ms",
        )
    for size, taken in found.items():
        yield Row(
            f"memory of a learner, {_learners(size)} at once",
            "the server itself",
            taken.kernel / taken.server,
            figures=f"{taken.kernel:.0f} MB, {taken.server:.0f} MB",
        )
    for size, taken in found.items():
        yield Row(
            f"processor time of a move, {_learners(size)} moving a slider each second",
            "one learner alone",
            taken.move / alone.move,
            figures=f"{taken.move:.0f} ms, {alone.move:.0f} ms; {100 * taken.share:.0f} % of "
            f"{os.cpu_count()} cores kept busy",
        )
    for size, taken in found.items():
        yield Row(
            f"full session opened and run, {_learners(size)} at once",
            "one learner alone",
            taken.ready / alone.ready,
            figures=f"{taken.ready:.1f} s, {alone.ready:.1f} s; {taken.start:.1f} s of processor "
            "time a learner",
        )
    yield from visits.rows()


def _learners(size: int) -> str:
    return "1 learner" if size == 1 else f"{size} learners"


async def _class(size: int) -> Taken:
    """Open the full session for so many learners at once, and let them move a slider."""
    label = control("minutes")["label"]
    with Lab({**folders(size, ROOT / "notebooks"), "content": ROOT / "content"}) as lab:
        class_ = [Learner(lab.url, lab.token, name, label) for name in folders(size, ROOT)]
        server = psutil.Process(lab.pid)
        before, began = _busy(server), time.perf_counter()
        await asyncio.gather(*(_ready(learner) for learner in class_))
        ready, start = time.perf_counter() - began, _busy(server) - before
        before, began = _busy(server), time.perf_counter()
        moves = await asyncio.gather(
            *(_play(learner, number / size) for number, learner in enumerate(class_))
        )
        took, busy = time.perf_counter() - began, _busy(server) - before
        kernels = [_memory(kernel) for kernel in server.children()]
        taken = Taken(
            pictures=[picture for one in moves for picture, _ in one],
            whole=[whole for one in moves for _, whole in one],
            asked=size * SECONDS,
            ready=ready,
            start=start / size,
            move=1000 * busy / sum(len(one) for one in moves),
            share=busy / took / (os.cpu_count() or 1),
            kernel=sum(kernels) / size,
            server=_memory(server),
        )
        for learner in class_:
            await learner.close()
        return taken


async def _ready(learner: Learner) -> None:
    await learner.open()
    await learner.run()


async def _play(learner: Learner, wait: float) -> list[tuple[float, float]]:
    """Move the slider once a second, or as soon as the answer to the last move is there."""
    least, most = MINUTES
    loop = asyncio.get_running_loop()
    begin = loop.time() + wait
    found = []
    for number in range(SECONDS):
        await asyncio.sleep(max(0.0, begin + number - loop.time()))
        if loop.time() - begin >= SECONDS:
            break
        found.append(await learner.move(least + number % (most - least)))
    return found


def _busy(server: psutil.Process) -> float:
    """Return the processor time that the server and its kernels have used so far, s."""
    times = [process.cpu_times() for process in (server, *server.children(recursive=True))]
    return sum(one.user + one.system for one in times)


def _memory(process: psutil.Process) -> float:
    """Return the memory of a process in MB; what several use counts for each in part."""
    found = process.memory_full_info()
    return float(getattr(found, "pss", 0) or found.uss) / 1e6
