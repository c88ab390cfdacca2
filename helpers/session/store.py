"""The one session that all notebooks share: saved beside them, with undo, redo and reset."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

from .difference import Pieces, defaults, difference, with_pieces
from .errors import SessionError
from .file import NAME, UNSAVED, SessionFile, reason
from .model import Session
from .past import Done, Past
from .words import changes

VARIABLE = "GOOD_HANDS_SESSION"
"""Names the folder of the session's file, where that is not the notebooks' own."""

Watcher = Callable[[Session, Session], None]
Wish = Mapping[str, Any] | Callable[[Session], Mapping[str, Any]]


class Store:
    """The session of one file, kept up to date with what other notebooks save.

    ``session`` is the latest known one. ``notice`` is one sentence about the file, or "". Every
    planner has a name of its own, its ``owner``: undo, redo and reset take back what that planner
    changed and nothing else.
    """

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._file = SessionFile(path, clock)
        self._clock = clock
        self._pasts: dict[str, Past] = {}
        self._watchers: dict[str, Watcher] = {}
        self._stamp = self._file.stamp()
        found = self._file.read()
        self.session = found.session
        self.notice = found.notice
        self._writable = found.writable
        self._failed = False
        if self._stamp is not None:
            self._stamp = self._file.stamp()

    def __repr__(self) -> str:
        """Return a short constant name."""
        return "Store()"

    @property
    def trouble(self) -> str:
        """Why what is changed now is not saved, in one sentence; "" where it is saved."""
        return self.notice if self._failed or not self._writable else ""

    @property
    def path(self) -> Path:
        """Where the session is saved."""
        return self._file.path

    # --- changes ------------------------------------------------------------------------------

    def change(self, owner: str, wish: Wish | None = None, **fields: Any) -> Session:
        """Change fields of the session, save it, tell everybody, and return it.

        ``wish`` is a mapping of fields or a function that makes one of the latest session, as other
        notebooks may have saved meanwhile.

        Raises
        ------
        SessionError
            When the session cannot be like that; then nothing is changed.
        """

        def make(latest: Session) -> Session:
            wished = wish(latest) if callable(wish) else (wish or {})
            return latest.changed(**{**wished, **fields})

        before, after = self._change(owner, make)
        past = self._past(owner)
        if before and past.add(Done(before, after, self._clock())):
            past.said = changes(with_pieces(self.session, past.done[-1].before), self.session)
        return self.session

    def undo(self, owner: str) -> bool:
        """Take back the last change of a planner; returns whether there was one."""
        return self._step(owner, back=True)

    def redo(self, owner: str) -> bool:
        """Make the change again that was taken back last; returns whether there was one."""
        return self._step(owner, back=False)

    def reset(self, owner: str, fields: Iterable[str]) -> Session:
        """Give fields their usual values; "prepare.oil" names a piece of a field."""
        pieces = defaults(fields)

        def whole(latest: Session) -> Mapping[str, Any]:
            fresh = with_pieces(latest, pieces)
            return {path[0]: getattr(fresh, path[0]) for path in pieces}

        # A step of its own: no part of the slider's move before it, nor of the one after it.
        self._past(owner).settle()
        self.change(owner, whole)
        self._past(owner).settle()
        return self.session

    def can_undo(self, owner: str) -> bool:
        """Return whether a planner has a change to take back."""
        return bool(self._past(owner).done)

    def can_redo(self, owner: str) -> bool:
        """Return whether a planner has taken something back."""
        return bool(self._past(owner).undone)

    def said(self, owner: str) -> tuple[str, ...]:
        """Return what the planner's last change, undo, redo or reset did, in sentences."""
        return self._past(owner).said

    # --- other notebooks ----------------------------------------------------------------------

    def refresh(self) -> bool:
        """Take what another notebook has saved; returns whether anything changed."""
        old = self.session
        self._take()
        if self.session == old:
            return False
        self._tell(old)
        return True

    def observe(self, owner: str, watcher: Watcher) -> None:
        """Call ``watcher(old, new)`` after every change, from wherever it comes.

        A planner that is made anew takes the place of the one before it.
        """
        self._watchers[owner] = watcher

    # --- inside -------------------------------------------------------------------------------

    def _past(self, owner: str) -> Past:
        return self._pasts.setdefault(owner, Past())

    def _step(self, owner: str, *, back: bool) -> bool:
        past = self._past(owner)
        step = past.next(back=back)
        if step is None:
            return False
        pieces = step.before if back else step.after
        self._change(owner, lambda latest: with_pieces(latest, pieces))
        past.took(back=back)
        return True

    def _change(self, owner: str, make: Callable[[Session], Session]) -> tuple[Pieces, Pieces]:
        old = self.session
        with ExitStack() as held:
            locked = self._writable and self._locked(held)
            if locked:
                self._take()
            latest = self.session
            new = make(latest)
            self.session = new
            self._past(owner).said = changes(latest, new)
            try:
                # What is seen goes before what is saved: writing may take as long as drawing.
                if new != old:
                    self._tell(old)
            finally:
                if locked and self.session != latest:
                    self._meet(latest)
                    self._save(self.session)
        return difference(latest, new)

    def _locked(self, held: ExitStack) -> bool:
        try:
            held.enter_context(self._file.lock())
        except OSError as error:
            self._fail(error)
            return False
        return True

    def _take(self) -> None:
        stamp = self._file.stamp()
        if not self._writable or stamp is None or stamp == self._stamp:
            return
        found = self._file.read()
        self._stamp = self._file.stamp()
        self._writable, self.notice = found.writable, found.notice
        # Of a damaged file, what this notebook knows is the newest.
        if found.writable and not found.rescued:
            self.session = found.session

    def _meet(self, latest: Session) -> None:
        """Put what was changed since ``latest`` onto what another page has saved meanwhile.

        In the browser nothing keeps it from saving while this one draws.
        """
        if self._file.locks or self._file.stamp() in (None, self._stamp):
            return
        mine, old = difference(latest, self.session)[1], self.session
        self._take()
        try:
            self.session = with_pieces(self.session, mine)
        except SessionError:  # the two do not go together: the newest stays
            self.session = old
        if self.session != old:
            self._tell(old)

    def _save(self, session: Session) -> None:
        try:
            self._file.write(session)
        except OSError as error:
            self._fail(error)
            return
        self._stamp = self._file.stamp()
        self.notice = ""
        self._failed = False

    def _fail(self, error: OSError) -> None:
        self.notice, self._failed = UNSAVED.format(why=reason(error)), True

    def _tell(self, old: Session) -> None:
        for watcher in list(self._watchers.values()):
            watcher(old, self.session)


def folder() -> Path:
    """Return the folder of the session's file: beside the notebooks, or where the variable says."""
    named = os.environ.get(VARIABLE, "").strip()
    return Path(os.path.expanduser(named)) if named else Path.cwd()


def current() -> Store:
    """Return the session that this kernel shares with the other notebooks."""
    return _kept(folder() / NAME)


@cache
def _kept(path: Path) -> Store:
    return Store(path)
