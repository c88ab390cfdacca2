"""A stroke in motion, in a real browser without a kernel, on a clock that the test moves."""

import itertools
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from helpers.diagrams import moving_svg, stroke_still
from helpers.player import StrokeStage, motion_of
from helpers.strokes import build
from helpers.widgets.controls import Slider
from tests.browser.bench import Bench

STROKE = build("T02", place="whole", pace=10.0, level=2)
FIND = """id => {
  models[id] = new Model({ value: 10 });
  Model.prototype.widget_manager = { get_model: async (one) => models[one] };
}"""
"""Makes a control's model, and lets the others find it."""


@pytest.fixture
def bench(bench: Bench) -> Bench:
    bench.page.emulate_media(reduced_motion="no-preference")
    return bench


def stage(**more: Any) -> StrokeStage:
    return StrokeStage(
        stroke_still("T02", "whole", "reference"), moving_svg(STROKE), stroke=STROKE,
        name="Long glide", description="Both hands go up.", pace=10.0, passes=1.0, level="2",
        **more,
    )  # fmt: skip


def show(bench: Bench) -> Locator:
    view = bench.show("a", stage())
    expect(view.get_by_role("button", name="Show the stroke in motion")).to_be_visible()
    bench.stop_clock()
    return view


def hand(view: Locator) -> list[float]:
    """Where the right hand is, px of the picture."""
    text = view.locator(".gh-player-hand").last.evaluate("e => e.style.transform")
    return [float(number) for number in re.findall(r"-?[\d.]+", text)]


def seconds(view: Locator) -> float:
    text = view.locator(".gh-motion-time").text_content() or ""
    return float(text.split(" s of ")[1].removesuffix(" s"))


def test_the_hands_go_along_the_drawn_stroke_and_stop_by_themselves(bench: Bench) -> None:
    view = show(bench)
    drawn = view.locator("g[id*='gh-hand-right-edge']")
    expect(drawn).to_be_visible()
    view.get_by_role("button").click()
    expect(drawn).to_be_hidden()
    # The back stays in sight below the hands.
    look = "e => [getComputedStyle(e).backgroundColor, e.clientWidth]"
    covers = view.locator(".gh-player-world svg").evaluate_all(f"all => all.map({look})")
    assert all(color == "rgba(0, 0, 0, 0)" and width < 5 for color, width in covers)
    assert seconds(view) == pytest.approx(STROKE.seconds, abs=0.6)
    places = []
    for _ in range(4):
        bench.page.clock.run_for(1000)
        places.append(hand(view))
    ways = [abs(b[1] - a[1]) for a, b in itertools.pairwise(places)]
    # 10 cm a second on a picture with 12.5 px per cm, on the way up the back.
    assert ways[0] == pytest.approx(125, rel=0.15)
    bench.page.clock.run_for(1000 * STROKE.seconds)
    expect(view.get_by_role("button", name="Show the stroke in motion")).to_be_visible()
    expect(drawn).to_be_visible()


def test_pace_passes_and_pressure_answer_without_a_kernel(bench: Bench) -> None:
    view = show(bench)
    view.get_by_role("button").click()
    bench.page.clock.run_for(1500)
    once = seconds(view)
    bench.push("a", passes=3.0)
    assert seconds(view) == pytest.approx(3 * once, abs=2)
    bench.push("a", passes=1.0, pace=5.0)
    assert seconds(view) == pytest.approx(2 * once, abs=2)
    before = hand(view)
    bench.page.clock.run_for(1000)
    assert abs(hand(view)[1] - before[1]) == pytest.approx(62, rel=0.2)
    bench.push("a", level="1")
    expect(view.locator(".gh-player-level").last).to_have_text("1")
    assert bench.sent("a") == []


def test_controls_are_followed_without_a_word_to_the_kernel(bench: Bench) -> None:
    slider = Slider("Pace", 10.0, 5.0, 20.0)
    bench.page.evaluate(FIND, slider.model_id)
    view = bench.show("a", stage(follows={"pace": slider}))
    button = view.get_by_role("button", name="Show the stroke in motion")
    expect(button).to_be_visible()
    bench.stop_clock()
    button.click()
    bench.page.clock.run_for(1500)
    once = seconds(view)
    bench.push(slider.model_id, value=5.0)
    assert seconds(view) == pytest.approx(2 * once, abs=2)
    # The kernel's answer to an earlier move changes nothing that the control says.
    bench.push("a", pace=8.0)
    assert seconds(view) == pytest.approx(2 * once, abs=2)
    assert bench.sent("a") == bench.sent(slider.model_id) == []
    assert bench.remove("a") == 0
    assert bench.page.evaluate("id => models[id].listeners.length", slider.model_id) == 0


def test_a_stroke_that_is_left_out_has_nothing_to_move(bench: Bench) -> None:
    view = show(bench)
    view.get_by_role("button").click()
    bench.push("a", motion="")
    expect(view.get_by_role("button")).to_be_hidden()
    bench.page.clock.run_for(2000)
    expect(view.locator(".gh-player-world")).to_be_hidden()


def test_axe_finds_nothing_and_nothing_is_left_behind(bench: Bench) -> None:
    view = bench.show("a", stage())
    view.get_by_role("button").click()
    for theme in ("light", "dark"):
        bench.theme(theme)
        assert bench.faults() == []
    assert bench.remove("a") == 0


def test_the_motion_is_that_of_the_stroke() -> None:
    assert motion_of(None) == b""
    assert motion_of(STROKE) == motion_of(STROKE)
