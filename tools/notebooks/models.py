"""The saved widgets: only those that are shown, numbered, without what goes without saying."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ipywidgets
from nbformat import NotebookNode

from tools.notebooks.errors import BuildError

VIEW = "application/vnd.jupyter.widget-view+json"
REFERENCE = "IPY_MODEL_"
ENTRY = ("_model_module", "_model_module_version", "_model_name")
"""Traits that stand beside a saved state as well; what reads it takes them from there."""

State = dict[str, Any]


def tidy_models(book: NotebookNode, state: State) -> State:
    """Number the widgets in the order in which the notebook shows them; return their new state.

    Widgets that nothing shows are left out.
    """
    state = _renamed(state, _same_layouts(state))
    shown: dict[str, None] = {}  # a set that keeps its order
    for view in views(book):
        _reach(view["model_id"], state, shown)
    for link in _links(state, shown):
        _reach(link, state, shown)
    names = {old: f"{place:04}" for place, old in enumerate(shown, start=1)}
    for view in views(book):
        view["model_id"] = names[view["model_id"]]
    return {new: _renamed(_short(state[old]), names) for old, new in names.items()}


def views(book: NotebookNode) -> Iterator[NotebookNode]:
    """Return what the outputs of a notebook show of its widgets, in order."""
    for cell in book.cells:
        for output in cell.get("outputs", []):
            if view := output.get("data", {}).get(VIEW):
                yield view


def references(value: Any) -> Iterator[str]:
    """Return the ids of the widgets that a part of a widget's state refers to."""
    if isinstance(value, str) and value.startswith(REFERENCE):
        yield value.removeprefix(REFERENCE)
    elif isinstance(value, dict):
        for name in sorted(value):
            yield from references(value[name])
    elif isinstance(value, list | tuple):
        for item in value:
            yield from references(item)


def _reach(model: str, state: State, shown: dict[str, None]) -> None:
    if model in shown:
        return
    if model not in state:
        raise BuildError("an output shows a widget that was closed again.")
    shown[model] = None
    for other in references(state[model]["state"]):
        _reach(other, state, shown)


def _same_layouts(state: State) -> dict[str, str]:
    """Return, for each widget, its own id, but for a layout the first one that is equal to it."""
    first: dict[str, str] = {}
    same = {model: model for model in state}
    for model, entry in state.items():
        if entry["model_name"] == "LayoutModel":
            same[model] = first.setdefault(repr(sorted(entry["state"].items())), model)
    return same


def _links(state: State, shown: dict[str, None]) -> list[str]:
    """Return the links between two shown widgets, which work in the browser unseen."""
    places = {model: place for place, model in enumerate(shown)}
    found = []
    for model, entry in state.items():
        ends = [entry["state"].get(end) for end in ("source", "target")]
        if all(isinstance(end, list) for end in ends):
            models = [next(references(end), "") for end in ends]
            if all(each in places for each in models):
                key = [(places[each], end[1]) for each, end in zip(models, ends, strict=True)]
                found.append((key, model))
    return [model for _, model in sorted(found)]


def _defaults() -> dict[tuple[Any, Any], dict[str, Any]]:
    """Return, for each class of ipywidgets, the values that its JavaScript has by itself."""
    found = {}
    kinds: list[Any] = [kind for kind in vars(ipywidgets).values() if isinstance(kind, type)]
    for kind in kinds:
        if issubclass(kind, ipywidgets.Widget):
            traits = kind.class_traits(sync=True)
            values = {name: trait.default_value for name, trait in traits.items()}
            values["_dom_classes"] = []
            found[values["_model_module"], values["_model_name"]] = values
    return found


DEFAULTS = _defaults()
ANY = DEFAULTS["@jupyter-widgets/base", "DOMWidgetModel"]


def _short(entry: Any) -> Any:
    """Return a widget's entry without the traits that have their default value."""
    usual = DEFAULTS.get((entry["model_module"], entry["model_name"]), ANY)
    kept = {
        name: value
        for name, value in entry["state"].items()
        if name not in ENTRY and (name not in usual or usual[name] != value)
    }
    return {**entry, "state": kept}


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str) and value.startswith(REFERENCE):
        model = value.removeprefix(REFERENCE)
        return REFERENCE + names.get(model, model)
    if isinstance(value, dict):
        return {name: _renamed(item, names) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_renamed(item, names) for item in value]
    return value
