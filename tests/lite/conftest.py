from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.chromium import chromium, new_context
from tests.lite.pages import NO_SITE, ONLY_HERE, SITE
from tests.lite.server import FileServer

# Python is several times slower in a browser, and two of them run at once.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the site that was built."""
    if not (SITE / "index.html").is_file():
        pytest.exit(NO_SITE, returncode=1)
    with FileServer(SITE) as server:
        yield server.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, kept from every other host."""
    yield from chromium(ONLY_HERE)


@pytest.fixture(scope="session")
def profile(browser: Browser) -> Iterator[BrowserContext]:
    """One learner's browser: what it has loaded and saved stays for the next lesson."""
    context = new_context(browser)
    yield context
    context.close()
