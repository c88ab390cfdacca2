"""What is put into live regions: once, what is new, where the learner is, and not for ever."""

from playwright.sync_api import Locator, expect

from helpers.widgets import Card, ClaimCards, History, Slider
from tests.browser.bench import Bench

OUTPUTS = """() => { for (const one of document.querySelectorAll('[data-name]'))
    one.classList.add('jp-OutputArea-output'); }"""
CHANGE = "Length: 20 minutes → 21 minutes"
SEVERAL = f"{CHANGE}; Start: 19:00 → 19:30"


def rest(bench: Bench) -> None:
    """Let the quiet time go by."""
    bench.page.clock.run_for(1000)


def heard(view: Locator) -> Locator:
    """Return the line of a widget that is only heard."""
    return view.get_by_role("status")


def test_of_a_card_only_what_is_new_is_said_and_it_goes_again(bench: Bench) -> None:
    bench.stop_clock()
    missing = ["Oil", "A towel", "Water", "Socks"]
    view = bench.show("a", Card("Still missing", ["Today:"], missing, speaks=True))
    for change, said in (
        ({"bullets": [*missing, "A clock"]}, "Still missing. A clock. 5 points in all."),
        ({"bullets": missing}, "Still missing. 4 points."),
        ({"bullets": ["Oil"]}, "Still missing. Oil."),
        ({"paragraphs": [], "bullets": []}, "Still missing. Nothing."),
        ({"paragraphs": ["Today:"]}, "Still missing. Today:"),
        ({"bullets": ["Water"]}, "Still missing. Water."),
        ({"bullets": ["Oil", "Water"]}, "Still missing. Oil. Water."),
        ({"heading": "All ready", "bullets": []}, "All ready. Today:"),
    ):
        bench.push("a", **change)
        rest(bench)
        expect(heard(view)).to_have_text(said)
    bench.page.clock.run_for(10_000)
    expect(heard(view)).to_have_text("")


def test_what_changes_in_another_output_waits_until_the_learner_is_there(bench: Bench) -> None:
    bench.stop_clock()
    slider = bench.show("s", Slider("Length", 20, 3, 45)).get_by_role("slider")
    card = bench.show("a", Card("The check", ["No mistakes."], speaks=True))
    bench.page.evaluate(OUTPUTS)
    slider.focus()
    bench.push("a", paragraphs=["One mistake."])
    rest(bench)
    expect(heard(card)).to_have_text("")
    slider.blur()
    bench.push("a", paragraphs=["One mistake.", "Look at the list."])
    rest(bench)
    expect(heard(card)).to_have_text("The check. One mistake. Look at the list.")


def test_the_history_leaves_to_a_control_what_the_control_says(bench: Bench) -> None:
    bench.stop_clock()
    slider = bench.show("s", Slider("Length", 20, 3, 45)).get_by_role("slider")
    view = bench.show("h", History("Your changes", print, undo=True))
    slider.focus()
    bench.push("h", said=CHANGE)
    rest(bench)
    expect(view.get_by_text(CHANGE)).to_be_visible()
    expect(heard(view)).to_have_text("")
    bench.push("h", said=SEVERAL)
    bench.push("h", said=CHANGE)
    rest(bench)
    expect(heard(view)).to_have_text("")
    bench.push("h", said=SEVERAL)
    expect(heard(view)).to_have_text("")
    rest(bench)
    expect(heard(view)).to_have_text(SEVERAL)
    view.get_by_role("button", name="Undo").focus()
    bench.push("h", said=CHANGE)
    expect(heard(view)).to_have_text(CHANGE)
    bench.push("h", said="")
    expect(heard(view)).to_have_text("Nothing has changed.")


def test_of_two_views_of_the_history_only_the_one_in_use_speaks(bench: Bench) -> None:
    bench.show("h", History("Your changes", print, undo=True))
    views = bench.show("h", History("Your changes", print, undo=True))
    bench.page.evaluate(OUTPUTS)
    views.nth(0).get_by_role("button", name="Undo").focus()
    bench.push("h", said=CHANGE)
    expect(heard(views.nth(0))).to_have_text(CHANGE)
    expect(heard(views.nth(1))).to_have_text("")
    views.nth(1).get_by_role("button", name="Undo").focus()
    bench.push("h", said=SEVERAL)
    expect(heard(views.nth(1))).to_have_text(SEVERAL)
    expect(heard(views.nth(0))).to_have_text(CHANGE)


def test_who_asks_for_a_verdict_goes_on_at_the_next_claim(bench: Bench) -> None:
    view = bench.show("c", ClaimCards("pain"))
    view.get_by_role("button", name="Just show me").press("Enter")
    following = view.get_by_role("button", name="Next claim")
    expect(following).to_be_focused()
    following.press("Enter")
    expect(heard(view)).to_contain_text("2 of 7")
