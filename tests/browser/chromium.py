"""The system's Chromium or Chrome: found, started, and its profiles and pages."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from weakref import WeakSet

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

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


_WARM: WeakSet[BrowserContext] = WeakSet()


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
