"""The welcome lesson in JupyterLab, as a learner meets it."""

from playwright.sync_api import Locator, expect

from tests.browser.lessons import InTheEnd, InUse, OnOpening
from tests.browser.notebook import Notebook

LESSON = "notebooks/00_welcome.ipynb"
CHANGED = "([cell, before]) => cell.innerHTML !== before"
KEYSTROKES = 30


class TestOnOpening(OnOpening):
    """It is alive, in words, and to be used by keys alone."""

    def test_every_picture_is_there(self, opened: Notebook) -> None:
        expect(opened.page.locator(".gh-stage svg")).to_have_count(3)


class TestInUse(InUse):
    """It says what it does."""


def cell(notebook: Notebook, name: str) -> Locator:
    """Return the cell whose code calls ``widgets.<name>``."""
    found = notebook.page.locator(".jp-CodeCell", has_text=f"widgets.{name}(")
    found.scroll_into_view_if_needed()
    return found


def heading(where: Locator) -> Locator:
    """Return the title of the card with the question."""
    return where.locator(".gh-card-heading").first


def test_a_healthy_person_reaches_go_ahead_by_the_keyboard_in_a_few_presses(
    lesson: Notebook,
) -> None:
    screening = cell(lesson, "ScreeningPlanner")
    expect(heading(screening)).to_have_text("Signs that need help at once (1 of about 12)")
    screening.get_by_role("button", name="None of these").focus()
    presses = 1
    while (before := heading(screening).text_content()) != "Go ahead":
        where = screening.locator(".gh-card").first
        text = where.inner_text()
        lesson.page.keyboard.press("Enter")
        presses += 1
        assert presses < KEYSTROKES, before
        expect(where).not_to_have_text(text, use_inner_text=True)
    expect(screening.get_by_text("None of your answers changes anything.")).to_be_visible()
    assert lesson.errors == []


def test_an_emergency_stops_everything_and_undo_takes_it_back(lesson: Notebook) -> None:
    screening = cell(lesson, "ScreeningPlanner")
    screening.get_by_role("button", name="Reset").click()
    expect(heading(screening)).to_have_text("Signs that need help at once (1 of about 12)")
    screening.get_by_role("button", name="Yes, or not sure").click()
    screening.get_by_role("button", name="Yes", exact=True).click()
    expect(heading(screening)).to_have_text("Get help now")
    expect(screening.locator(".gh-card-stop").first).to_contain_text("local emergency number")
    expect(screening.get_by_role("button", name="None of these")).to_have_count(0)
    expect(screening.locator(".gh-stage svg")).to_contain_text("Get help now")
    screening.get_by_role("button", name="Undo").click()
    expect(heading(screening)).to_have_text("Signs that need help at once (2 of about 18)")
    assert lesson.errors == []


def test_a_place_is_marked_and_comes_up_on_the_map(lesson: Notebook) -> None:
    screening = cell(lesson, "ScreeningPlanner")
    screening.get_by_role("button", name="Reset").click()
    expect(heading(screening)).to_have_text("Signs that need help at once (1 of about 12)")
    for _ in range(12):
        before = heading(screening).text_content()
        if before and before.startswith("The skin of your back: hurt"):
            break
        text = screening.locator(".gh-card").first.inner_text()
        screening.locator(".gh-buttons .gh-button").first.click()
        expect(screening.locator(".gh-card").first).not_to_have_text(text, use_inner_text=True)
        lesson.answered()  # the buttons of the next question come after its card
    screening.get_by_role("button", name="Yes, or not sure").click()
    screening.get_by_role("button", name="Yes, new, open or with stitches").click()
    place = screening.locator(".gh-map")
    expect(place).to_be_visible()
    expect(screening.get_by_role("button", name="Go on")).to_have_attribute("aria-disabled", "true")
    place.get_by_role("button").first.press("Enter")
    expect(screening.locator(".gh-stage svg")).to_contain_text("Cut or")
    expect(screening.get_by_role("button", name="Go on")).to_have_attribute(
        "aria-disabled", "false"
    )
    screening.get_by_role("button", name="Go on").click()
    expect(place).to_be_hidden()
    assert lesson.errors == []


def changes(notebook: Notebook, where: Locator, act: Locator, key: str) -> None:
    """Press a key on a control and wait until something else in its cell is different."""
    shown = where.locator(".gh-card, .gh-stage").first.locator("xpath=..")
    handle, before = shown.element_handle(), shown.inner_html()
    act.press(key)
    notebook.page.wait_for_function(CHANGED, arg=[handle, before])


def test_every_control_of_the_agreement_and_of_the_scale_does_something(lesson: Notebook) -> None:
    agreement = cell(lesson, "ConsentPlanner")
    for box in agreement.get_by_role("checkbox").all():
        changes(lesson, agreement, box, "Space")
    changes(lesson, agreement, agreement.locator("input[type=radio]:checked"), "ArrowRight")
    field = agreement.get_by_role("textbox", name="Your stop word")
    field.fill("pineapple")
    changes(lesson, agreement, field, "Enter")
    expect(agreement.get_by_text("“pineapple”").first).to_be_visible()
    scale = cell(lesson, "ScaleExercise")
    for group in scale.locator("fieldset").all():
        changes(lesson, scale, group.locator("input:checked"), "ArrowRight")
    assert lesson.errors == []


class TestInTheEnd(InTheEnd):
    """It has no faults for axe."""
