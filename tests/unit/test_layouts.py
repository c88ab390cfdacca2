"""Widgets that look the same share one layout, and hiding one of them hides no other."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets
import pytest

from helpers.session import Answer, Prepare, Spot, Store
from helpers.stage import is_shown, layout, set_shown
from helpers.stage.layouts import SharedLayout
from helpers.widgets import (
    FullPlanner,
    OilPlanner,
    PreparePlanner,
    ScreeningPlanner,
    SessionLog,
    SessionSheet,
    StrokePlanner,
)
from helpers.widgets.controls import Card


def inside(widget: Any) -> Iterator[Any]:
    """Yield a widget and all that is in it."""
    yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child)


def test_what_looks_the_same_is_one_layout() -> None:
    assert layout(flex="1", min_width="0") is layout(min_width="0", flex="1")
    assert layout() is not layout(flex="1")
    assert Card("One").layout is Card("Two").layout


@pytest.mark.parametrize("make", [FullPlanner, OilPlanner, lambda: StrokePlanner("T02")])
def test_a_planner_adds_a_layout_only_for_what_can_be_hidden(make: Any) -> None:
    make()
    before = {one.layout.model_id for one in inside(make())}
    there = list(inside(make()))
    added = [one for one in there if one.layout.model_id not in before]
    assert not any(isinstance(one.layout, SharedLayout) for one in added)
    assert len(added) < len(there) / 3


def test_one_is_hidden_and_shown_again_and_the_others_stay() -> None:
    half = layout(flex="1 1 22rem")
    one, other = Card("One", layout=half), Card("Other", layout=half)
    set_shown(one, False)
    assert not is_shown(one)
    assert is_shown(other)
    assert one.layout.flex == "1 1 22rem"
    set_shown(one, True)
    assert is_shown(one)


HIDING: dict[str, Any] = {
    "prepare": PreparePlanner,
    "oil": lambda store: OilPlanner(store=store),
    "screening": ScreeningPlanner,
    "log": SessionLog,
    "sheet": SessionSheet,
}


@pytest.mark.parametrize("name", HIDING)
def test_who_can_be_hidden_has_a_layout_of_its_own_from_the_start(
    name: str, tmp_path: Path
) -> None:
    store = Store(tmp_path / "session.json")
    shown = HIDING[name](store)
    first = {id(one): one.layout for one in inside(shown)}
    hidden: set[frozenset[int]] = set()
    for changes in (
        {"prepare": Prepare(place="chair"), "position": "seated"},
        {"prepare": Prepare(rest="face_up", oil="none"), "position": "face_down"},
        {"answers": (Answer("O01", "yes"), Answer("S33", "yes"))},
        {"answers": (Answer("RF01", "yes"),)},
        {"answers": (), "spots": (Spot(4.5, 12.0, "tight", 5), Spot(-4.5, 12.0, "tight", 5))},
        {"minutes": 45},
        {"minutes": 3},
    ):
        store.change("other", changes)
        found = list(inside(shown))
        assert all(one.layout is first.get(id(one), one.layout) for one in found)
        hidden.add(frozenset(id(one) for one in found if not is_shown(one)))
    assert len(hidden) > 1


def test_a_shared_layout_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="share"):
        Card("One").layout.display = "none"
    assert is_shown(Card("Two"))


def test_after_all_widgets_were_closed_there_is_a_new_one() -> None:
    old = layout(flex="3")
    ipywidgets.Widget.close_all()
    assert layout(flex="3") is not old
