"""How smoothly the player runs: frames, share of the main thread, and from a key to the page."""

import math
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from helpers.export.page import page as whole_page
from helpers.planner import plan
from helpers.session import Session
from tests.benchmarks.timing import Row, late
from tests.browser.chromium import launch, new_context

SECONDS = 10
PRESSES = 40
FRAME = 1000 / 60
FRAMES = """seconds => new Promise(done => {
  let frames = 0;
  const began = performance.now();
  const count = now => {
    frames += 1;
    if (now - began < 1000 * seconds) requestAnimationFrame(count);
    else done(frames / ((now - began) / 1000));
  };
  requestAnimationFrame(count);
})"""
# From the key to the end of the task that has changed the page: what the next frame then shows.
WATCH = """() => {
  const texts = document.querySelector('.gh-player');
  window.times = [];
  let pressed = 0;
  document.addEventListener('keydown', event => { pressed = event.timeStamp; }, true);
  new MutationObserver(() => {
    if (pressed) window.times.push(performance.now() - pressed);
    pressed = 0;
  }).observe(texts, { childList: true, subtree: true, characterData: true });
}"""


def rows() -> Iterator[Row]:
    """Measure, and return the rows of the table."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "massage.html"
        file.write_text(whole_page(plan(Session(minutes=20))), encoding="utf-8")
        browser = launch(playwright)
        page = new_context(browser, reduced_motion=False).new_page()
        page.goto(file.as_uri())
        page.get_by_role("button", name="Start", exact=True).click()
        page.get_by_role("button", name="Next", exact=True).click()
        # Keys of the player work where the focus is on no button that takes Space itself.
        page.locator(".gh-player").focus()
        tools = page.context.new_cdp_session(page)
        tools.send("Performance.enable")
        yield from _smoothness(page, tools)
        page.evaluate(WATCH)
        yield _keys(page, "pause and go on", [" "], most=1)
        yield _keys(page, "next step, with its picture,", ["ArrowRight", "ArrowLeft"])
        browser.close()


def _busy(tools: CDPSession) -> dict[str, Any]:
    return {m["name"]: m["value"] for m in tools.send("Performance.getMetrics")["metrics"]}


def _smoothness(page: Page, tools: CDPSession) -> Iterator[Row]:
    before = _busy(tools)
    rate = page.evaluate(FRAMES, SECONDS)
    after = _busy(tools)
    share = (after["TaskDuration"] - before["TaskDuration"]) / (
        after["Timestamp"] - before["Timestamp"]
    )
    yield Row(
        "player: frames in a second of play",
        "60 frames",
        rate / 60,
        least=58 / 60,
        figures=f"{rate:.1f}, 60",
    )
    yield Row(
        "player: main thread in a second of play",
        "one core",
        share,
        most=0.25,
        figures=f"{1000 * share:.0f} ms, 1000 ms",
    )


def _keys(page: Page, what: str, keys: Sequence[str], most: float = math.inf) -> Row:
    page.evaluate("times.length = 0")
    for key in islice(cycle(keys), PRESSES):
        page.keyboard.press(key)
        page.wait_for_timeout(100)
    slow = late(page.evaluate("times"))
    return Row(
        f"player: {what} to changed page (95th of 100)",
        "a frame at 60 Hz",
        slow / FRAME,
        most=most,
        figures=f"{slow:.1f} ms, {FRAME:.1f} ms",
    )
