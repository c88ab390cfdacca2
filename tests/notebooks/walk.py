"""The widgets of a lesson in this process, and what the browser can do with each of them."""

import ast
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ipywidgets
import nbformat

from helpers.stage import Element
from helpers.widgets import Buttons, Checklist, Choice, Field, History, SessionPanel, Slider

Act = tuple[str, Callable[[], None]]


def shown(path: Path) -> list[Any]:
    """Run a notebook's code cells here; return what each of them shows."""
    names: dict[str, Any] = {}
    results = []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type != "code":
            continue
        tree = ast.parse(cell.source)
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, cell.id, "exec"), names)
        if last is not None:
            results.append(eval(compile(ast.Expression(last.value), cell.id, "eval"), names))
    return results


def parts(widget: Any) -> Iterator[Any]:
    """Return a widget and all that is in it and not hidden."""
    if isinstance(widget, ipywidgets.DOMWidget) and widget.layout.display != "none":
        yield widget
        for child in getattr(widget, "children", ()):
            yield from parts(child)


def acts(control: Any) -> list[Act]:
    """Return what a learner can do with a control, each by its name."""

    def send(value: object) -> Callable[[], None]:
        return lambda: control.set_state({"value": value})

    if getattr(control, "disabled", False):
        return []
    if isinstance(control, Slider):
        end = control.min if control.value == control.max else control.max
        return [(f"{control.label} to {end:g}", send(end))]
    if isinstance(control, Choice):
        others = [one for one in control.ids if one != control.value]
        return [(f"{control.label}: {one}", send(one)) for one in others[:1]]
    if isinstance(control, Checklist):
        return [
            (f"{control.label}: {one}", send(sorted({one} ^ set(control.value))))
            for one in control.ids
        ]
    if isinstance(control, Field):
        return [(control.label, send("plum"))]
    if isinstance(control, Buttons):
        return [
            (f"{control.label}: {text}", lambda key=key: control.press(key))
            for key, text in control.options
            if key not in control.off
        ]
    return []


def state(widgets: list[Any], without: Any) -> str:
    """Return all that the browser shows of the widgets, but for one and the histories."""
    found = [
        one.get_state()
        for one in widgets
        if isinstance(one, Element) and one is not without and not isinstance(one, History)
    ]
    layouts = [
        [one.layout.display, [id(child) for child in getattr(one, "children", ())]]
        for one in widgets
        if isinstance(one, ipywidgets.DOMWidget)
    ]
    return json.dumps([found, layouts], default=str, sort_keys=True)


def panel_of(control: Any, panels: list[SessionPanel]) -> SessionPanel | None:
    """Return the planner that a control is in."""
    return next((panel for panel in panels if any(control is one for one in parts(panel))), None)
