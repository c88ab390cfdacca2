"""The site in Chromium, with no way to any other host, and a lesson open on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.lab import ROOT
from tests.browser.notebook import IS_ALIVE, IS_DRAWN, PANEL, START_BUTTON, WATCH_RUN, Notebook

SITE = ROOT / "build" / "site"
NO_SITE = "There is no site to test; run 'make lite-test', which builds it."
ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""Every name and every address but this computer's leads nowhere. Playwright's own means would turn
the browser's cache off."""

IS_OPEN = f"() => !!window.jupyterapp && !!{PANEL}?.context?.isReady"
IS_READY = f"""() => {PANEL}.sessionContext.isReady
    && {PANEL}.sessionContext.session?.kernel?.status === 'idle'"""
SEEN = f"""() => {PANEL}.content.widgets.filter(cell => cell.model.type === 'code')
    .flatMap(cell => cell.model.outputs.toJSON()
        .map(output => output.output_type === 'stream' ? output.text : output.output_type))"""
RESULT = "execute_result"
SLOW = "[anywidget] Failed to initialize model."
"""What anywidget says when a widget needs more than 2 s to come, as on a busy machine. It comes all
the same (`alive` waits for it), but hears nothing of its kernel; a saved one has none to hear from.
"""


class Lesson(Notebook):
    """A lesson, open on the site at an address; ``errors`` is what went wrong in the browser."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.path = address
        self.errors: list[str] = []
        self.started = False
        page.on("console", self._console)
        page.on("pageerror", self._failed_to_run)
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)
        page.on("dialog", self._asked)
        page.goto(address)
        self.wait_open()

    def _failed_to_run(self, error: Any) -> None:
        if self.started or SLOW not in str(error):
            self.errors.append(f"exception: {error}")

    def _asked(self, dialog: Any) -> None:
        self.errors.append(f"the browser asked: {dialog.type} {dialog.message}")
        dialog.accept()

    def wait_open(self) -> None:
        """Wait until the lesson is there to read; its kernel may still be starting."""
        self.page.wait_for_function(IS_OPEN, timeout=90_000)

    def alive(self) -> None:
        """Wait until every output shows something, as it does before anything has run."""
        self.page.wait_for_function(IS_ALIVE, timeout=120_000)
        self.settle()

    def settle(self) -> None:
        """Wait until the fonts are there and every widget is drawn."""
        self.page.wait_for_function(IS_DRAWN, timeout=120_000)

    def wait_idle(self) -> None:
        """Wait until the kernel is there and has nothing to do."""
        self.page.wait_for_function(IS_READY, timeout=180_000)

    def start(self, *, timeout: float = 180) -> None:
        """Press "Start this lesson" and wait until every code cell has run."""
        self.wait_idle()
        self.started = True
        self.page.evaluate(WATCH_RUN)
        self.page.locator(START_BUTTON).first.click()
        self.wait_run(timeout=timeout)

    def outputs(self) -> list[str]:
        """Return for each output its kind, and what was printed."""
        found: list[str] = self.page.evaluate(SEEN)
        return found

    def reload(self) -> None:
        """Load the page again, as a learner does."""
        self.started = False
        self.page.reload()
        self.wait_open()


def address(site: str, notebook: Path) -> str:
    """Return where a notebook opens on the site."""
    return f"{site}lab/index.html?path={notebook.name}"
