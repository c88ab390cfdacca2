"""The quiz in a real browser, without a kernel."""

import pytest
from playwright.sync_api import Locator, expect

from helpers.content import load
from helpers.widgets import Quiz, glossary, terms
from tests.browser.bench import Bench

QUESTIONS = [load().quiz[name] for name in ("02-bones", "02-why-glide")]


def quiz(bench: Bench, **results: str) -> tuple[Locator, Locator, Locator]:
    """The quiz on the page, and its two questions."""
    view = bench.show("a", Quiz("Check yourself", QUESTIONS, results))
    first, second = view.locator("form").all()
    return view, first, second


def test_a_right_answer_by_keyboard(bench: Bench) -> None:
    view, first, _ = quiz(bench)
    expect(view.get_by_role("group", name="Check yourself")).to_be_visible()
    bench.page.keyboard.press("Tab")
    bench.page.keyboard.press("ArrowDown")
    expect(first.get_by_role("radio", name="Move out by a finger's width")).to_be_checked()
    bench.page.keyboard.press("Tab")
    bench.page.keyboard.press("Enter")
    expect(first.get_by_role("status")).to_contain_text("Right")
    expect(first.get_by_role("status")).to_contain_text("The long muscles lie right beside")
    # The focus stays on the button, which now offers to try again.
    expect(first.get_by_role("button", name="Try again")).to_be_focused()
    assert bench.sent("a") == [{"results": {"02-bones": "first"}}]
    expect(view.get_by_text("Done: 1 of 2 (1 at the first try).")).to_be_visible()


def test_a_wrong_answer_says_why_and_leaves_a_second_try(bench: Bench) -> None:
    view, first, _ = quiz(bench)
    first.get_by_label("Keep a hand").check()
    first.get_by_role("button", name="Check").click()
    expect(first.get_by_role("status")).to_contain_text("you would miss the long muscles")
    expect(first.get_by_text("✗ not this")).to_be_visible()
    assert bench.sent("a") == []
    first.get_by_label("Move out").check()
    first.get_by_role("button", name="Check again").click()
    expect(first.get_by_text("✓ right")).to_be_visible()
    assert bench.sent("a") == [{"results": {"02-bones": "second"}}]
    expect(view.get_by_text("1 at the second try")).to_be_visible()


def test_after_two_tries_the_answer_is_shown_and_drawn(bench: Bench) -> None:
    bench.stop_clock()
    _, first, _ = quiz(bench)
    first.get_by_label("Press them gently").check()
    first.get_by_role("button").first.click()
    first.get_by_role("button").first.click()
    expect(first.get_by_role("status")).to_contain_text("Press Show me")
    first.get_by_role("button", name="Show me").click()
    expect(first.get_by_label("Move out")).to_be_checked()
    expect(first.get_by_label("Move out")).to_be_disabled()
    expect(first.get_by_role("status")).to_contain_text("Pressure belongs on the muscle")
    assert bench.sent("a") == [{"results": {"02-bones": "shown"}}, {"asked": "02-bones"}]
    # No kernel answers here; after a while the learner is told how to get the picture.
    bench.page.clock.run_for(3000)
    expect(first.get_by_text("press Start this lesson")).to_be_visible()
    bench.push("a", drawn="02-bones")
    first.get_by_role("button", name="See it on the back").click()
    expect(first.get_by_text("below the questions")).to_be_visible()
    first.get_by_role("button", name="Try again").click()
    expect(first.get_by_label("Move out")).not_to_be_checked()
    expect(first.get_by_role("button", name="Check")).to_be_visible()


def test_several_right_answers_are_ticked(bench: Bench) -> None:
    _, _, second = quiz(bench)
    second.get_by_role("button", name="Check").click()
    expect(second.get_by_role("status")).to_contain_text("Nothing chosen yet")
    second.get_by_label("They spread the oil").check()
    second.get_by_role("button", name="Check").click()
    expect(second.get_by_role("status")).to_contain_text("There is more to find.")
    second.get_by_label("get used to your hands").check()
    second.get_by_label("where this back is tender").check()
    second.get_by_role("button", name="Check again").click()
    assert bench.sent("a") == [{"results": {"02-why-glide": "second"}}]


def test_what_is_known_from_before_is_said(bench: Bench) -> None:
    view, first, second = quiz(bench, **{"02-bones": "shown"})
    expect(first.get_by_text("Last time: shown to you.")).to_be_visible()
    expect(second.get_by_text("Last time")).to_have_count(0)
    expect(view.get_by_text("Done: 1 of 2")).to_be_visible()
    bench.push("a", results={})
    expect(view.get_by_text("2 questions. Guessing is fine")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(bench: Bench, theme: str) -> None:
    _, first, second = quiz(bench)
    first.get_by_label("Press them gently").check()
    first.get_by_role("button", name="Check").click()
    second.get_by_label("They spread the oil").check()
    second.get_by_label("They pump").check()
    second.get_by_role("button", name="Check").click()
    bench.theme(theme)
    assert bench.faults() == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_open_and_are_searched(bench: Bench, theme: str) -> None:
    bench.theme(theme)
    lesson = bench.show("lesson", terms("02"))
    expect(lesson.get_by_text("Long, smooth glides")).to_be_hidden()
    lesson.locator("summary").press("Enter")
    expect(lesson.get_by_text("Long, smooth glides")).to_be_visible()
    course = bench.show("course", glossary())
    course.get_by_label("Search").fill("  PETRI ")
    expect(course.locator("dt:visible")).to_have_count(1)
    expect(course.get_by_role("status")).to_contain_text("1 of")
    assert bench.faults() == []
