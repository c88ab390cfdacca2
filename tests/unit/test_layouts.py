"""Widgets that look the same share one layout, and hiding one of them hides no other."""

from collections.abc import Iterator
from typing import Any

import ipywidgets
import pytest

from helpers.stage import is_shown, layout, set_shown
from helpers.stage.layouts import SharedLayout
from helpers.widgets import FullPlanner, OilPlanner, StrokePlanner
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


def test_a_shared_layout_cannot_be_changed() -> None:
    with pytest.raises(AttributeError, match="share"):
        Card("One").layout.display = "none"
    assert is_shown(Card("Two"))


def test_after_all_widgets_were_closed_there_is_a_new_one() -> None:
    old = layout(flex="3")
    ipywidgets.Widget.close_all()
    assert layout(flex="3") is not old
