"""The map of the back in a real browser: marks by pointer and by keyboard."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from helpers.diagrams.body_map import MAP_VIEW
from helpers.diagrams.style import WIDTH
from helpers.widgets import BodyMap
from helpers.widgets.controls import Pin
from tests.browser.bench import Bench

KINDS = [("tight", "tight"), ("tender", "tender"), ("lump", "a lump")]
BLADE = "Shoulder blade, right"


def shown(bench: Bench, *marks: Pin, **more: Any) -> Locator:
    return bench.show("a", BodyMap("Sore places", marks, kinds=KINDS, help="Tap a place.", **more))


def on_screen(view: Locator, x: float, y: float) -> tuple[float, float]:
    box = view.locator(".gh-map-picture").bounding_box()
    assert box is not None
    k = box["width"] / WIDTH * MAP_VIEW.scale
    return box["x"] + (x - MAP_VIEW.left) * k, box["y"] + (y - MAP_VIEW.top) * k


def marks(bench: Bench) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = bench.sent("a")[-1]["marks"]
    return found


def test_keyboard_alone_marks_moves_and_removes(bench: Bench) -> None:
    view = shown(bench, Pin(11, 11, "tender"))
    place = view.get_by_role("button", name=f"{BLADE}, mark 1 here")
    place.press("Enter")
    # A second mark in the same place does not hide the first one, and has the focus.
    second = view.get_by_role("button", name=f"Mark 2, {BLADE}: tight")
    expect(second).to_be_focused()
    expect(second).to_have_accessible_description("Arrow keys move a mark, Delete takes it away.")
    assert [(m["x"], m["y"]) for m in marks(bench)] == [(11, 11), (11, 14)]
    second.press("ArrowLeft")
    bench.page.keyboard.press("ArrowUp")
    assert [(m["x"], m["y"]) for m in marks(bench)][1] == (10, 13)
    bench.page.keyboard.press("Delete")
    expect(view.get_by_role("button", name=f"{BLADE}, mark 1 here")).to_be_focused()
    assert [m["kind"] for m in marks(bench)] == ["tender"]
    expect(view.get_by_role("status")).to_have_text("Mark 2 is gone.")


def test_a_pointer_marks_the_exact_point_and_drags_it(bench: Bench) -> None:
    view = shown(bench)
    mouse = bench.page.mouse
    mouse.click(*on_screen(view, -4.8, 12))
    (mark,) = marks(bench)
    assert (mark["x"], mark["y"]) == (pytest.approx(-4.8, abs=0.15), pytest.approx(12, abs=0.15))
    expect(view.get_by_role("listitem")).to_have_text(
        "Between spine and shoulder blade, left: tightRemove"
    )
    mouse.move(*on_screen(view, -4.8, 12))
    mouse.down()
    mouse.move(*on_screen(view, 5, 20), steps=3)
    mouse.move(*on_screen(view, 5, 24))
    mouse.up()
    (mark,) = marks(bench)
    assert (mark["x"], mark["y"]) == (pytest.approx(5, abs=0.15), pytest.approx(24, abs=0.15))
    mouse.click(*on_screen(view, 27, -8))
    assert bench.sent("a") == []
    expect(view.get_by_role("status")).to_have_text("That is not on the back.")
    view.get_by_role("button", name="Remove mark 1").click()
    assert marks(bench) == []


def test_there_are_no_more_marks_than_may_be(bench: Bench) -> None:
    view = shown(bench, Pin(4, 12, "tight"), most=1)
    view.get_by_role("button", name="Waist, left").press("Space")
    assert bench.sent("a") == []
    expect(view.get_by_role("status")).to_have_text("One mark is the most. Take one away first.")


def test_a_mark_stays_on_the_back(bench: Bench) -> None:
    view = shown(bench, Pin(0, -9.5, "tight"))
    view.get_by_role("button", name="Mark 1,").press("ArrowUp")
    assert [sent for sent in bench.sent("a") if "marks" in sent] == []
    expect(view.get_by_role("status")).to_have_text("The back ends here.")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(bench: Bench, theme: str) -> None:
    view = shown(bench, Pin(4, 12, "tight"), Pin(10, 34, "lump", 6.5))
    bench.theme(theme)
    view.get_by_role("button", name=BLADE, exact=True).focus()
    assert bench.faults() == []


def test_a_closed_view_leaves_nothing_behind(bench: Bench) -> None:
    shown(bench, Pin(4, 12, "tight"))
    assert bench.remove("a") == 0
