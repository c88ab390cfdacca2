"""What a listener hears of a lesson that runs: at each key the focus, and all that is announced.

Names and states come from Chromium's accessibility tree. What is announced is what the page puts
into its live regions: all of a region that is atomic, else what is new in it.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from playwright.sync_api import Locator

from tests.browser.announced import AROUND, CODES, Heard, put_words, told
from tests.browser.lab import ROOT
from tests.browser.notebook import HEAR, PANEL, START_BUTTON, WATCH_RUN, Notebook

_DOM = (ROOT / "helpers" / "stage" / "dom.js").read_text(encoding="utf-8")
QUIET = int(re.findall(r"QUIET = (\d+)", _DOM)[0])
"""Quiet time before what has changed is said, ms."""

# The quiet time ends when the kernel is at rest, however long that took, so that a slow machine
# announces what a fast one does, and nobody waits. The fine clock, by which the player and the
# breath go, stands still for the same reason.
LISTEN = """quiet => {
    if (window.goodHandsListener) return;
    const LIVE = ['[role=status]', '[role=alert]', '[role=log]', 'output']
        .map(one => one + ':not([aria-live])').join() + ', [aria-live]:not([aria-live=off])';
    const held = new Map(), { setTimeout: set, clearTimeout: clear } = window;
    let last = 1e9;
    window.setTimeout = (call, wait, ...rest) => {
        if (wait !== quiet || !heard.holds) return set.call(window, call, wait, ...rest);
        held.set(++last, call);
        return last;
    };
    const now = performance.now.bind(performance);
    performance.now = () => heard.time ?? now();
    window.clearTimeout = id => { if (!held.delete(id)) clear.call(window, id); };
    const heard = window.goodHandsListener = { said: [], holds: false, time: null, rest: () => {
        heard.holds = false;
        for (const [id, call] of [...held]) { held.delete(id); call(); }
    } };
    const words = node => (node.nodeType === Node.TEXT_NODE ? node.data : node.innerText ?? '')
        .replace(/\\s+/g, ' ').trim();
    const seen = one => one.checkVisibility({ visibilityProperty: true })
        && !one.closest('[aria-hidden=true]');
    new MutationObserver(records => {
        const told = new Set();
        for (const { type, target, addedNodes } of records) {
            const one = target instanceof Element ? target : target.parentElement;
            const region = one?.closest(LIVE);
            if (!region?.isConnected || !region.closest('.jp-OutputArea-output') || !seen(one)
                || (type === 'childList' && !addedNodes.length)) continue;
            const role = region.getAttribute('role') ?? region.localName;
            const atomic = region.getAttribute('aria-atomic')
                ?? String(['status', 'alert', 'output'].includes(role));
            const fresh = atomic === 'true' ? [region]
                : type === 'childList' ? [...addedNodes] : [one];
            for (const node of fresh.filter(each => !told.has(each))) {
                told.add(node);
                const loud = (region.getAttribute('aria-live') ?? role).match(/assertive|alert/);
                if (words(node)) heard.said.push([!!loud, words(node)]);
            }
        }
    }).observe(document.body, { childList: true, characterData: true, subtree: true,
        attributes: true, attributeFilter: ['hidden'] });
}"""
HOLD = """() => {
    const heard = window.goodHandsListener;
    heard.holds = true;
    heard.time ??= performance.now();
}"""
# After a press that failed, the quiet times would be held for every later test of the page.
LEAVE = """() => {
    const heard = window.goodHandsListener;
    heard.time = null;
    heard.rest();
}"""
EXECUTE = f"""async code => {{
    const {{ kernel }} = {PANEL}.sessionContext.session;
    await kernel.requestExecute({{ code, silent: true, store_history: false }}).done;
}}"""
# Without it a slow machine would undo one step where a fast one undoes two as one move.
SETTLE = """
from helpers.session import current as _current
for _past in _current()._pasts.values():
    _past.settle()
"""
SAID = "async () => { await null; return window.goodHandsListener.said.splice(0); }"
# A cell as a whole has no name of its own: a listener hears what is in it.
CELL = f"""() => {{
    const one = document.activeElement, cells = [...document.querySelectorAll('{CODES}')];
    const text = one.matches('.jp-Cell') ? one.innerText.replace(/\\s+/g, ' ').slice(0, 200) : '';
    return [cells.indexOf(one.closest('{CODES}')), text];
}}"""
JUPYTERLAB = "main area content"
"""The name of what is around every notebook."""


class Place(NamedTuple):
    """What has the focus: how it is told, the named group around it, its cell and its node."""

    heard: Heard
    group: str = ""
    cell: int = -1
    node: int = 0

    @property
    def lost(self) -> bool:
        """Whether nothing of the lesson has the focus."""
        return self.cell < 0


class Said(NamedTuple):
    """One announcement; `loud` where it breaks in on what is being said."""

    loud: bool
    words: str


class Step(NamedTuple):
    """Keys that were pressed, where the focus was before and after, and what was announced.

    `went` says that the listener first went to a control; else the focus was where it had come to.
    """

    went: bool
    keys: tuple[str, ...]
    before: Place
    after: Place
    said: tuple[Said, ...]


class Listener:
    """A listener in a lesson; `steps` is what they did and heard."""

    def __init__(self, book: Notebook) -> None:
        self.book = book
        self.page = book.page
        self.steps: list[Step] = []
        self._session = self.page.context.new_cdp_session(self.page)
        self.page.evaluate(LISTEN, QUIET)

    def start(self) -> None:
        """Go to the button that starts the lesson, press it, and wait until all of it has run."""
        self.page.locator(START_BUTTON).first.focus()
        before = self._place()
        self._hold()
        self.page.evaluate(WATCH_RUN)
        self.page.keyboard.press("Enter")
        self.book.wait_run(timeout=120)
        said = self._hear()
        self.steps.append(Step(True, ("Enter",), before, self._place(), said))
        self.leave()

    def leave(self) -> None:
        """Let the clock and the quiet times go on."""
        self.page.evaluate(LEAVE)

    def cell(self, call: str) -> Locator:
        """Return the cell whose code calls ``widgets.<call>``."""
        return self.page.locator(CODES, has_text=f"widgets.{call}")

    def press(self, *keys: str, at: Locator | None = None) -> None:
        """Go to a control, or stay where the focus is; press keys, and hear what comes of it.

        A key that begins with “ is text to type.
        """
        self._hold()
        if at is not None:
            at.focus()
        before = self._place() if at is not None else self.steps[-1].after
        for key in keys:
            if key.startswith("“"):
                self.page.keyboard.type(key.strip("“”"))
            else:
                self.page.keyboard.press(key)
        said = self._hear()
        self.steps.append(Step(at is not None, keys, before, self._place(), said))

    def _hold(self) -> None:
        self.page.evaluate(HEAR)
        self.page.evaluate(HOLD)

    def _hear(self) -> tuple[Said, ...]:
        """Wait until the kernel and the live regions are at rest; return what was announced."""
        self.book.answered()
        self.page.evaluate("window.goodHandsListener.rest()")
        self.page.evaluate(EXECUTE, SETTLE)
        return tuple(Said(*one) for one in self.page.evaluate(SAID))

    def _place(self) -> Place:
        found = self._session.send("Runtime.evaluate", {"expression": "document.activeElement"})
        wanted = {"objectId": found["result"]["objectId"], "fetchRelatives": True}
        nodes = self._session.send("Accessibility.getPartialAXTree", wanted)["nodes"]
        put_words(self._session, nodes[:1])
        tree = {node["nodeId"]: node for node in nodes}
        cell, text = self.page.evaluate(CELL)
        heard = told(nodes[0]) or Heard("text", _name(nodes[0]) or text)
        return Place(heard, _group(nodes[0], tree), cell, nodes[0]["backendDOMNodeId"])


def _name(node: dict[str, Any]) -> str:
    return " ".join(str(node.get("name", {}).get("value", "")).split())


def _group(node: dict[str, Any], tree: dict[str, dict[str, Any]]) -> str:
    """Return the name of the nearest named group around a node."""
    while node := tree.get(node.get("parentId", ""), {}):
        name = _name(node)
        if node.get("role", {}).get("value") in AROUND and name:
            return "" if name == JUPYTERLAB else name
    return ""
