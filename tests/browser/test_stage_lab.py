"""Stage and controls together in a real JupyterLab, with a kernel behind them."""

from collections.abc import Iterator

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Browser, expect

from tests.browser.axe import OUTPUTS, faults
from tests.browser.chromium import new_page
from tests.browser.lab import Lab
from tests.browser.notebook import Notebook

CODE = """import math, time
from helpers.stage import Stage
from helpers.widgets import Card, Checklist, Choice, Panel, Slider

def paths(pace):
    def line(row):
        points = ((x, 60 + 20 * row + 8 * math.sin(x * pace / 400)) for x in range(20, 780, 10))
        return "M" + "L".join(f"{x} {y:.1f}" for x, y in points)
    rows = (f'<path d="{line(row)}" stroke="#a30" fill="none"/>' for row in range(20))
    return f'<g data-pace="{pace:g}">{"".join(rows)}</g>'

still = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500"><rect height="9"/></svg>'
stage = Stage(still, paths(5), name="A stroke", description="At 5 cm/s.", caption="A caption")
pace = Slider("Pace", 5, 1, 100, unit="cm/s", help="Slower is calmer.", ours=True)
side = Choice("Side", [("both", "Both"), ("left", "Left"), ("right", "Right")])
areas = Checklist("Leave out", [("neck", "Neck"), ("feet", "Feet")])
card = Card("What this means", ["All fine."], speaks=True)
wait, handled = 0, []

def redraw(change):
    # No test waits here: it plays a slow drawing, so that keys come faster than pictures.
    time.sleep(wait)
    handled.append(change.new)
    stage.update(moving=paths(change.new), description=f"At {pace.words}.", summary=pace.words)

def answer(_change):
    card.paragraphs = [f"{side.value}; {', '.join(areas.value)}"]

pace.observe(redraw, "value")
for control in (side, areas):
    control.observe(answer, "value")
Panel([pace, side, areas], stage, card, name="Try it")"""
TELL = """async code => {
    const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
    const run = kernel.requestExecute({ code });
    let text = '';
    run.onIOPub = message => { text += message.content.text ?? ''; };
    await run.done;
    return text;
}"""


@pytest.fixture(scope="module")
def book(
    lab: Lab, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Notebook]:
    """The notebook after it has run."""
    folder = tmp_path_factory.mktemp("stage")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = new_notebook(cells=[new_code_cell(CODE)], metadata={"kernelspec": kernel})
    nbformat.write(notebook, folder / "stage.ipynb")
    lab.add("stage", folder)
    opened = lab.open(new_page(browser), "stage/stage.ipynb")
    opened.run_all()
    expect(opened.page.get_by_role("img", name="A stroke")).to_be_visible()
    yield opened
    opened.page.close()


def test_keys_change_the_picture_and_stay_in_the_control(book: Notebook) -> None:
    page = book.page
    slider = page.get_by_role("slider", name="Pace")
    slider.focus()
    cells = page.locator(".jp-Cell").count()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-pace='6']")).to_be_visible()
    # Keys that would go to another cell, add one or delete one in JupyterLab.
    for key in ("ArrowDown", "j", "k", "a", "b", "x", "Enter"):
        page.keyboard.press(key)
    expect(slider).to_be_focused()
    expect(slider).to_have_attribute("aria-valuetext", "5 cm/s")
    page.get_by_role("radio", name="Both").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Left")).to_be_focused()
    page.get_by_role("checkbox", name="Neck").press("Space")
    expect(page.get_by_text("left; neck").first).to_be_visible()
    page.get_by_text("Describe this picture").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("At 5 cm/s.", exact=True)).to_be_visible()
    assert page.locator(".jp-Cell").count() == cells
    assert book.errors == []


def test_a_fast_hand_does_not_pile_up_work(book: Notebook) -> None:
    page = book.page
    page.evaluate(TELL, "wait = 0; pace.value = 5")
    expect(page.locator("[data-pace='5']")).to_be_visible()
    page.evaluate(TELL, "wait = 0.15; handled.clear()")
    page.get_by_role("slider", name="Pace").focus()
    for _ in range(30):
        page.keyboard.press("ArrowRight")
    expect(page.locator("[data-pace='35']")).to_be_visible()
    steps = page.evaluate(TELL, "wait = 0; print(len(handled), handled[-1])")
    count, last = steps.split()
    assert float(last) == 35
    assert int(count) < 15
    expect(page.get_by_role("slider", name="Pace")).to_have_value("35")
    assert book.errors == []


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(book: Notebook, theme: str, width: int) -> None:
    page = book.page
    book.theme(theme)
    page.set_viewport_size({"width": width, "height": 900})
    book.reading_mode()
    assert faults(page, OUTPUTS) == []


def test_side_by_side_where_there_is_room(book: Notebook) -> None:
    page = book.page
    book.reading_mode()
    slider, frame = page.get_by_role("slider"), page.locator(".gh-stage-frame")
    picture = page.get_by_role("img", name="A stroke")
    places = []
    for width in (1280, 400):
        page.set_viewport_size({"width": width, "height": 900})
        book.settle()
        one, other, whole = slider.bounding_box(), frame.bounding_box(), picture.bounding_box()
        assert one is not None
        assert other is not None
        assert whole is not None
        assert other["x"] + other["width"] <= width
        # The picture keeps 400 px for its words; its frame is moved sideways, by keys too.
        assert whole["width"] >= 400
        assert (whole["width"] > other["width"]) == (frame.get_attribute("tabindex") == "0")
        places.append((one["x"] + one["width"] < other["x"], one["y"] < other["y"]))
    assert places == [(True, False), (False, True)]
