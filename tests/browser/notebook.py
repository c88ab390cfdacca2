"""One notebook open in JupyterLab, and what a person does in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from playwright.sync_api import Page

if TYPE_CHECKING:
    from tests.browser.lab import Lab

START_BUTTON = 'button[data-commandlinker-command="notebook:run-all-cells"]'

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

    def reload(self) -> None:
        """Load the page anew, and wait until as many controls as before are in sight again."""
        controls = self.page.locator(".gh-control:visible").count()
        self.page.reload()
        self.wait_idle()
        self.alive()
        # What says that the lesson runs is out of sight where it does not; what was chosen since
        # it was last saved may have put something out of sight that is back now.
        self.page.wait_for_function(
            "([count]) => [...document.querySelectorAll('.gh-control')]"
            ".filter(one => one.checkVisibility()).length >= count - 1",
            arg=[controls],
            timeout=60_000,
        )

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
