"""The player in a real browser, without a kernel, with a clock that the test moves."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from helpers.export.page import page as page_of
from helpers.planner import plan
from helpers.player import RoutinePlayer, score
from helpers.player.signs import KINDS
from helpers.routine import Routine, Verdict
from helpers.session import Session
from tests.browser.bench import Bench
from tests.browser.chromium import new_context

STAND_INS = """() => {
  window.heard = [];
  window.locks = 0;
  const voices = [{ name: 'Test', lang: 'en' }];
  Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: {
    getVoices: () => window.mute ? [] : voices,
    speak: said => heard.push(['voice', said.text, said.volume]),
    cancel: () => heard.push(['hush']),
  } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const param = { setValueAtTime() {}, linearRampToValueAtTime() {} };
  window.AudioContext = class {
    constructor() { this.currentTime = 0; this.state = 'running'; this.destination = {}; }
    createOscillator() {
      return { frequency: { set value(hz) { heard.push(['tone', hz]); } },
        connect() {}, start() {}, stop() {} };
    }
    createGain() { return { gain: param, connect() {} }; }
    resume() {} close() { heard.push(['closed']); }
  };
  Object.defineProperty(navigator, 'vibrate', { configurable: true,
    value: pattern => { heard.push(['buzz', pattern.length]); return true; } });
  const lock = () => { window.locks += 1; const taken = new EventTarget();
    taken.release = async () => { window.locks -= 1; taken.dispatchEvent(new Event('release')); };
    return taken; };
  Object.defineProperty(navigator, 'wakeLock', { configurable: true,
    value: { request: async () => window.held = lock() } });
}"""
HIGH_CONTRAST = """() => {
  const colors = { 'ui-font-color1': '#fff', 'layout-color1': '#000', 'brand-color1': '#ffd33d' };
  for (const [name, value] of Object.entries(colors))
    document.body.style.setProperty(`--jp-${name}`, value);
}"""
HIDE = """hidden => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
}"""


def no_massage() -> RoutinePlayer:
    """Return the player of a day without a massage."""
    verdict = Verdict(action="STOP", blocks=True, reasons=("Fever.",))
    return RoutinePlayer(Routine(minutes=20, verdict=verdict))


@cache
def routine() -> Routine:
    return plan(Session(minutes=20))


@cache
def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = score(routine())["steps"]
    return found


@cache
def player() -> RoutinePlayer:
    return RoutinePlayer(routine())


@pytest.fixture
def bench(browser: Browser) -> Iterator[Bench]:
    context = new_context(browser)
    made = Bench(context.new_page())
    made.page.emulate_media(reduced_motion="reduce")
    made.page.evaluate(STAND_INS)
    yield made
    assert made.requests == []
    assert made.errors == []
    context.close()


def show(bench: Bench, name: str = "a") -> Locator:
    view = bench.show(name, player()).last
    expect(view.get_by_role("timer")).not_to_be_empty()
    return view


def press(view: Locator, name: str) -> None:
    view.get_by_role("button", name=name, exact=True).click()


def heard(bench: Bench) -> list[list[Any]]:
    found: list[list[Any]] = bench.page.evaluate("heard.splice(0)")
    return found


def clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def test_a_whole_massage_from_the_first_touch_to_the_last(bench: Bench) -> None:
    view = show(bench)
    bench.stop_clock()
    press(view, "Start")
    said: list[str] = []
    for number, step in enumerate(steps(), start=1):
        expect(view.get_by_text(f"Step {number} of {len(steps())}", exact=True)).to_be_visible()
        assert view.get_by_role("timer").text_content() == clock(step["seconds"])
        bench.page.clock.run_for(1000 * step["seconds"])
        said += [entry[1] for entry in heard(bench) if entry[0] == "voice"]
    bench.page.clock.run_for(1000)
    expect(view.get_by_text("20:00 of 20:00")).to_be_visible()
    expect(view.get_by_role("button", name="Start over").first).to_be_visible()
    wanted = {sign["say"] for step in steps() for sign in step["signs"] if sign["kind"] != "breath"}
    said += [entry[1] for entry in heard(bench) if entry[0] == "voice"]
    assert wanted <= set(said)
    assert bench.page.evaluate("locks") == 0


def test_every_kind_of_sign_sounds_buzzes_and_is_written(bench: Bench) -> None:
    view = show(bench)
    bench.stop_clock()
    bench.page.evaluate("mute = true")
    press(view, "Start")
    tones: set[tuple[float, ...]] = set()
    for _ in range(25):
        bench.page.clock.run_for(48_000)
        found = heard(bench)
        tones |= {(entry[1],) for entry in found if entry[0] == "tone"}
        assert any(entry[0] == "buzz" for entry in found)
    # Each kind has tones of its own; these are heard in no other kind.
    assert {(587,), (494,), (440,), (554,), (392,)} <= tones
    assert {sign["kind"] for step in steps() for sign in step["signs"]} == set(KINDS)
    expect(view.get_by_role("status")).to_have_text(steps()[-1]["signs"][-1]["say"])


def test_each_way_and_each_kind_can_be_switched_off_and_stays_so(bench: Bench) -> None:
    view = show(bench)
    bench.stop_clock()
    view.get_by_text("Sounds and signs").click()
    view.get_by_label("Loudness of the voice").fill("40")
    press(view, "Start")
    assert ["voice", steps()[0]["signs"][0]["say"], 0.4] in heard(bench)
    view.get_by_label("Voice", exact=True).uncheck()
    heard(bench)
    bench.page.clock.run_for(16_000)
    assert [entry[0] for entry in heard(bench)] == ["tone", "tone", "buzz"]
    view.get_by_label("Chimes", exact=True).uncheck()
    view.get_by_label("Vibration", exact=True).uncheck()
    bench.page.clock.run_for(60_000)
    assert [entry for entry in heard(bench) if entry[0] != "hush"] == []
    # The words are there all the same.
    expect(view.get_by_role("status")).not_to_be_empty()
    for name in ("Chimes", "Vibration", "Voice"):
        view.get_by_label(name, exact=True).check()
    view.get_by_label("A new step starts", exact=True).uncheck()
    heard(bench)
    press(view, "Next")
    assert [entry for entry in heard(bench) if entry[0] == "voice"] == []
    again = show(bench, "b")
    again.get_by_text("Sounds and signs").click()
    expect(again.get_by_label("A new step starts", exact=True)).not_to_be_checked()
    expect(again.get_by_label("Loudness of the voice")).to_have_value("40")


def test_every_button_does_what_it_says(bench: Bench) -> None:
    view = show(bench)
    bench.stop_clock()
    timer, first = view.get_by_role("timer"), steps()[0]["seconds"]
    press(view, "Start")
    bench.page.clock.run_for(10_000)
    expect(timer).to_have_text(clock(first - 10))
    press(view, "+30 s")
    expect(timer).to_have_text(clock(first + 20))
    expect(view.get_by_text("0:10 of 20:30")).to_be_visible()
    press(view, "Pause")
    bench.page.clock.run_for(60_000)
    expect(timer).to_have_text(clock(first + 20))
    press(view, "Go on")
    bench.page.clock.run_for(5_000)
    press(view, "Repeat")
    expect(timer).to_have_text(clock(first + 30))
    press(view, "Next")
    expect(view.locator(".gh-player-count")).to_contain_text("Step 2 of")
    press(view, "Next")
    press(view, "Back")
    expect(view.locator(".gh-player-count")).to_contain_text("Step 2 of")
    bench.page.clock.run_for(5_000)
    press(view, "Back")
    expect(timer).to_have_text(clock(steps()[1]["seconds"]))
    view.get_by_text("All steps").click()
    view.get_by_role("listitem").nth(5).get_by_role("button").click()
    expect(view.get_by_text("Step 6 of")).to_be_visible()
    current = view.locator("[aria-current=step]")
    expect(current).to_contain_text(steps()[5]["name"])
    press(view, "Big view")
    expect(view.get_by_role("button", name="Small view")).to_be_visible()
    box = view.locator(".gh-player").bounding_box()
    assert box
    assert box["width"] >= 1280
    press(view, "Small view")
    expect(view.get_by_role("button", name="Big view")).to_be_visible()


def test_all_by_keys(bench: Bench) -> None:
    view = show(bench)
    bench.stop_clock()
    view.get_by_role("button", name="Next", exact=True).focus()
    keys = bench.page.keyboard
    count, heard = view.locator(".gh-player-count"), view.get_by_role("status")
    keys.press("ArrowRight")
    expect(count).to_contain_text("Step 2 of")
    # While it rests, no sign names the step for who does not see it.
    expect(heard).to_contain_text("Step 2 of")
    keys.press("ArrowLeft")
    expect(count).to_contain_text("Step 1 of")
    expect(heard).to_contain_text("Step 1 of")
    keys.press("+")
    expect(view.get_by_role("timer")).to_have_text(clock(steps()[0]["seconds"] + 30))
    view.locator(".gh-player").focus()
    keys.press("Space")
    expect(view.get_by_role("button", name="Pause")).to_be_visible()
    bench.page.clock.run_for(9_000)
    keys.press("r")
    expect(view.get_by_role("timer")).to_have_text(clock(steps()[0]["seconds"] + 30))
    keys.press("g")
    expect(view.get_by_role("button", name="Small view")).to_be_visible()
    keys.press("Escape")
    expect(view.get_by_role("button", name="Big view")).to_be_visible()


def test_a_hidden_page_comes_back_at_the_right_place(bench: Bench) -> None:
    view = show(bench)
    bench.stop_clock()
    press(view, "Start")
    bench.page.clock.run_for(1_000)
    bench.page.evaluate(HIDE, True)
    bench.page.evaluate("held.release()")
    bench.page.clock.fast_forward(300_000)
    bench.page.evaluate(HIDE, False)
    expect(view.get_by_text("5:01 of 20:00")).to_be_visible()
    assert bench.page.evaluate("locks") == 1
    expect(view.get_by_role("button", name="Pause")).to_be_visible()


def test_a_machine_that_slept_waits_where_it_was(bench: Bench) -> None:
    view = show(bench)
    bench.stop_clock()
    press(view, "Start")
    bench.page.clock.run_for(20_000)
    bench.page.clock.fast_forward(600_000)
    expect(view.get_by_text("This device was asleep")).to_be_visible()
    expect(view.get_by_text("0:20 of 20:00")).to_be_visible()
    press(view, "Go on")
    bench.page.clock.run_for(2_000)
    expect(view.get_by_text("0:22 of 20:00")).to_be_visible()


def test_after_a_reload_the_place_is_offered_with_its_age_and_taken_with_the_focus(
    bench: Bench,
) -> None:
    view = show(bench)
    bench.stop_clock()
    press(view, "Start")
    bench.page.clock.run_for(200_000)
    bench.remove("a")
    bench.page.clock.run_for(7 * 60_000)
    view = show(bench, "b")
    expect(view.get_by_text("You stopped in step 4", exact=False)).to_contain_text("7 minutes ago")
    press(view, "Carry on there")
    expect(view.get_by_text("3:20 of 20:00")).to_be_visible()
    expect(view.get_by_role("button", name="Pause")).to_be_focused()
    bench.page.keyboard.press("Space")
    bench.remove("b")
    view = show(bench, "c")
    press(view.locator(".gh-player-resume"), "Start over")
    expect(view.get_by_text("0:00 of 20:00")).to_be_visible()
    expect(view.get_by_role("button", name="Pause")).to_be_focused()


def test_two_players_do_not_talk_over_each_other(bench: Bench) -> None:
    one, two = show(bench, "a"), show(bench, "b")
    bench.stop_clock()
    press(one, "Start")
    press(two, "Start")
    expect(one.get_by_role("button", name="Go on")).to_be_visible()
    heard(bench)
    bench.page.clock.run_for(steps()[0]["seconds"] * 1000)
    assert sum(e[0] == "voice" and e[1].startswith("Ask now") for e in heard(bench)) == 1


def test_nothing_is_left_behind(bench: Bench) -> None:
    bench.page.evaluate("""() => { window.timers = new Set();
      const [set, clear] = [setInterval, clearInterval];
      window.setInterval = (...all) => { const id = set(...all); timers.add(id); return id; };
      window.clearInterval = id => { timers.delete(id); clear(id); }; }""")
    view = show(bench)
    press(view, "Start")
    assert bench.page.evaluate("[timers.size, locks]") == [1, 1]
    assert bench.remove("a") == 0
    assert bench.page.evaluate("[timers.size, locks]") == [0, 0]
    assert bench.page.locator(".gh-player").count() == 0
    assert ["closed"] in heard(bench)


def test_an_hour_of_play_needs_no_more_memory(bench: Bench) -> None:
    view = show(bench)
    bench.stop_clock()
    tools = bench.page.context.new_cdp_session(bench.page)

    def used() -> tuple[int, float]:
        tools.send("HeapProfiler.collectGarbage")
        nodes = tools.send("Memory.getDOMCounters")["nodes"]
        heap: float = tools.send("Runtime.getHeapUsage")["usedSize"]
        return nodes, heap

    def play() -> None:
        view.get_by_role("button", name="Start over").first.click()
        bench.page.clock.run_for(1_210_000)
        heard(bench)

    press(view, "Start")
    bench.page.clock.run_for(1_210_000)
    heard(bench)
    nodes, heap = used()
    play()
    play()
    later, more = used()
    assert later <= nodes * 1.05
    assert more <= heap * 1.1


def test_with_motion_the_hands_go_with_the_clock(bench: Bench) -> None:
    bench.page.emulate_media(reduced_motion="no-preference")
    view = show(bench)
    bench.stop_clock()
    press(view, "Next")
    press(view, "Start")
    hand = view.locator(".gh-player-picture .gh-player-hand").last
    seen = set()
    for _ in range(8):
        bench.page.clock.run_for(1_500)
        seen.add(hand.evaluate("e => e.style.transform"))
    assert len(seen) == 8
    press(view, "Pause")
    still = hand.evaluate("e => e.style.transform")
    bench.page.clock.run_for(3_000)
    assert hand.evaluate("e => e.style.transform") == still


def test_with_less_motion_numbered_arrows_light_up_in_turn(bench: Bench) -> None:
    view = show(bench)
    bench.stop_clock()
    press(view, "Next")
    press(view, "Next")
    press(view, "Start")
    lit = set()
    for _ in range(16):
        bench.page.clock.run_for(1_000)
        lit.add(view.locator(".gh-player-picture .gh-now text").first.text_content())
    assert len(lit) >= 3


def test_axe_finds_nothing_in_three_themes_and_narrow_pages_do_not_scroll(bench: Bench) -> None:
    view = show(bench)
    press(view, "Next")
    for name in ("All steps", "Sounds and signs", "When to stop", "Describe this picture"):
        view.locator("summary").filter(has_text=name).click()
    for theme in ("light", "dark"):
        bench.theme(theme)
        assert bench.faults() == []
    bench.page.evaluate(HIGH_CONTRAST)
    assert bench.faults() == []
    bench.page.set_viewport_size({"width": 320, "height": 640})
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert bench.page.evaluate(width) == 0


def test_a_new_plan_is_offered_asked_for_and_taken_with_the_focus(bench: Bench) -> None:
    view = show(bench)
    expect(view.get_by_role("button", name="Take the new plan")).to_be_hidden()
    bench.push("a", stale=True)
    press(view, "Take the new plan")
    assert bench.sent("a") == [{"message": {"renew": True}}]
    expect(view.get_by_text("The new plan is being made")).to_be_visible()
    other = RoutinePlayer(plan(Session(minutes=10))).score
    bench.push("a", score=b64encode(other).decode(), stale=False)
    expect(view.get_by_text("0:00 of 10:00")).to_be_visible()
    expect(view.get_by_role("button", name="Start", exact=True)).to_be_focused()
    bench.push("a", score=b64encode(no_massage().score).decode())
    expect(view.get_by_role("region", name="A back massage")).to_be_focused()


def test_no_massage_today_cannot_be_started(bench: Bench) -> None:
    view = bench.show("a", no_massage())
    expect(view.get_by_text("There is no massage today")).to_contain_text("Fever.")
    assert view.get_by_role("button").count() == 0


def test_the_page_runs_from_a_disk_without_a_network(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "massage.html"
    file.write_text(page_of(routine()), encoding="utf-8")
    assert page_of(routine()) == file.read_text(encoding="utf-8")
    context = new_context(browser, width=400, height=800)
    context.set_offline(True)
    page: Page = context.new_page()
    errors: list[str] = []
    requests: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(file.as_uri())
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(page.get_by_text("0:01 of 20:00")).to_be_visible()
    assert requests == [file.as_uri()]
    assert errors == []
    context.close()
