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
        ({"bullets": [*missing, "A clock"]}, "Still missing. A clock."),
        ({"bullets": missing}, "Still missing. 5 points."),
        ({"bullets": ["Oil"]}, "Still missing. Today: Oil."),
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
    expect(heard(view)).to_have_text("")
    rest(bench)
    expect(heard(view)).to_have_text(SEVERAL)
    view.get_by_role("button", name="Undo").focus()
    bench.push("h", said=CHANGE)
    expect(heard(view)).to_have_text(CHANGE)
    bench.push("h", said="")
    expect(heard(view)).to_have_text("Nothing has changed.")


def test_who_asks_for_a_verdict_goes_on_at_the_next_claim(bench: Bench) -> None:
    view = bench.show("c", ClaimCards("pain"))
    view.get_by_role("button", name="Just show me").press("Enter")
    following = view.get_by_role("button", name="Next claim")
    expect(following).to_be_focused()
    following.press("Enter")
    expect(heard(view)).to_contain_text("2 of 7")
