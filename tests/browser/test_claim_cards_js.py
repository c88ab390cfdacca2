"""The claim cards' own JavaScript, on a bare page without a kernel."""

import pytest
from playwright.sync_api import expect

from helpers.widgets import ClaimCards
from tests.browser.bench import Bench


def test_a_guess_turns_the_card_over_with_keys_alone(bench: Bench) -> None:
    cards = bench.show("cards", ClaimCards("pain"))
    expect(cards).to_contain_text("cure-all")
    expect(cards).not_to_contain_text("What we teach")
    cards.get_by_role("button", name="Holds up").focus()
    bench.page.keyboard.press("Tab")
    bench.page.keyboard.press("Enter")
    expect(cards.locator(".gh-claim-note")).to_contain_text("says something else")
    verdict = cards.locator(".gh-claim-verdict")
    expect(verdict).to_contain_text("Not true")
    expect(verdict).to_contain_text("Not safe as said")
    expect(verdict.locator("svg")).to_have_count(2)
    expect(cards.get_by_role("button", name="Partly true")).to_be_focused()
    expect(cards.get_by_role("status")).to_contain_text("Not true")
    assert bench.sent("cards") == [{"guesses": {"C38": "partly"}}]


def test_a_first_guess_stays_and_is_counted(bench: Bench) -> None:
    cards = bench.show("cards", ClaimCards("posture"))
    cards.get_by_role("button", name="Not shown").click()
    expect(cards.locator(".gh-claim-note")).to_contain_text("So does the evidence.")
    cards.get_by_role("button", name="Holds up").press("Enter")
    expect(cards.locator(".gh-claim-note")).to_contain_text("So does the evidence.")
    expect(cards).to_contain_text("You and the evidence agree on 1 of 1.")
    assert len(bench.sent("cards")) == 1


def test_the_cards_go_round_and_come_back_as_they_were(bench: Bench) -> None:
    cards = bench.show("cards", ClaimCards("posture"))
    cards.get_by_role("button", name="Just show me").click()
    expect(cards).to_contain_text("What we teach")
    cards.get_by_role("button", name="Next claim").click()
    expect(cards).to_contain_text("2 of 2")
    expect(cards).not_to_contain_text("What we teach")
    cards.get_by_role("button", name="Next claim").click()
    expect(cards).to_contain_text("1 of 2")
    expect(cards).to_contain_text("What we teach")
    expect(cards).not_to_contain_text("You said")
    assert bench.remove("cards") == 0


def test_a_single_claim_has_nothing_to_turn_to(bench: Bench) -> None:
    cards = bench.show("cards", ClaimCards("often"))
    expect(cards.get_by_role("button", name="Next claim")).to_be_hidden()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(bench: Bench, theme: str) -> None:
    bench.theme(theme)
    cards = bench.show("cards", ClaimCards("strokes"))
    assert bench.faults() == []
    cards.get_by_role("button", name="Partly true").click()
    cards.get_by_text("Where this comes from").click()
    assert bench.faults() == []
