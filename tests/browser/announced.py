"""What a screen reader announces in a lesson, read from the browser's accessibility tree."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from playwright.sync_api import Page

CODES = ".jp-Notebook .jp-CodeCell"
PICTURES = ("image", "img")
KINDS = {
    **dict.fromkeys(PICTURES, "picture"),
    "button": "button",
    "checkbox": "tick box",
    "combobox": "choice",
    "DisclosureTriangle": "button",
    "heading": "heading",
    "link": "link",
    "option": "choice",
    "radio": "radio button",
    "slider": "slider",
    "spinbutton": "number",
    "textbox": "text field",
}
"""Said with their names, which are made of all that is in them."""
AROUND = {"form", "group", "list", "radiogroup", "region", "figure", "table", "article", "note"}
"""Said before what is in them, where they have a name."""
SILENT = {"LabelText", "Legend", "ListMarker"}
"""Their own words are said already, with what they belong to."""
LONG = 120
"""A running text is shortened to so many letters; a listener hears all of it."""


class Heard(NamedTuple):
    """One thing that is announced."""

    kind: str
    name: str
    more: str = ""
    description: str = ""
    stops: bool = False
    """Whether Tab stops there."""

    def line(self) -> str:
        """Return it as a line of the script."""
        if not self.kind:
            return f"- {_short(self.name)}"
        return f"- {'⇥ ' if self.stops else ''}{self.short()}"

    def short(self) -> str:
        """Return it in bold, its description after it and shortened."""
        said = ", ".join(part for part in (self.name, self.kind, self.more) if part)
        rest = f" ({_short(self.description)})" if self.description else ""
        return f"**{said}**{rest}"


def heard(page: Page) -> list[list[Heard]]:
    """Return what is announced in the output of each code cell, in the order of reading."""
    session = page.context.new_cdp_session(page)
    try:
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        put_words(session, nodes)
        root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
        wanted = {"nodeId": root, "selector": CODES}
        found = []
        for cell in session.send("DOM.querySelectorAll", wanted)["nodeIds"]:
            inner = {"nodeId": cell, "selector": ".jp-OutputArea-output"}
            ids = session.send("DOM.querySelectorAll", inner)["nodeIds"]
            found.append([_backend(session, one) for one in ids])
    finally:
        session.detach()
    tree = {node["nodeId"]: node for node in nodes}
    by_element = {node.get("backendDOMNodeId"): node for node in nodes}
    cells = []
    for outputs in found:
        starts = [by_element[one] for one in outputs if one in by_element]
        cells.append(_joined([each for start in starts for each in _walk(start, tree)]))
    return cells


def put_words(session: Any, nodes: list[dict[str, Any]]) -> None:
    """Give every slider among the nodes its value in words.

    Not every Chromium has them in its tree, or in the right letters: a slider's own words count.
    """
    for node in nodes:
        if _value(node, "role") == "slider" and "backendDOMNodeId" in node:
            wanted = {"backendNodeId": node["backendDOMNodeId"]}
            found = session.send("DOM.describeNode", wanted)["node"].get("attributes", [])
            words = dict(zip(found[::2], found[1::2], strict=True)).get("aria-valuetext", "")
            node["value"] = {"value": words or _value(node, "value")}


def _backend(session: Any, node: int) -> int:
    described = session.send("DOM.describeNode", {"nodeId": node})
    return int(described["node"]["backendNodeId"])


def _walk(node: dict[str, Any], tree: dict[str, dict[str, Any]]) -> Iterator[Heard]:
    role, name = _value(node, "role"), _value(node, "name")
    inside = [tree[one] for one in node.get("childIds", []) if one in tree]
    if not node.get("ignored"):
        if role == "StaticText":
            yield Heard("", name)
            return
        if one := told(node):
            yield one
            return
        if role in AROUND and name:
            yield Heard("group", name, "", _value(node, "description"))
    for child in inside:
        for part in _walk(child, tree):
            if part.kind or role not in SILENT:
                yield part


def told(node: dict[str, Any]) -> Heard | None:
    """Return what is said of a node of the tree that has a name of its own, as a control has."""
    role = _value(node, "role")
    if role not in KINDS:
        return None
    stops = bool(_property(node, "focusable")) and role != "option"
    return Heard(KINDS[role], _value(node, "name"), _more(node), _value(node, "description"), stops)


def _more(node: dict[str, Any]) -> str:
    """Return the state of a control in words."""
    role = _value(node, "role")
    said = []
    if role == "heading":
        said.append(f"level {_property(node, 'level')}")
    if role in ("radio", "checkbox"):
        chosen = str(_property(node, "checked")) == "true"
        said.append(("" if chosen else "not ") + ("chosen" if role == "radio" else "ticked"))
    if role in ("slider", "combobox", "textbox", "spinbutton"):
        said.append(_value(node, "value"))
    if role in ("button", "DisclosureTriangle"):
        expanded = _property(node, "expanded")
        if expanded is not None:
            said.append("open" if expanded else "closed")
        if str(_property(node, "pressed")) == "true":
            said.append("pressed")
    if _property(node, "disabled"):
        said.append("not available")
    return ", ".join(part for part in said if part)


def _value(node: dict[str, Any], name: str) -> str:
    found = str(node.get(name, {}).get("value", ""))
    return re.sub(r"\s+", " ", found).strip()


def _property(node: dict[str, Any], name: str) -> Any:
    for one in node.get("properties", []):
        if one["name"] == name:
            return one["value"].get("value")
    return None


def _joined(parts: list[Heard]) -> list[Heard]:
    """Return the parts with pieces of running text that follow each other made one."""
    result: list[Heard] = []
    described = {part.description for part in parts}
    for part in parts:
        if not part.kind and (not re.search(r"\w", part.name) or part.name in described):
            continue  # help is said with its control already
        if not part.kind and result and not result[-1].kind:
            result[-1] = Heard("", f"{result[-1].name} {part.name}".strip())
        else:
            result.append(part)
    return result


def _short(text: str) -> str:
    return text if len(text) <= LONG else f"{text[:LONG].rsplit(' ', 1)[0]} …"
