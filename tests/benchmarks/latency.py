"""From a key on a slider to the new picture, as the learner's own page sees it in JupyterLab."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, TimeoutError, sync_playwright

from helpers.widgets import StrokePlanner
from tests.benchmarks import probes
from tests.benchmarks.delay import Delay
from tests.benchmarks.timing import Row, late
from tests.browser.chromium import launch, new_context
from tests.browser.lab import ROOT, Lab
from tests.browser.notebook import START_BUTTON, Notebook

LESSON = "notebooks/02_techniques.ipynb"
PRESSES = 40
BURST, PACE = 60, 1000 / 30
"""So many presses, one every so many ms: a key that is held down."""
PATIENCE = 60_000
"""So long a key may go without an answer, ms, however busy the machine is."""
FAR = 0.1
"""Seconds that the way to a server far away and back takes."""


class Place(NamedTuple):
    """A slider and what it changes: CSS selectors, within the first output that has both."""

    input: str
    shows: str


OURS = Place(".gh-slider input", ".gh-stage")
WORDS = Place(".gh-slider input", ".gh-slider-value")
INTERACT = Place(".noUi-handle", ".widget-output")
ECHO = Place("input.echo", "output")

# From here on the page notes at each animation frame on which what is shown is another one; and
# when each key went down, before any other code saw it. What is shown is read only when something
# in it was touched, so that looking does not slow down what is looked at.
WATCH = """([inputs, shows, usual]) => {
  const panels = [...document.querySelectorAll('.jp-OutputArea-output')];
  const has = (panel, name) => panel.querySelector(name) !== null;
  const panel = panels.find(each => has(each, inputs) && has(each, shows));
  const input = panel.querySelector(inputs);
  const picture = panel.querySelector(shows);
  const bench = window.goodHandsBench = { presses: [], pictures: [] };
  let shown = picture.outerHTML;
  let touched = false;
  input.addEventListener('keydown', event => bench.presses.push(event.timeStamp), true);
  new MutationObserver(() => { touched = true; }).observe(
    picture, { attributes: true, characterData: true, childList: true, subtree: true });
  const look = () => {
    if (touched) {
      const at = performance.now();
      const now = picture.outerHTML;
      touched = false;
      if (now !== shown && !now.includes('(loading)')) {
        shown = now;
        bench.pictures.push(at);
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  input.scrollIntoView({ block: 'center' });
  input.focus();
  // The handle of ipywidgets' slider is no input: it has the range that it was given.
  const own = ['min', 'max', 'step', 'value'].map(name => Number(input[name]));
  return input.matches('input') ? own : usual;
}"""
ANSWERED = "window.goodHandsBench.pictures.length > 0"
TAKE = """() => {
  const bench = window.goodHandsBench;
  const seen = { ...bench };
  bench.presses = [];
  bench.pictures = [];
  return seen;
}"""


class Found(NamedTuple):
    """Times from key to picture in ms, and pictures for each key of a slider that is held."""

    times: list[float]
    held: float = 0.0


def rows() -> Iterator[Row]:
    """Measure, and return the rows of the table."""
    slider = StrokePlanner("T02").pace
    usual = (slider.min, slider.max, slider.step, slider.value)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        probes.write(Path(folder), *usual[:3])
        folders = {name: ROOT / name for name in ("notebooks", "content")}
        browser = launch(playwright)
        with Lab({**folders, "probes": Path(folder)}) as lab:
            ours = _measured(browser, lab, LESSON, OURS, hold=True)
            interact = _measured(browser, lab, "probes/interact.ipynb", INTERACT, usual, hold=True)
            echo = _measured(browser, lab, "probes/echo.ipynb", ECHO)
            near = _measured(browser, lab, LESSON, WORDS)
            url = lab.url
            with Delay(int(url.rstrip("/").rpartition(":")[2]), FAR) as delay:
                lab.url = f"http://127.0.0.1:{delay.port}/"
                far = _measured(browser, lab, LESSON, WORDS)
                later = _measured(browser, lab, LESSON, OURS)
            lab.url = url
        browser.close()
    yield from _both("slider to new picture", "`interact` with pyplot", ours, interact, 0.3)
    yield from _both(
        "slider to new picture", "a bare trait that the kernel gives back", ours, echo, 1.5
    )
    yield from _both(
        "a slider's own words, 100 ms further from the server", "without the delay", far, near, 1.1
    )
    yield Row(
        "slider to new picture, 100 ms further from the server", "without the delay",
        median(later.times) / median(ours.times),
        figures=f"{median(later.times):.0f} ms, {median(ours.times):.0f} ms",
    )  # fmt: skip
    yield Row(
        "pictures shown for each key, slider held at 30 a second",
        "1",
        ours.held,
        least=0.95,
        figures=f"`interact` {interact.held:.2f}",
    )


def _both(what: str, against: str, ours: Found, other: Found, most: float) -> Iterator[Row]:
    for name, of in {"median": median, "95th percentile": late}.items():
        one, two = of(ours.times), of(other.times)
        yield Row(
            f"{what}, {name}",
            against,
            one / two,
            most=most,
            figures=f"{one:.1f} ms, {two:.1f} ms",
        )


def _measured(
    browser: Browser,
    lab: Lab,
    path: str,
    place: Place,
    usual: Sequence[float] = (),
    *,
    hold: bool = False,
) -> Found:
    context = new_context(browser)
    page = context.new_page()
    book = lab.open(page, path)
    book.start() if page.locator(START_BUTTON).count() else book.run_all()
    page.locator(place.input).first.wait_for()
    low, high, step, value = page.evaluate(WATCH, [*place, usual])
    keys = _keys(low, high, step, value)
    _times(book, keys, 5)  # the first ones warm everything up
    times = _times(book, keys, PRESSES)
    found = Found(times, _held(book, keys) if hold else 0.0)
    context.close()
    return found


def _times(book: Notebook, keys: Iterator[str], presses: int) -> list[float]:
    page = book.page
    times = []
    for _ in range(presses):
        page.keyboard.press(next(keys))
        try:
            page.wait_for_function(ANSWERED, timeout=PATIENCE)
        except TimeoutError as error:
            raise RuntimeError(f"{book.path}: a key changed nothing.") from error
        page.wait_for_timeout(120)
        seen = page.evaluate(TAKE)
        times.append(seen["pictures"][0] - seen["presses"][0])
    return times


def _held(book: Notebook, keys: Iterator[str]) -> float:
    page = book.page
    for _ in range(BURST):
        page.keyboard.press(next(keys))
        page.wait_for_timeout(PACE)
    page.wait_for_timeout(2000)
    seen = page.evaluate(TAKE)
    return len(seen["pictures"]) / len(seen["presses"])


def _keys(low: float, high: float, step: float, value: float) -> Iterator[str]:
    """Return keys that go up to the end of the range, down to the other, and so on."""
    up = True
    while True:
        if up and value + step > high + 1e-9:
            up = False
        elif not up and value - step < low - 1e-9:
            up = True
        value += step if up else -step
        yield "ArrowRight" if up else "ArrowLeft"
