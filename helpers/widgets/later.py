"""Work that can wait until the learner's own moves are answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

QUIET = 0.3
"""So long nothing new may come in before the work begins, s: a hand on a slider goes first."""
PAUSE = 0.01
"""Between two pieces of work, s: what the browser sends meanwhile goes first."""


class Later:
    """A queue of work that is done piece by piece once the kernel has had a moment of rest.

    Where no event loop runs (in a plain program) the work is done at once.
    """

    def __init__(self, quiet: float = QUIET) -> None:
        self._quiet = quiet
        self._queue: dict[object, Callable[[], None]] = {}
        self._timer: asyncio.TimerHandle | None = None

    def do(self, owner: object, work: Callable[[], None]) -> None:
        """Queue the work of an owner; of one owner's work only the last is done."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            work()
            return
        self._queue[owner] = work
        if self._timer is not None:
            self._timer.cancel()
        self._timer = loop.call_later(self._quiet, self._next, loop)

    def _next(self, loop: asyncio.AbstractEventLoop) -> None:
        owner = next(iter(self._queue))
        work = self._queue.pop(owner)
        self._timer = loop.call_later(PAUSE, self._next, loop) if self._queue else None
        work()


later = Later()
"""The one queue of this kernel."""

ahead = Later(quiet=0.015)
"""What the learner will probably ask for next; it begins when the answer before it is sent."""
