"""A real JupyterLab for the browser tests: the server and what it shows."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.error import URLError
from urllib.request import Request, urlopen

import matplotlib
from playwright.sync_api import Page

from tests.browser.notebook import Notebook

ROOT = Path(__file__).resolve().parents[2]

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"), key=lambda path: path.name)
ALL = bool(os.environ.get("GOOD_HANDS_TEST_ALL"))
SOME = LESSONS if ALL else [LESSONS[2]]
"""All lessons in `make test-browser-all`, else the one with the most pictures."""


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Lab:
    """JupyterLab on a free port, with its own home, over a copy of the given folders.

    The server runs in the environment that `make setup` made, so its settings are those of
    `make lab`. `folders` maps a name in the copy to a folder to copy; left out, it is the
    project's `notebooks` and `content`. Notebooks are trusted, as `make lab` does.
    """

    app: tuple[str, ...] = ("lab", "--LabApp.expose_app_in_browser=True")
    """What `jupyter` starts, and how it shows its state to a test."""
    page = "lab/tree"
    """Where it shows a notebook."""

    def __init__(
        self, folders: dict[str, Path] | None = None, *, python: str = sys.executable
    ) -> None:
        if folders is None:
            folders = {name: ROOT / name for name in ("notebooks", "content")}
        self._temp = tempfile.TemporaryDirectory(prefix="good-hands-lab-")
        temp = Path(self._temp.name)
        self.root = temp / "work"
        self.home = temp / "home"
        self.home.mkdir()
        for name, folder in folders.items():
            self._copy(name, folder)
        self.token = secrets.token_hex(16)
        self.python = [python]
        self._log = temp / "server.log"
        self._env = self._environment()
        if notebooks := sorted(self.root.rglob("*.ipynb")):
            self.trust(*notebooks)
        self._process = self._start()

    def _environment(self) -> dict[str, str]:
        # The home and everything kept in it are new, except matplotlib's list of fonts.
        keep = {
            k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "XDG_", "GOOD_"))
        }
        return keep | {
            "HOME": str(self.home),
            "IPYTHONDIR": str(self.home / ".ipython"),
            "JUPYTER_PREFER_ENV_PATH": "1",
            "MPLCONFIGDIR": matplotlib.get_configdir(),
            # Without Node, as most learners are: JupyterLab asks it at each start how to build.
            "PATH": str(Path(self.python[-1]).parent),
        }

    def _copy(self, name: str, folder: Path) -> None:
        ignore = shutil.ignore_patterns(".ipynb_checkpoints", "good-hands-session*")
        shutil.copytree(folder, self.root / name, ignore=ignore)

    def add(self, name: str, folder: Path, *, trust: bool = True) -> None:
        """Copy another folder to the place `name`, and trust its notebooks."""
        self._copy(name, folder)
        if trust:
            self.trust(*(self.root / name).rglob("*.ipynb"))

    def trust(self, *notebooks: Path) -> None:
        """Sign notebooks in the copy, as `jupyter trust` does."""
        command = [*self.python, "-m", "nbformat.sign", *map(str, notebooks)]
        subprocess.run(command, env=self._env, check=True, capture_output=True)

    def _start(self) -> subprocess.Popen[str]:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}/"
        command = [
            *(*self.python, "-m", "jupyter", *self.app, "--no-browser", "--allow-root"),
            *("--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}"),
            "--ServerApp.port_retries=0",
            f"--ServerApp.root_dir={self.root}",
            f"--IdentityProvider.token={self.token}",
        ]
        with self._log.open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=self.root,
                env=self._env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 60
        pause = threading.Event()
        while process.poll() is None and time.monotonic() < deadline:
            try:
                with urlopen(f"{self.url}api/status?token={self.token}", timeout=30) as answer:
                    if answer.status == 200:
                        return process
            except URLError:  # not listening yet
                pause.wait(0.05)
        process.kill()
        process.wait()
        raise RuntimeError(f"The server did not start:\n{self.log()}")

    @property
    def pid(self) -> int:
        """The number of the server's process; its kernels are the children of it."""
        return self._process.pid

    def log(self) -> str:
        """Return what the server has written so far."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def open(
        self, page: Page, path: str, *, fresh: bool = True, keep: bool = False, query: str = ""
    ) -> Notebook:
        """Open the notebook at `path`, relative to the copy, and wait until its kernel is idle.

        When `fresh`, kernels that earlier tests left are stopped first: their widgets would come
        back into a page that has not made them yet. What a learner has chosen before is forgotten
        then, unless it is to `keep`. `query` is put into the address, as a link may do.
        """
        if fresh:
            self.stop_kernels()
            if not keep:
                self.forget()
        return Notebook(page, self, path, fresh=fresh, query=query)

    def forget(self) -> None:
        """Forget what a learner has chosen; no kernel may be running."""
        for file in self.root.rglob("good-hands-session*"):
            file.unlink()

    def stop_kernels(self) -> None:
        """Stop all kernels that are running."""

        def ask(method: str, way: str) -> bytes:
            headers = {"Authorization": f"token {self.token}"}
            with urlopen(Request(f"{self.url}api/{way}", method=method, headers=headers)) as answer:
                found: bytes = answer.read()
                return found

        for session in json.loads(ask("GET", "sessions")):
            ask("DELETE", f"sessions/{session['id']}")

    def close(self) -> None:
        """Stop the server and its kernels, and remove the copy."""
        self._process.terminate()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._temp.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
