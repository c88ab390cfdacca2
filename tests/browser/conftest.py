from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.announced import Heard, heard
from tests.browser.bench import Bench, bench_page, close_bench_page
from tests.browser.chromium import chromium, new_page
from tests.browser.lab import ROOT, Lab
from tests.browser.listener import Listener
from tests.browser.notebook import Notebook

# How long an expectation may take to come true. It only says how slow a machine may be.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    yield from chromium()


@pytest.fixture(scope="session")
def lab() -> Iterator[Lab]:
    """JupyterLab over a copy of the project's notebooks and content."""
    folders = {name: ROOT / name for name in ("notebooks", "content")}
    with Lab(folders) as server:
        yield server


@pytest.fixture(scope="module")
def narrow(browser: Browser, lab: Lab, request: pytest.FixtureRequest) -> Iterator[Notebook]:
    """The `LESSON` of a test file as it opens on a phone, before anything has run."""
    book = lab.open(new_page(browser, width=400), request.module.LESSON)
    book.reading_mode()
    book.alive()
    yield book
    book.page.close()


@pytest.fixture(scope="module")
def opened(narrow: Notebook) -> Notebook:
    """The `LESSON` of a test file before anything has run, 1280 px wide."""
    narrow.page.set_viewport_size({"width": 1280, "height": 900})
    narrow.settle()
    return narrow


@pytest.fixture(scope="module")
def announced(opened: Notebook) -> list[list[Heard]]:
    """What a screen reader announces of `opened`."""
    return heard(opened.page)


@pytest.fixture(scope="module")
def listener(opened: Notebook) -> Listener:
    """A listener in the `LESSON` of a test file, who has pressed its button."""
    one = Listener(opened)
    one.start()
    return one


@pytest.fixture(scope="module")
def lesson(listener: Listener) -> Notebook:
    """The `LESSON` of a test file after its button was pressed."""
    return listener.book


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page, 1280 by 900; a test may take `browser` and `new_page` for another."""
    # Who stops the clock of a page stops it in the whole profile: widgets alone have their own.
    if "bench" in request.fixturenames:
        fresh = bench_page(browser)
        yield fresh
        close_bench_page(fresh)
    else:
        fresh = new_page(browser)
        yield fresh
        fresh.close()


@pytest.fixture
def bench(page: Page) -> Iterator[Bench]:
    """A page for widgets alone; nothing may ask for anything there, or go wrong."""
    made = Bench(page)
    yield made
    assert made.requests == []
    assert made.errors == []
