"""A bare page on which the browser's part of a widget runs against a stand-in for its model.

The page has no server: Chromium asks for it, the test answers. Its security policy forbids inline
scripts, evaluated text and every request, so a widget that needs one of them fails here.
"""

import base64
from typing import Any
from weakref import WeakSet

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from helpers.stage import Element
from tests.browser.axe import faults
from tests.browser.chromium import forget, kept_context

ADDRESS = "http://bench.test/"
POLICY = "default-src 'none'; script-src blob:; style-src 'unsafe-inline'"
PAGE = """<!doctype html>
<html lang="en"><head><title>Bench</title>
<meta http-equiv="Content-Security-Policy" content="POLICY">
<style>
  body { background: #fff; color: var(--jp-ui-font-color1); margin: 20px;
    --jp-ui-font-color1: #222; --jp-content-font-color1: #222;
    --jp-brand-color1: #1976d2; --jp-layout-color1: #fff; }
  body[data-jp-theme-light="false"] { background: #111;
    --jp-ui-font-color1: #eee; --jp-content-font-color1: #eee;
    --jp-brand-color1: #64b5f6; --jp-layout-color1: #111; }
</style></head>
<body data-jp-theme-light="true"><main><h1>Bench</h1><h2>Widgets</h2></main></body></html>"""

# The stand-in calls listeners as Backbone does: one event for each trait that changed, then one
# for all; it notes what is sent to the kernel and how many listeners there are.
MODEL = """() => {
  window.models = {};
  window.stops = {};
  class Model {
    constructor(state) { this.state = state; this.listeners = []; this.sent = []; this.dirty = {}; }
    get(name) { return this.state[name]; }
    set(name, value) { this.dirty[name] = value; this.take({ [name]: value }); }
    send(message) { this.sent.push(message); }
    save_changes() { this.sent.push(this.dirty); this.dirty = {}; }
    send(content) { this.sent.push({ message: content }); }
    on(event, call) { this.listeners.push([event, call]); }
    off(event, call) {
      this.listeners = this.listeners.filter(([e, c]) => e !== event || c !== call);
    }
    take(state) {
      const changed = Object.keys(state).filter(
        name => JSON.stringify(state[name]) !== JSON.stringify(this.state[name]));
      Object.assign(this.state, state);
      const events = changed.map(name => 'change:' + name);
      if (changed.length) events.push('change');
      for (const event of events)
        for (const [e, call] of [...this.listeners]) if (e === event) call();
    }
  }
  window.Model = Model;
}"""
SHOW = """async ([name, state, css, code]) => {
  const model = window.models[name] ??= new Model(state);
  if (css) {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
  }
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const widget = (await import(url)).default;
  const el = document.createElement('div');
  el.dataset.name = name;
  document.querySelector('main').append(el);
  (window.stops[name] ??= []).push(widget.render({ model, el }));
}"""


def bench_page(browser: Browser) -> Page:
    """Return a page of a profile that benches share, until one of them stops its clock."""
    page = kept_context(browser, _SHARED).new_page()
    forget(page)
    return page


def close_bench_page(page: Page) -> None:
    """Close such a page; with its profile where its clock was stopped."""
    (page if page.context in _SHARED else page.context).close()


_SHARED: WeakSet[BrowserContext] = WeakSet()


class Bench:
    """The page; `requests` and `errors` collect what must stay empty."""

    def __init__(self, page: Page, policy: str = POLICY) -> None:
        self.page = page
        self._body = PAGE.replace("POLICY", policy)
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.route("**/*", self._answer)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._console)
        page.goto(ADDRESS)
        page.evaluate(MODEL)

    def _answer(self, route: Any) -> None:
        if route.request.url == ADDRESS:
            route.fulfill(body=self._body, content_type="text/html")
        else:
            self.requests.append(route.request.url)
            route.abort()

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def show(self, name: str, widget: Element) -> Locator:
        """Show a widget, once more at each call, and return all its views."""
        state = widget.get_state()
        state.pop("layout", None)
        code, css = state.pop("_esm"), state.pop("_css")
        # Playwright passes no bytes on, so they go as base64.
        state = {
            key: base64.b64encode(value).decode() if isinstance(value, bytes) else value
            for key, value in state.items()
        }
        self.page.evaluate(SHOW, [name, state, css, code])
        return self.page.locator(f"[data-name='{name}']")

    def push(self, name: str, /, **state: Any) -> None:
        """Change traits as a message from the kernel does."""
        self.page.evaluate("([name, state]) => models[name].take(state)", [name, state])

    def sent(self, name: str) -> list[dict[str, Any]]:
        """Return the messages to the kernel, and forget them."""
        script = "name => models[name].sent.splice(0)"
        found: list[dict[str, Any]] = self.page.evaluate(script, name)
        return found

    def remove(self, name: str) -> int:
        """Close all views of a widget; return how many listeners its model still has."""
        self.page.evaluate("name => stops[name].forEach(stop => stop())", name)
        return int(self.page.evaluate("name => models[name].listeners.length", name))

    def theme(self, kind: str) -> None:
        """Switch between 'light' and 'dark' as JupyterLab does."""
        light = str(kind == "light").lower()
        self.page.evaluate("light => { document.body.dataset.jpThemeLight = light }", light)

    def stop_clock(self) -> None:
        """Let time go on only by `page.clock.run_for`, in this page and its whole profile."""
        _SHARED.discard(self.page.context)
        self.page.clock.install(time=0)
        self.page.clock.pause_at(1000)

    def faults(self) -> list[str]:
        """Return what axe finds wrong with the page."""
        return faults(self.page)
