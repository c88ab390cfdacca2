"""The techniques lesson in JupyterLab, as a learner meets it."""

from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.browser.lessons import InTheEnd, InUse, OnOpening
from tests.browser.notebook import Notebook

LESSON = "notebooks/02_techniques.ipynb"
PLANNERS = 9
STAGES = PLANNERS + 3
"""Pictures: nine strokes, the map of where to keep off, the one to look around on, the timeline."""
CHANGED = "([stage, before]) => stage.outerHTML !== before"
STATE = """stage => [document.activeElement.outerHTML.slice(0, 200), stage.isConnected,
    document.querySelector('.jp-Notebook-ExecutionIndicator')?.dataset.status ?? '']"""


class TestOnOpening(OnOpening):
    """It is alive, in words, and to be used by keys alone."""

    def test_every_picture_is_there_and_every_hand(self, opened: Notebook) -> None:
        page = opened.page
        expect(page.locator(".gh-stage svg")).to_have_count(STAGES)
        expect(page.locator(".gh-stage:has(g[data-moving] path)")).to_have_count(PLANNERS)


def stages(page: Page) -> list[Locator]:
    """Return the cells with pictures, but for the quiz, which draws one when asked."""
    cells = page.locator(".jp-CodeCell:has(.gh-stage):not(:has(.gh-quiz))")
    expect(cells.locator(".gh-stage svg")).to_have_count(STAGES)
    return cells.all()


def test_the_button_runs_it_and_leaves_the_learner_at_the_start(lesson: Notebook) -> None:
    note = lesson.page.locator(".gh-lesson-start")
    expect(note).to_contain_text("Ready. Scroll down")
    expect(note).to_be_in_viewport()
    expect(note).to_be_focused()
    assert len(stages(lesson.page)) == STAGES
    assert lesson.errors == []


class TestInUse(InUse):
    """It says what it does."""


def changes(page: Page, cell: Locator, act: Locator, key: str) -> None:
    """Press a key on a control and wait until the picture of its planner is another one."""
    stage = cell.locator(".gh-stage").element_handle()
    before = cell.locator(".gh-stage").evaluate("stage => stage.outerHTML")
    act.press(key)
    try:
        page.wait_for_function(CHANGED, arg=[stage, before])
    except TimeoutError as error:
        # Rare where two browsers share two cores: what is said here is to show why.
        found = page.evaluate(STATE, stage)
        raise AssertionError(f"{key} on {act} changed no picture; {found}") from error


def test_cards_keep_their_frame_whatever_styles_come_after(lesson: Notebook) -> None:
    for card in lesson.page.locator(".gh-card").all():
        expect(card).to_have_css("border-left-width", "5px")


def test_every_stroke_can_be_left_out_of_the_drill(lesson: Notebook) -> None:
    cell = stages(lesson.page)[-1]
    boxes = cell.get_by_role("checkbox").all()
    assert len(boxes) == PLANNERS
    for box in boxes:
        changes(lesson.page, cell, box, "Space")
        changes(lesson.page, cell, box, "Space")
    assert lesson.errors == []


def test_the_quiz_answers_back_and_draws(lesson: Notebook) -> None:
    cell = lesson.page.locator(".jp-CodeCell:has(.gh-quiz)").last
    first = cell.locator("form").first
    first.get_by_label("Press them gently").check()
    for name in ("Check", "Check again", "Show me"):
        first.get_by_role("button", name=name, exact=True).click()
    expect(first.get_by_text("The picture is below the questions.")).to_be_visible()
    expect(cell.locator(".gh-stage svg")).to_be_visible()
    expect(cell.get_by_text("1 shown to you")).to_be_visible()
    held = lesson.page.locator(".gh-card", has_text="Your session now holds")
    expect(held).to_contain_text("Questions done: 1 of 5")
    assert lesson.errors == []


def test_every_slider_changes_its_picture(lesson: Notebook) -> None:
    moved = 0
    for cell in stages(lesson.page):
        for slider in cell.get_by_role("slider").all():
            at_end = slider.evaluate("s => Number(s.value) + Number(s.step) > Number(s.max)")
            changes(lesson.page, cell, slider, "ArrowLeft" if at_end else "ArrowRight")
            moved += 1
    assert moved >= 2 * PLANNERS - 1
    assert lesson.errors == []


def test_every_choice_changes_its_picture(lesson: Notebook) -> None:
    made = 0
    for cell in stages(lesson.page):
        # Else the picture that follows another cell's body would pass for the answer to a key here.
        lesson.answered()
        for group in cell.locator("fieldset:has(input[type=radio])").all():
            changes(lesson.page, cell, group.locator("input:checked"), "ArrowRight")
            made += 1
        for box in cell.get_by_role("combobox").all():
            changes(lesson.page, cell, box, "ArrowDown")
            made += 1
    assert made > 3 * PLANNERS
    assert lesson.errors == []


def test_a_choice_is_kept_said_and_taken_back(lesson: Notebook) -> None:
    page = lesson.page
    kneading = stages(page)[2 + 4]
    kept = page.locator(".gh-card li", has_text="Bread-dough kneading: ")
    slider = kneading.get_by_role("slider").first
    slider.press("Home")
    expect(kept).to_contain_text("2 seconds")
    expect(kneading.get_by_role("button", name="Undo")).to_be_enabled()
    kneading.get_by_role("button", name="Undo").click()
    expect(kept).not_to_contain_text("2 seconds")
    kneading.get_by_role("button", name="Reset").click()
    expect(kept).to_have_count(0)
    assert lesson.errors == []


class TestInTheEnd(InTheEnd):
    """It has no faults for axe."""
