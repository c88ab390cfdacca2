"""What a learner on the browser-only site costs its server: answers and bytes."""

import sys
from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import BrowserContext, sync_playwright

from tests.benchmarks.timing import Row
from tests.browser.chromium import launch, new_context
from tests.browser.lab import ROOT
from tests.browser.notebook import IS_IDLE, START_BUTTON
from tests.lite.server import FileServer

SITE = ROOT / "build" / "site"
LESSON = "06_full_session"
MOVES = 5
SLIDER = ".jp-OutputArea-output input[type=range]"
PATIENCE = 300_000
ALL_RAN = """() => {
    const panel = window.jupyterapp.shell.currentWidget;
    const codes = panel.content.widgets.filter(cell => cell.model.type === 'code');
    return codes.every(cell => cell.model.executionCount > 0)
        && panel.sessionContext.session.kernel.status === 'idle';
}"""


class Visit(NamedTuple):
    """Answers of the server, and their bytes, until the lesson has run; answers after that."""

    answers: int
    megabytes: float
    later: int


def rows() -> Iterator[Row]:
    """Measure, and return the row of the table; without a site there is none."""
    if not SITE.is_dir():
        print("There is no browser-only site to measure; 'make lite' builds it.", file=sys.stderr)
        return
    with sync_playwright() as playwright, FileServer(SITE) as server:
        browser = launch(playwright)
        context = new_context(browser)
        first, second = _visit(context, server), _visit(context, server)
        browser.close()
    yield Row(
        f"browser-only site: sent to a learner who opens and runs `{LESSON}` a second time",
        "the first time",
        second.megabytes / first.megabytes,
        figures=f"{second.megabytes:.1f} MB in {second.answers} answers, {first.megabytes:.1f} MB "
        f"in {first.answers}; while a slider moves {MOVES} times, {first.later} answers",
    )


def _visit(context: BrowserContext, server: FileServer) -> Visit:
    before = len(server.sent)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{server.url}lab/index.html?path={LESSON}.ipynb")
    page.wait_for_function(IS_IDLE)
    page.locator(START_BUTTON).first.click()
    page.locator(SLIDER).first.wait_for()
    page.wait_for_function(ALL_RAN)
    sent = server.sent[before:]
    slider = page.locator(SLIDER).first
    for _ in range(MOVES):
        value = slider.input_value()
        slider.press("ArrowRight")
        page.wait_for_function(
            "([one, old]) => one.value !== old", arg=[slider.element_handle(), value]
        )
        page.wait_for_function(ALL_RAN)
    later = len(server.sent) - before - len(sent)
    page.close()
    return Visit(len(sent), sum(sent) / 1e6, later)
