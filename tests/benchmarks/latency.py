"""From a key on a slider to the new picture, as the learner's own page sees it in JupyterLab."""

from collections.abc import Iterator
from statistics import median
from typing import Any

from playwright.sync_api import TimeoutError, sync_playwright

from tests.benchmarks.timing import Row
from tests.browser.lab import ROOT, START_BUTTON, Lab, Notebook, launch, new_context

LESSON = "notebooks/02_techniques.ipynb"
PRESSES = 35
BURST, PACE = 60, 1000 / 30
"""So many presses, one every so many ms: a key that is held down."""

# From here on the page notes at each animation frame whether the picture beside the first slider or
# its description is another one; and when each key went down, before any of our code saw it.
WATCH = """() => {
  const panels = [...document.querySelectorAll('.jp-OutputArea-output')];
  const has = (panel, name) => panel.querySelector(name) !== null;
  const panel = panels.find(each => has(each, '.gh-slider') && has(each, '.gh-stage'));
  const input = panel.querySelector('.gh-slider input');
  const picture = panel.querySelector('.gh-stage-picture');
  const words = panel.querySelector('.gh-stage-description');
  const content = () => picture.innerHTML + words.textContent;
  const bench = window.goodHandsBench = { presses: [], pictures: [] };
  let shown = content();
  input.addEventListener('keydown', event => bench.presses.push(event.timeStamp), true);
  const look = () => {
    const now = content();
    if (now !== shown) {
      shown = now;
      bench.pictures.push(performance.now());
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  input.scrollIntoView({ block: 'center' });
  input.focus();
  return [input.min, input.max, input.step, input.value].map(Number);
}"""
ANSWERED = "window.goodHandsBench.pictures.length > 0"
TAKE = """() => {
  const bench = window.goodHandsBench;
  const seen = { ...bench };
  bench.presses = [];
  bench.pictures = [];
  return seen;
}"""


def rows() -> Iterator[Row]:
    """Measure, and return the rows of the table."""
    if not (ROOT / LESSON).is_file():
        return
    with Lab() as lab, sync_playwright() as playwright:
        browser = launch(playwright)
        page = new_context(browser).new_page()
        book = lab.open(page, LESSON)
        book.start() if page.locator(START_BUTTON).count() else book.run_all()
        yield from _measured(book)
        browser.close()


def _measured(book: Notebook) -> Iterator[Row]:
    page = book.page
    low, high, step, value = page.evaluate(WATCH)
    keys = _keys(low, high, step, value)
    times = []
    for _ in range(PRESSES):
        page.keyboard.press(next(keys))
        try:
            page.wait_for_function(ANSWERED, timeout=3000)
        except TimeoutError:  # some steps change nothing that is drawn
            page.evaluate(TAKE)
            continue
        page.wait_for_timeout(150)
        seen = page.evaluate(TAKE)
        times.append(seen["pictures"][0] - seen["presses"][0])
    answered = f"{len(times)} of {PRESSES} presses changed the picture"
    yield Row("slider key to new picture, median", median(times) if times else 0.0, answered)
    for _ in range(BURST):
        page.keyboard.press(next(keys))
        page.wait_for_timeout(PACE)
    page.wait_for_timeout(2000)
    seen = page.evaluate(TAKE)
    last = seen["pictures"][-1] - seen["presses"][-1] if seen["pictures"] else 0.0
    yield Row(
        f"{BURST} keys in {BURST * PACE / 1000:.0f} s: last key to last picture",
        last,
        f"{len(seen['pictures'])} pictures",
    )


def _keys(low: float, high: float, step: float, value: float) -> Iterator[Any]:
    """Return keys that go up to the end of the range, down to the other, and so on."""
    up = True
    while True:
        if up and value + step > high + 1e-9:
            up = False
        elif not up and value - step < low - 1e-9:
            up = True
        value += step if up else -step
        yield "ArrowRight" if up else "ArrowLeft"
