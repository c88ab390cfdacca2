"""The list of steps in a real browser: opened, moved by keys and by its grip, and read out."""

from typing import Any

from playwright.sync_api import expect

from helpers.widgets.controls import RoutineList
from tests.browser.bench import Bench

NAMES = ("Resting hands", "Long glide", "Palm circles", "Closing hold")


def rows(order: str = "0123", **first: Any) -> list[dict[str, Any]]:
    found = [
        {"name": NAMES[int(k)], "where": "whole back", "level": "level 2", "tint": 2,
         "time": "1:00"}
        for k in order
    ]  # fmt: skip
    found[0] |= {"phase": "Arrive"} | first
    return list(RoutineList("Steps", found).rows)


def asked(bench: Bench) -> list[dict[str, Any]]:
    return [entry["message"] for entry in bench.sent("list") if "message" in entry]


def test_a_step_is_moved_by_keys_and_keeps_the_focus(bench: Bench) -> None:
    list_ = RoutineList("Steps", rows(phase="Arrive", remarks=[("error", "Too long.", "Why.")]))
    view = bench.show("list", list_)
    keys = bench.page.keyboard
    buttons = view.locator(".gh-routine-step")
    expect(view.get_by_text("Mistake: Too long. Why.")).to_be_visible()
    # One stop for Tab; from there the arrow keys go from step to step.
    keys.press("Tab")
    expect(buttons.nth(0)).to_be_focused()
    keys.press("ArrowDown")
    expect(buttons.nth(1)).to_be_focused()
    keys.press("Alt+ArrowDown")
    assert asked(bench) == [{"act": "down", "row": 1, "to": -1}]
    bench.push("list", rows=rows("0213"), chosen=2, said="Long glide is step 3 of 4 now.")
    expect(buttons.nth(2)).to_be_focused()
    expect(buttons.nth(2)).to_have_accessible_name("3. Long glide, whole back, level 2, 1:00")
    expect(view.get_by_role("status")).to_have_text("Long glide is step 3 of 4 now.")
    # The buttons stand below the open step, and the one that was pressed keeps the focus.
    tools = view.get_by_role("group", name="Change step 3")
    tools.get_by_role("button", name="Up").press("Enter")
    assert asked(bench) == [{"act": "up", "row": 2, "to": -1}]
    bench.push("list", rows=rows("0123"), chosen=1)
    group = view.get_by_role("group", name="Change step 2")
    expect(group.get_by_role("button", name="Up")).to_be_focused()
    assert bench.faults() == []
    assert bench.errors == []
    assert bench.remove("list") == 0


def test_a_locked_step_can_only_be_unlocked(bench: Bench) -> None:
    view = bench.show("list", RoutineList("Steps", rows(locked=True)))
    view.locator(".gh-routine-step").first.click()
    expect(view.locator(".gh-routine-step").first).to_have_attribute("aria-expanded", "true")
    assert bench.sent("list") == [{"chosen": 0}]
    group = view.get_by_role("group", name="Change step 1")
    for name in ("Up", "Down", "Shorter", "Longer", "Lighter", "Firmer", "Remove"):
        button = group.get_by_role("button", name=name)
        expect(button).to_be_disabled()
        button.click(force=True)
    assert asked(bench) == []
    group.get_by_role("button", name="Unlock").click()
    assert asked(bench) == [{"act": "lock", "row": 0, "to": -1}]
    bench.theme("dark")
    assert bench.faults() == []


def test_a_step_is_dragged_by_its_grip(bench: Bench) -> None:
    view = bench.show("list", RoutineList("Steps", rows()))
    grips, mouse = view.locator(".gh-routine-grip"), bench.page.mouse

    def drag(source: int, target: int, *, escape: bool = False) -> None:
        start, end = grips.nth(source).bounding_box(), grips.nth(target).bounding_box()
        assert start
        assert end
        mouse.move(start["x"] + 5, start["y"] + 5)
        mouse.down()
        mouse.move(end["x"] + 5, end["y"] + 8, steps=4)
        if escape:
            bench.page.keyboard.press("Escape")
        mouse.up()

    drag(3, 1)
    assert asked(bench) == [{"act": "move", "row": 3, "to": 1}]
    drag(0, 2)
    assert asked(bench) == [{"act": "move", "row": 0, "to": 2}]
    drag(0, 2, escape=True)
    drag(1, 1)
    assert asked(bench) == []
