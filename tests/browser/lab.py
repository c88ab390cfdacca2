"""A real JupyterLab for the browser tests, and what a person does in it.

`Lab` is the server, `Notebook` one notebook open in a page of Chromium.
"""

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
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import Request, urlopen
from weakref import WeakSet

import matplotlib
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parents[2]

LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"), key=lambda path: path.name)
ALL = bool(os.environ.get("GOOD_HANDS_TEST_ALL"))
SOME = LESSONS if ALL else [LESSONS[2]]
"""All lessons in `make test-browser-all`, else the one with the most pictures."""

START_BUTTON = 'button[data-commandlinker-command="notebook:run-all-cells"]'

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FILES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NO_CHROMIUM = (
    "The browser tests need Chromium or Chrome, and there is none here; install your system's "
    "package (on Debian: apt install chromium), or run: .venv/bin/playwright install chromium."
)


class NoChromiumError(RuntimeError):
    """There is no browser to test with."""


def find_chromium(playwright: Playwright) -> str:
    """Return the path of the system's Chromium or Chrome, else of Playwright's own."""
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    for file in (*CHROMIUM_FILES, playwright.chromium.executable_path):
        if Path(file).exists():
            return file
    raise NoChromiumError(NO_CHROMIUM)


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Start Chromium without a window; `flags` are more of Chromium's own."""
    return playwright.chromium.launch(
        executable_path=find_chromium(playwright), args=[*CHROMIUM_FLAGS, *flags]
    )


def chromium(*flags: str) -> Iterator[Browser]:
    """Yield the system's Chromium, as a fixture does; end all tests where there is none."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright, *flags)
        except NoChromiumError as error:
            pytest.exit(str(error), returncode=1)
        yield browser
        browser.close()


def new_context(
    browser: Browser, *, width: int = 1280, height: int = 900, reduced_motion: bool = True
) -> BrowserContext:
    """Return a fresh browser profile with a fixed window size."""
    return browser.new_context(
        viewport={"width": width, "height": height},
        reduced_motion="reduce" if reduced_motion else "no-preference",
        locale="en-GB",
        timezone_id="UTC",
    )


def new_page(
    browser: Browser, *, width: int = 1280, height: int = 900, reduced_motion: bool = True
) -> Page:
    """Return a page of a profile that keeps what it has loaded, as a learner's browser does.

    JupyterLab opens twice as fast then. What pages remember of a learner is forgotten, unless
    another page is still open.
    """
    warm = kept_context(browser, _WARM)
    alone = len(warm.pages) == 1
    page = warm.new_page()
    if alone:
        forget(page)
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce" if reduced_motion else "no-preference")
    return page


def kept_context(browser: Browser, kept: WeakSet[BrowserContext]) -> BrowserContext:
    """Return the profile of `browser` that is in `kept`; if there is none, one more that is.

    An empty page stays open in it: a profile's first page takes Chromium ten times longer.
    """
    found = next((one for one in browser.contexts if one in kept), None)
    if found is None:
        found = new_context(browser)
        found.new_page()
        kept.add(found)
    return found


def forget(page: Page) -> None:
    """Forget what the pages of a profile remember of a learner."""
    page.context.clear_cookies()
    tools = page.context.new_cdp_session(page)
    kinds = "local_storage,indexeddb,websql,service_workers"
    tools.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": kinds})
    tools.detach()


_WARM: WeakSet[BrowserContext] = WeakSet()


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
            "PATH": str(Path(sys.executable).parent),
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
    ) -> "Notebook":
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


# JavaScript that reads JupyterLab's own state; `window.jupyterapp` is its application object.
PANEL = "window.jupyterapp.shell.currentWidget"
IS_IDLE = f"""() => {{
    const panel = window.jupyterapp && {PANEL};
    return !!panel && !!panel.sessionContext && panel.sessionContext.isReady
        && panel.context.isReady
        && panel.sessionContext.session.kernel?.status === 'idle';
}}"""
WATCH_RUN = f"""() => {{
    const panel = {PANEL};
    const codes = panel.content.widgets.filter(
        cell => cell.model.type === 'code' && cell.model.sharedModel.source.trim() !== '');
    const run = window.goodHandsRun = {{ cells: codes.length, replies: 0, ends: 0, errors: [] }};
    panel.sessionContext.iopubMessage.connect((_, message) => {{
        if (message.header.msg_type === 'error')
            run.errors.push(message.content.ename + ': ' + message.content.evalue);
        // Comes after all outputs of its cell; the reply itself may overtake them.
        if (message.header.msg_type === 'status' && message.content.execution_state === 'idle'
            && message.parent_header.msg_type === 'execute_request') run.ends += 1;
    }});
    panel.sessionContext.session.kernel.anyMessage.connect((_, {{ msg, direction }}) => {{
        if (direction === 'recv' && msg.header.msg_type === 'execute_reply') run.replies += 1;
    }});
}}"""
RUN_IS_OVER = f"""() => {{
    const run = window.goodHandsRun, kernel = {PANEL}.sessionContext.session.kernel;
    const over = Math.min(run.replies, run.ends) >= run.cells;
    return (over || run.errors.length > 0) && kernel.status === 'idle';
}}"""
IS_DRAWN = """async () => {
    await document.fonts.ready;
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    return ![...document.querySelectorAll('.jp-OutputArea-output')]
        .some(output => output.textContent.includes('Loading widget...'));
}"""

# A widget comes empty at first, and gets what the notebook keeps for it a moment later.
IS_ALIVE = """() => {
    const outputs = [...document.querySelectorAll('.jp-OutputArea-output')];
    const empty = '.jupyter-widgets:not(.widget-container):empty';
    return outputs.length > 0 && outputs.every(output => !output.querySelector(empty)
        && (output.querySelector('.jupyter-widgets')
            || output.textContent.replace('Loading widget...', '').trim()));
}"""

# Widgets talk to a part of the kernel of their own, so their messages are counted.
HEAR = f"""() => {{
    const {{ kernel }} = {PANEL}.sessionContext.session;
    if (window.goodHandsHeard?.kernel === kernel) return;
    const heard = window.goodHandsHeard = {{ kernel, open: new Set() }};
    kernel.anyMessage.connect((_, {{ msg, direction }}) => {{
        const {{ header, parent_header: parent, content }} = msg;
        if (direction === 'send' && header.msg_type === 'comm_msg') heard.open.add(header.msg_id);
        if (header.msg_type === 'status' && content.execution_state === 'idle')
            heard.open.delete(parent.msg_id);
    }});
}}"""
# What waits until the learner's own moves are answered is done as well.
AT_REST = """
import asyncio as _asyncio
from helpers.widgets.later import ahead as _ahead, later as _later
while _ahead._queue or _later._queue:
    await _asyncio.sleep(0.01)
"""


class Notebook:
    """One notebook, open in JupyterLab.

    `errors` collects what went wrong in the browser: errors in the console, uncaught exceptions,
    failed requests and answers of 400 or above.
    """

    def __init__(
        self, page: Page, lab: Lab, path: str, *, fresh: bool = True, query: str = ""
    ) -> None:
        assert (lab.root / path).is_file(), f"there is no notebook {path}"
        self.page = page
        self.lab = lab
        self.path = path
        self.errors: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(f"exception: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)
        more = ("reset&" if fresh else "") + (f"{query}&" if query else "")
        page.goto(f"{lab.url}{lab.page}/{quote(path)}?{more}token={lab.token}")
        self.wait_idle()
        self.settle()

    def _console(self, message: Any) -> None:
        # A failed request is told of twice; `_answered` says which address it was.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.errors.append(f"console: {message.text}")

    def _failed(self, request: Any) -> None:
        # A page that is left cancels its open requests, which is no fault.
        if request.failure != "net::ERR_ABORTED":
            self.errors.append(f"request: {request.method} {request.url} {request.failure}")

    def _answered(self, response: Any) -> None:
        if response.status >= 400:
            self.errors.append(f"answer: {response.status} {response.url}")

    def wait_idle(self) -> None:
        """Wait until the notebook is loaded and its kernel is ready and has nothing to do."""
        self.page.wait_for_function(IS_IDLE, timeout=60_000)

    def answered(self) -> None:
        """Wait until the kernel has done what was asked since the call before, and it is shown."""
        self.page.evaluate(HEAR)
        self.page.wait_for_function("window.goodHandsHeard.open.size === 0", timeout=60_000)
        self.page.evaluate(f"""async code => {{
            const {{ kernel }} = {PANEL}.sessionContext.session;
            await kernel.requestExecute({{ code, silent: true, store_history: false }}).done;
        }}""", AT_REST)  # fmt: skip
        self.settle()

    def settle(self) -> None:
        """Wait until the fonts are there and every widget is drawn."""
        self.page.wait_for_function(IS_DRAWN, timeout=30_000)

    def alive(self) -> None:
        """Wait until every output shows something, as it does before anything has run."""
        self.page.wait_for_function(IS_ALIVE, timeout=30_000)
        self.settle()

    def trusted(self) -> bool:
        """Say whether JupyterLab trusts every code cell, so that saved widgets show."""
        script = f"""() => [...{PANEL}.content.model.cells].filter(c => c.type === 'code')
            .every(c => c.trusted)"""
        return bool(self.page.evaluate(script))

    def start(self, *, timeout: float = 120) -> None:
        """Press "Start this lesson" and wait until every code cell has run.

        Raises
        ------
        AssertionError
            When a cell fails.
        """
        self.page.evaluate(WATCH_RUN)
        self.page.locator(START_BUTTON).first.click()
        self.wait_run(timeout=timeout)

    def start_by_keys(self, *, timeout: float = 120) -> None:
        """Do what `start` does by Tab and Enter alone, as the lesson opens.

        Raises
        ------
        AssertionError
            When Tab does not come to the button, or a cell fails.
        """
        self.page.evaluate(WATCH_RUN)
        reached = f"document.activeElement.matches({START_BUTTON!r})"
        for _ in range(10):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(reached):
                break
        assert self.page.evaluate(reached), "Tab does not come to the button that starts"
        self.page.keyboard.press("Enter")
        self.wait_run(timeout=timeout)

    def run_all(self, *, timeout: float = 120) -> None:
        """Run every cell by JupyterLab's own command, and wait for the end."""
        self.page.evaluate(WATCH_RUN)
        self.command("notebook:run-all-cells")
        self.wait_run(timeout=timeout)

    def wait_run(self, *, timeout: float) -> None:
        """Wait for the end of the run that was begun last."""
        self.page.wait_for_function(RUN_IS_OVER, timeout=timeout * 1000)
        errors = self.page.evaluate("window.goodHandsRun.errors")
        assert not errors, f"{self.path}: {errors}"
        self.settle()

    def restart(self) -> None:
        """Give the notebook a new kernel, as "Restart Kernel" does once it is confirmed."""
        # JupyterLab complains where it waits for an answer of the old one.
        self.answered()
        self.page.evaluate(f"() => {PANEL}.sessionContext.restartKernel()")
        self.wait_idle()

    def command(self, name: str, arguments: dict[str, Any] | None = None) -> None:
        """Carry out one of JupyterLab's commands."""
        self.page.evaluate(
            "([name, args]) => { window.jupyterapp.commands.execute(name, args); }",
            [name, arguments or {}],
        )

    def theme(self, kind: str) -> None:
        """Switch JupyterLab's theme to 'light' or 'dark', and wait until it is there."""
        self.command("apputils:change-theme", {"theme": f"JupyterLab {kind.title()}"})
        light = "true" if kind == "light" else "false"
        self.page.wait_for_function(f"document.body.dataset.jpThemeLight === '{light}'")
        self.page.wait_for_load_state("networkidle")
        self.settle()

    def reading_mode(self) -> None:
        """Close the side bar, so that the notebook has the whole width."""
        collapse = "() => { window.jupyterapp.shell.collapseLeft(); }"
        self.page.evaluate(collapse)
        self.page.wait_for_function("window.jupyterapp.shell.leftCollapsed")
        self.settle()

    def screenshot(self, file: Path, *, full: bool = True, most: int = 16_000) -> None:
        """Write a picture of the notebook: all of it when `full`, up to `most` pixels high."""
        before = self.page.viewport_size
        assert before is not None
        panel = self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        scroller = panel.locator(".jp-WindowedPanel-outer")
        if full:
            # Down to the last cell; JupyterLab leaves an empty screen below it.
            last = """node => {
                const cells = node.querySelectorAll('.jp-Cell');
                const end = cells[cells.length - 1].getBoundingClientRect().bottom;
                return end + node.scrollTop - node.getBoundingClientRect().bottom;
            }"""
            hidden = int(scroller.evaluate(last))
            height = max(200, min(before["height"] + hidden + 24, most))
            self.page.set_viewport_size({"width": before["width"], "height": height})
            self.settle()
        scroller.screenshot(path=file, animations="disabled")
        if full:
            self.page.set_viewport_size(before)
            self.settle()
