from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.lab import ROOT, Lab, NoChromiumError, launch, new_context, new_page

# How long an expectation may take to come true. It only says how slow a machine may be.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        try:
            chromium = launch(playwright)
        except NoChromiumError as error:
            pytest.exit(str(error), returncode=1)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def lab() -> Iterator[Lab]:
    """JupyterLab over a copy of the project's notebooks and content."""
    folders = {name: ROOT / name for name in ("notebooks", "content")}
    with Lab(folders) as server:
        yield server


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page, 1280 by 900; a test may take `browser` and `new_page` for another."""
    # Who stops the clock of a page stops it in the whole profile: widgets alone have their own.
    own = request.path.name.endswith("_js.py")
    fresh = new_context(browser).new_page() if own else new_page(browser)
    yield fresh
    (fresh.context if own else fresh).close()
