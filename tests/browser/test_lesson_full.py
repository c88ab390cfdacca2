"""The lesson about the full session in JupyterLab, as a learner meets it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.lessons import InTheEnd, InUse, OnOpening
from tests.browser.notebook import Notebook

LESSON = "notebooks/06_full_session.ipynb"
STAGES = 4
"""Pictures in sight: the timeline, the curve, the small backs, the log."""


class TestOnOpening(OnOpening):
    """It is alive, in words, and to be used by keys alone."""


# Pairs of a term and its meaning whose words lie over each other; and whether a line stands at
# the side of the player's words while there are none.
OVER_EACH_OTHER = """terms => terms.flatMap(term => {
    const [words, meaning] = [term, term.nextElementSibling].map(one => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return range.getBoundingClientRect();
    });
    const apart = words.bottom <= meaning.top + 2 || words.right <= meaning.left;
    return apart ? [] : [term.textContent];
})"""
LINE = "one => [one.textContent, getComputedStyle(one).borderLeftStyle]"


def test_no_word_lies_over_another_and_no_line_stands_alone(lesson: Notebook) -> None:
    terms = lesson.page.locator(".gh-terms[open] dt")
    assert terms.count() > 40
    assert terms.evaluate_all(OVER_EACH_OTHER) == []
    assert lesson.page.locator(".gh-player-caption").evaluate(LINE) == ["", "none"]


class TestInUse(InUse):
    """It says what it does."""


def test_every_picture_is_there_after_a_run(lesson: Notebook) -> None:
    expect(lesson.page.locator(".gh-stage svg:visible")).to_have_count(STAGES)
    assert lesson.errors == []


def editor(lesson: Notebook) -> Locator:
    return lesson.page.locator(".jp-OutputArea-output", has=lesson.page.locator(".gh-routine"))


def test_every_view_follows_the_minutes(lesson: Notebook) -> None:
    page = lesson.page
    slider = page.get_by_role("slider", name="Length", exact=True)
    slider.press("Home")
    expect(page.get_by_role("button", name="Fit to 3 minutes")).to_be_visible()
    expect(page.get_by_text("3:00 of 3:00 minutes are planned.")).to_be_visible()
    expect(page.locator(".gh-card-heading", has_text="Kneading,")).not_to_be_visible()
    expect(page.get_by_role("slider", name="Minutes it took")).to_have_value("3")
    planner = page.locator(".jp-OutputArea-output", has=slider)
    planner.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Fit to 20 minutes")).to_be_visible()
    expect(page.locator(".gh-card-heading", has_text="Kneading,")).to_be_visible()


def test_a_step_is_moved_by_keys_and_the_check_speaks_up(lesson: Notebook) -> None:
    cell = editor(lesson)
    steps = cell.locator(".gh-routine-step")
    first = steps.nth(0)
    expect(first).to_have_accessible_name(re.compile(r"^1\. Resting hands, "))
    first.press("Alt+ArrowDown")
    # The row, the check, the curve and the words for listeners follow; so does the focus.
    expect(steps.nth(1)).to_be_focused()
    expect(cell.locator(".gh-routine [role=status]")).to_have_text(
        "Resting hands is step 2 of 17 now."
    )
    mistake = cell.get_by_text("“Arrive” comes after “Warm-up glides” here.")
    expect(mistake).to_be_visible()
    check = cell.locator(".gh-card-body").first
    expect(check).to_contain_text("mistake to mend")
    expect(cell.locator(".gh-stage:visible")).to_have_count(2)
    cell.get_by_role("button", name="Undo").click()
    expect(mistake).not_to_be_visible()
    expect(check).to_contain_text("No mistakes")


def test_a_locked_step_stays(lesson: Notebook) -> None:
    page, cell = lesson.page, editor(lesson)
    step = cell.locator(".gh-routine-step").nth(4)
    if step.get_attribute("aria-expanded") != "true":
        step.press("Enter")
    group = cell.get_by_role("group", name="Change step 5")
    group.get_by_role("button", name="Lock").press("Enter")
    unlock = group.get_by_role("button", name="Unlock")
    expect(unlock).to_be_focused()
    expect(group.get_by_role("button", name="Remove")).to_be_disabled()
    step.press("Delete")
    expect(cell.get_by_text("Step 5 is locked. Unlock it first.")).to_be_visible()
    page.get_by_role("slider", name="Length", exact=True).press("ArrowRight")
    expect(cell.get_by_role("button", name="Fit to 21 minutes")).to_be_visible()
    expect(cell.locator(".gh-routine-lock:visible")).to_have_count(1)
    cell.get_by_role("button", name="Reset").click()
    expect(cell.locator(".gh-routine-lock:visible")).to_have_count(0)


class TestInTheEnd(InTheEnd):
    """It has no faults for axe."""
