"""The shared controls in a real browser."""

import pytest
from playwright.sync_api import Locator, expect

from helpers.stage import Element
from helpers.widgets import Buttons, Card, Checklist, Choice, Field, History, Slider
from tests.browser.bench import Bench

SIDES = [("both", "Both"), ("left", "Left"), ("right", "Right")]
MANY = [(f"p{n}", f"Place {n}") for n in range(7)]
MARKUP = "<img src=x onerror=alert(1)><b>Ann & Bo</b>"


def slider(**changes: object) -> Slider:
    given = {"label": "Pace", "value": 5, "min": 1, "max": 12, "unit": "cm/s"} | changes
    return Slider(**given)  # type: ignore[arg-type]


def test_a_slider_is_named_and_says_its_value(bench: Bench) -> None:
    view = bench.show("a", slider(help="Slower is calmer.", ours=True))
    handle = view.get_by_role("slider", name="Pace", exact=True)
    expect(handle).to_have_attribute("aria-valuetext", "5 cm/s")
    expect(handle).to_have_accessible_description(
        "Slower is calmer. Our choice: no source gives these numbers; we chose them with care."
    )
    expect(view.get_by_text("5 cm/s")).to_be_visible()
    expect(view.get_by_text("our choice", exact=True)).to_be_visible()
    bench.push("a", help="", ours=False)
    expect(handle).to_have_accessible_description("")
    expect(view.get_by_text("our choice", exact=True)).not_to_be_visible()
    assert view.get_attribute("lang") is None
    expect(bench.show("b", slider(label="Tempo", lang="de"))).to_have_attribute("lang", "de")


def test_a_slider_works_by_keyboard(bench: Bench) -> None:
    view = bench.show("a", slider())
    handle = view.get_by_role("slider")
    bench.page.keyboard.press("Tab")
    expect(handle).to_be_focused()
    assert handle.evaluate("el => getComputedStyle(el).outlineStyle") == "solid"
    bench.page.keyboard.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "6 cm/s")
    expect(view.locator("output")).to_have_text("6 cm/s")
    for key in ("End", "Home", "ArrowUp"):
        bench.page.keyboard.press(key)
    assert bench.sent("a") == [{"value": 6}, {"value": 12}, {"value": 1}, {"value": 2}]


def test_a_slider_follows_the_kernel(bench: Bench) -> None:
    view = bench.show("a", slider(step=0.5))
    expect(view.locator("output")).to_have_text("5.0 cm/s")
    # Range and value in one message: the new value lies outside the old range.
    bench.push("a", min=20, max=60, step=5, value=45, unit="s", label="Rest")
    handle = view.get_by_role("slider", name="Rest")
    expect(handle).to_have_value("45")
    expect(handle).to_have_attribute("aria-valuetext", "45 s")
    bench.push("a", min=1, max=3, step=1, value=1, unit="passes", unit_one="pass")
    expect(handle).to_have_attribute("aria-valuetext", "1 pass")
    assert bench.sent("a") == []


def test_two_views_of_one_slider_move_together(bench: Bench) -> None:
    bench.show("a", slider())
    view = bench.show("a", slider())
    first, second = view.get_by_role("slider").all()
    first.press("ArrowRight")
    expect(second).to_have_value("6")
    assert first.get_attribute("id") != second.get_attribute("id")


def test_radio_buttons_work_by_arrow_keys(bench: Bench) -> None:
    view = bench.show("a", Choice("Side", SIDES, help="Of the receiver."))
    bench.show("b", Choice("Another side", SIDES))
    group = view.get_by_role("group", name="Side", exact=True)
    expect(group).to_have_accessible_description("Of the receiver.")
    bench.page.keyboard.press("Tab")
    expect(view.get_by_role("radio", name="Both")).to_be_focused()
    bench.page.keyboard.press("ArrowDown")
    bench.page.keyboard.press("ArrowDown")
    expect(view.get_by_role("radio", name="Right")).to_be_checked()
    assert bench.sent("a") == [{"value": "left"}, {"value": "right"}]
    assert bench.sent("b") == []


def test_new_options_keep_the_focus(bench: Bench) -> None:
    view = bench.show("a", Choice("Side", SIDES, "left"))
    view.get_by_role("radio", name="Left").focus()
    bench.push("a", options=[["right", "Right", ""], ["left", "The left", "x"]])
    expect(view.get_by_role("radio", name="The left")).to_be_focused()
    expect(view.get_by_role("radio", name="The left")).to_have_accessible_description("x")
    # The chosen one goes: the one chosen instead has the focus.
    bench.push("a", options=[["up", "Up", ""], ["right", "Right", ""]], value="right")
    expect(view.get_by_role("radio", name="Right")).to_be_focused()
    assert view.get_by_role("radio").count() == 2
    # So many that they are shown as a list.
    bench.push("a", options=[[key, text, ""] for key, text in MANY], value="p3")
    expect(view.get_by_role("combobox", name="Side")).to_be_focused()
    expect(view.get_by_role("combobox")).to_have_value("p3")
    bench.page.keyboard.press("ArrowDown")
    assert bench.sent("a") == [{"value": "p4"}]
    bench.push("a", options=[[key, text, ""] for key, text in SIDES], value="both")
    expect(view.get_by_role("radio", name="Both")).to_be_focused()


def test_a_choice_may_be_open(bench: Bench) -> None:
    radios = bench.show("a", Choice("Side", SIDES, ""))
    assert radios.locator("input:checked").count() == 0
    view = bench.show("b", Choice("Place", MANY, ""))
    box = view.get_by_role("combobox", name="Place")
    expect(box).to_have_value("")
    box.select_option("p2")
    assert bench.sent("b") == [{"value": "p2"}]
    assert view.locator("option").count() == len(MANY)


def test_check_boxes(bench: Bench) -> None:
    widget = Checklist("Leave out", [("neck", "Neck", "and shoulders"), "feet"], ["feet"])
    view = bench.show("a", widget)
    neck = view.get_by_role("checkbox", name="Neck", exact=True)
    expect(neck).to_have_accessible_description("and shoulders")
    expect(view.get_by_role("checkbox", name="feet")).to_be_checked()
    neck.press("Space")
    view.get_by_text("feet").click()
    assert bench.sent("a") == [{"value": ["neck", "feet"]}, {"value": ["neck"]}]


def test_disabled_controls_say_nothing(bench: Bench) -> None:
    view = bench.show("a", Choice("Side", SIDES, disabled=True))
    expect(view.get_by_role("radio", name="Left")).to_be_disabled()
    expect(bench.show("b", slider(disabled=True)).get_by_role("slider")).to_be_disabled()


def test_a_card_is_text(bench: Bench) -> None:
    view = bench.show("a", Card(MARKUP, [MARKUP, "Two"], [MARKUP], level=4))
    expect(view.get_by_role("heading", level=4)).to_have_text(MARKUP)
    assert view.locator("p:not([role])").all_inner_texts() == [MARKUP, "Two"]
    assert view.get_by_role("listitem").all_inner_texts() == [MARKUP]
    assert view.locator("img, b").count() == 0


def test_a_card_speaks_only_when_it_may_and_at_rest(bench: Bench) -> None:
    bench.stop_clock()
    for name, speaks in {"a": True, "b": False}.items():
        bench.show(name, Card("Go ahead", ["All fine."], speaks=speaks))
        for n in range(5):
            bench.push(name, heading=f"Stop {n}", paragraphs=["Call 112."])
            bench.page.clock.run_for(100)
    spoken = bench.page.get_by_role("status")
    expect(spoken.first).to_have_text("")
    bench.page.clock.run_for(1000)
    assert spoken.all_text_contents() == ["Stop 4. Call 112.", ""]


ALL: list[Element] = [
    slider(help="Slower is calmer.", ours=True),
    Choice("Side", SIDES, help="Of the receiver."),
    Choice("Place", MANY),
    Choice(MARKUP, [("a", MARKUP, MARKUP)]),
    Checklist("Leave out", [("neck", "Neck", "and shoulders"), "feet"], ["feet"]),
    Card("Heads up", ["Go ahead."], ["Slowly"], tone="warning"),
]


def show_all(bench: Bench) -> list[Locator]:
    return [bench.show(f"w{n}", widget) for n, widget in enumerate(ALL)]


def test_labels_are_text(bench: Bench) -> None:
    for view in show_all(bench):
        assert view.locator("img, b").count() == 0


def test_closed_views_leave_nothing_behind(bench: Bench) -> None:
    views = show_all(bench)
    handle = views[0].get_by_role("slider").element_handle()
    assert [bench.remove(f"w{n}") for n in range(len(ALL))] == [0] * len(ALL)
    assert [view.inner_html() for view in views] == [""] * len(ALL)
    assert handle is not None
    handle.evaluate("el => el.dispatchEvent(new Event('input', { bubbles: true }))")
    assert bench.sent("w0") == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(bench: Bench, theme: str, width: int) -> None:
    bench.page.set_viewport_size({"width": width, "height": 900})
    bench.theme(theme)
    show_all(bench)
    assert bench.faults() == []
    assert bench.page.evaluate("document.documentElement.scrollWidth") <= width


def test_high_contrast_shows_focus_and_choice(bench: Bench) -> None:
    bench.page.emulate_media(forced_colors="active")
    view = bench.show("a", Choice("Side", SIDES))
    bench.page.keyboard.press("Tab")
    option = view.locator("label").first
    assert option.evaluate("el => getComputedStyle(el).outlineStyle") == "solid"
    assert bench.faults() == []


def test_buttons_are_a_named_group_and_tell_what_was_pressed(bench: Bench) -> None:
    made = Buttons("Go on", [("back", "Back"), ("next", "Next")], main="next", off=["back"])
    view = bench.show("a", made)
    group = view.get_by_role("group", name="Go on")
    group.get_by_role("button", name="Back").press("Enter")
    group.get_by_role("button", name="Next").press("Enter")
    assert bench.sent("a") == [{"message": {"press": "next"}}]
    bench.push("a", off=["next"])
    expect(group.get_by_role("button", name="Next")).to_be_focused()
    group.get_by_role("button", name="Next").press("Enter")
    group.get_by_role("button", name="Back").click()
    assert bench.sent("a") == [{"message": {"press": "back"}}]
    bench.push("a", options=[["next", MARKUP]])
    expect(group.get_by_role("button")).to_have_text(MARKUP)


def test_a_field_tells_what_was_written_when_it_is_left(bench: Bench) -> None:
    view = bench.show("a", Field("Stop word", "stop", "Any word will do.", most=8))
    field = view.get_by_role("textbox", name="Stop word")
    expect(field).to_have_accessible_description("Any word will do.")
    field.fill("red")
    assert bench.sent("a") == []
    field.press("Enter")
    assert bench.sent("a") == [{"value": "red"}]
    bench.push("a", value=MARKUP[:8])
    expect(field).to_have_value(MARKUP[:8])


def test_a_history_says_what_changed_and_what_could_not_be(bench: Bench) -> None:
    view = bench.show("a", History("Your changes", print))
    group = view.get_by_role("group", name="Your changes")
    for name in ("Undo", "Redo", "Reset"):
        group.get_by_role("button", name=name).press("Enter")
    assert bench.sent("a") == [{"message": {"act": "reset"}}]
    bench.push("a", undo=True, redo=True, said=MARKUP, problem="Too long.")
    expect(view.get_by_role("status")).to_have_text(MARKUP)
    expect(view.get_by_role("alert")).to_have_text("Too long.")
    for name in ("Undo", "Redo"):
        group.get_by_role("button", name=name).click()
    assert bench.sent("a") == [{"message": {"act": "undo"}}, {"message": {"act": "redo"}}]


def test_a_history_notices_that_its_page_came_back(bench: Bench) -> None:
    view = bench.show("a", History("Your changes", print))
    expect(view.get_by_role("group")).to_be_visible()
    frames = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    for shown in ("none", "block"):
        view.evaluate("(el, shown) => { el.style.display = shown }", shown)
        bench.page.evaluate(frames)
    assert bench.sent("a") == [{"message": {"act": "seen"}}]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_buttons_fields_and_histories(bench: Bench, theme: str) -> None:
    bench.theme(theme)
    bench.show("a", Buttons("Go on", [("a", "Back"), ("b", "Next")], main="b", off=["a"]))
    bench.show("b", Field("Stop word", "stop", "Any word will do."))
    bench.show("c", History("Your changes", print, undo=True, said="Length", problem="Too long."))
    assert bench.faults() == []
    assert [bench.remove(name) for name in "abc"] == [0, 0, 0]


def test_what_is_below_a_card_stays_while_a_slider_moves(bench: Bench) -> None:
    """The card keeps its greatest height as long as a slider is in hand, and no longer."""
    handle = bench.show("s", slider()).get_by_role("slider")
    card = bench.show("c", Card("Why", ["Short."]))
    below = bench.show("b", Buttons("Next", [("go", "Go")])).get_by_role("button")
    top = "one => one.getBoundingClientRect().top"
    handle.focus()
    short = below.evaluate(top)
    bench.push("c", paragraphs=["Long. " * 200])
    expect(card.get_by_text("Long.")).to_be_visible()
    long = below.evaluate(top)
    assert long > short + 40
    bench.push("c", paragraphs=["Short."])
    expect(card.get_by_text("Short.")).to_be_visible()
    assert below.evaluate(top) == long
    below.focus()
    bench.push("c", paragraphs=["Other."])
    expect(card.get_by_text("Other.")).to_be_visible()
    assert below.evaluate(top) == short
    assert bench.remove("c") == 0


def test_lines_that_have_room_move_nothing_below(bench: Bench) -> None:
    bench.show("c", Card("Why", ["Short."], lines=3))
    below = bench.show("b", Buttons("Next", [("go", "Go")])).get_by_role("button")
    before = below.bounding_box()
    bench.push("c", paragraphs=["Short.", "One more."])
    expect(bench.page.get_by_text("One more.")).to_be_visible()
    assert below.bounding_box() == before


def test_an_output_keeps_its_height_while_a_slider_moves(bench: Bench) -> None:
    """Also where a whole list in it goes, and the one slider is in another output."""
    handle = bench.show("s", slider()).get_by_role("slider")
    bench.page.evaluate("""() => {
        const output = document.createElement('div');
        output.className = 'jp-OutputArea-output';
        output.append(...document.querySelector('main').childNodes);
        document.querySelector('main').append(output);
        new MutationObserver(found => {
            for (const one of found.flatMap(each => [...each.addedNodes])) output.append(one);
        }).observe(document.querySelector('main'), { childList: true });
    }""")
    bench.show("c", Card("Why", ["Short."]))
    bench.show("list", Card("List", bullets=["One"] * 9))
    output = bench.page.locator(".jp-OutputArea-output")
    expect(output).to_have_attribute("data-gh-room", "kept")
    height = "one => one.getBoundingClientRect().height"
    tall = output.evaluate(height)
    handle.focus()
    bench.remove("list")
    expect(output).to_have_css("min-height", f"{tall:g}px")
    assert output.evaluate(height) == tall
    handle.blur()
    bench.push("c", paragraphs=["Other."])
    expect(output).to_have_css("min-height", "0px")
    assert output.evaluate(height) < tall - 100


def test_the_line_for_what_was_changed_is_there_before_it_is_needed(bench: Bench) -> None:
    bench.show("h", History("Planner", print))
    below = bench.show("b", Buttons("Next", [("go", "Go")])).get_by_role("button")
    before = below.bounding_box()
    bench.push("h", said="Pace: 5 cm/s → 6 cm/s")
    expect(bench.page.get_by_text("Pace: 5")).to_be_visible()
    assert below.bounding_box() == before
