"""The session's file: read with care, written atomically, the last good copy kept."""

from __future__ import annotations

import errno
import os
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from .browser import UNKEPT, in_browser, stays
from .errors import NewerSessionError, SessionError
from .model import Session
from .saving import LONGEST

if TYPE_CHECKING:
    from filelock import FileLock

NAME = "good-hands-session.json"
SECONDS = 10.0
"""Longest wait for another notebook that is saving, s."""

PAUSE = 1.0
"""The last good copy is made anew at most so often, s: a held slider saves many times a second."""

FRESH = "Nothing is saved yet: these are the usual settings. Your choices go into the file {name}."
NEWER = (
    "Your saved session comes from a newer version of this course. It stays as it is, and what you "
    "change now is not saved; update the course to use it."
)
UNREADABLE = (
    "Your saved session cannot be opened ({why}), so these are the usual settings. The file stays "
    "as it is, and what you change now is not saved."
)
DAMAGED = "Your saved session was damaged, so {instead}. The damaged file is kept as {kept}."
LAST_GOOD = "the last good copy is used"
USUAL = "these are the usual settings"
UNSAVED = (
    "Your choices cannot be saved here ({why}). The lesson works, but close it only when you are "
    "done."
)

Stamp = tuple[int, int, int] | None
"""What tells that a file was written: time, size, inode. None: there is no file."""


@frozen
class Found:
    """What the file held: the session, one sentence where something is odd, whether to save."""

    session: Session
    notice: str = ""
    writable: bool = True
    rescued: bool = False
    """The file was damaged and is put aside."""


class SessionFile:
    """One file that holds one session; ``path`` is where. ``clock`` counts seconds."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.path = path
        self.last_good = path.with_suffix(".last-good.json")
        self._text: str | None = None
        self._lock: FileLock | None = None
        self._swept = False
        self._clock = clock
        self._copied = -PAUSE

    @property
    def locks(self) -> bool:
        """Whether :meth:`lock` keeps others out: in the browser nothing can."""
        return not in_browser()

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other notebooks from saving meanwhile; may be taken again by who holds it.

        Raises
        ------
        OSError
            When the folder takes no lock, or another notebook holds it for too long.
        """
        if not self.locks:
            yield
            return
        from filelock import FileLock

        self.path.parent.mkdir(parents=True, exist_ok=True)
        if self._lock is None:
            self._lock = FileLock(self.path.with_suffix(".lock"), timeout=SECONDS)
        try:
            with warnings.catch_warnings():
                # On a disk without locks filelock takes its second best, and warns.
                warnings.simplefilter("ignore")
                self._lock.acquire()
        except NotImplementedError:  # how filelock says that the disk has no locks
            raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK)) from None
        try:
            yield
        finally:
            self._lock.release()

    def stamp(self) -> Stamp:
        """Return what changes whenever the file is written."""
        try:
            status = self.path.stat()
        except OSError:
            return None
        return (status.st_mtime_ns, status.st_size, status.st_ino)

    def read(self) -> Found:
        """Return what the file holds; never raises, and never loses what it cannot read."""
        self._text = None
        if not stays(self.path.parent):
            return Found(Session(), UNKEPT, writable=False)
        try:
            data = _start(self.path)
            text = data.decode("utf-8")
            session = Session.from_json(text)
        except FileNotFoundError:
            return Found(Session(), FRESH.format(name=self.path.name))
        except NewerSessionError:
            return Found(Session(), NEWER, writable=False)
        except OSError as error:
            return Found(Session(), UNREADABLE.format(why=reason(error)), writable=False)
        except (SessionError, UnicodeDecodeError):
            return self._rescued(data)
        self._text = text
        return Found(session)

    def write(self, session: Session) -> None:
        """Save a session: first the last good copy, then the file, each in one step.

        Of the steps of a held slider, the copy keeps what stood before the first, and again each
        :data:`PAUSE`; the rest write one file, not two. A process that is killed at any moment
        leaves a whole file, the old one or the new one.

        Raises
        ------
        OSError
            When it cannot be written; what was there is still there.
        """
        text = session.to_json()
        if not self._swept:
            self._sweep()
        now = self._clock()
        if self._text not in (None, text) and now - self._copied >= PAUSE:
            _replace(self.last_good, self._text)
            self._copied = now
        _replace(self.path, text)
        self._text = text

    def _rescued(self, data: bytes) -> Found:
        """Put a damaged file, which begins with ``data``, aside and take the last good copy."""
        try:
            session = Session.from_json(_start(self.last_good).decode("utf-8"))
            instead = LAST_GOOD
        except (OSError, SessionError, UnicodeDecodeError):
            session, instead = Session(), USUAL
        try:
            with self.lock():
                if not self._is_still(data):
                    # Another notebook was faster: what stands there now is good again.
                    return self.read()
                kept = self._free()
                os.replace(self.path, kept)
        except OSError as error:
            return Found(session, UNREADABLE.format(why=reason(error)), writable=False)
        return Found(session, DAMAGED.format(instead=instead, kept=kept.name), rescued=True)

    def _is_still(self, data: bytes) -> bool:
        try:
            return _start(self.path) == data
        except FileNotFoundError:
            return False

    def _sweep(self) -> None:
        """Take away what processes left that were killed while they saved."""
        for left in self.path.parent.glob(f"{self.path.stem}.*.tmp"):
            with suppress(OSError):
                left.unlink()
        self._swept = True

    def _free(self) -> Path:
        numbers = ("", *(f"-{n}" for n in range(2, 1000)))
        names = (self.path.with_suffix(f".damaged{n}.json") for n in numbers)
        return next((name for name in names if not name.exists()), self.path.with_suffix(".old"))


def _start(path: Path) -> bytes:
    """Return a file's bytes, or so many that it is seen to be too long for a session."""
    with path.open("rb") as file:
        return file.read(4 * LONGEST + 4)


def _replace(path: Path, text: str) -> None:
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(text.encode("utf-8"))
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise


def reason(error: OSError) -> str:
    """Return why a file could not be used, in a few plain words without its path."""
    if isinstance(error, PermissionError):
        return "it is not allowed"
    return (error.strerror or "the folder is in use").lower()
