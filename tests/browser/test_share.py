"""A plan leaves one lesson and arrives in another: by link, code and file, in a real JupyterLab."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from helpers.session import Session, Spot
from helpers.share import decode, encode
from tests.browser.axe import faults
from tests.browser.chromium import new_page
from tests.browser.lab import Lab
from tests.browser.notebook import Notebook

LESSON = "notebooks/06_full_session.ipynb"
SENT = Session(minutes=31, top_level=2, spots=(Spot(4, 14),))
PANELS = (".gh-filepick", ".gh-downloads")


@pytest.fixture(scope="module")
def lesson(browser: Browser, lab: Lab) -> Iterator[Notebook]:
    """The lesson, opened by a link that somebody sent, after its button was pressed."""
    page = new_page(browser)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    query = f"plan={encode(SENT, ['spots'])}"
    notebook = lab.open(page, LESSON, query=query)
    notebook.reading_mode()
    notebook.start()
    yield notebook
    page.context.clear_permissions()
    page.close()


def panel(lesson: Notebook, inside: str) -> Locator:
    """The panel that has something of a kind in it."""
    boxes = lesson.page.locator(".jp-OutputArea-output")
    return boxes.filter(has=lesson.page.locator(inside))


def test_the_plan_of_a_link_is_shown_before_it_is_taken(lesson: Notebook) -> None:
    page, box = lesson.page, panel(lesson, ".gh-filepick")
    assert "plan=" not in page.url
    expect(box.get_by_role("heading", name="What this plan would change")).to_be_visible()
    expect(box.get_by_text("Length: 20 minutes → 31 minutes")).to_be_visible()
    slider = page.get_by_role("slider", name="Length", exact=True)
    expect(slider).to_have_value("20")
    box.get_by_role("button", name="Take this plan").click()
    expect(slider).to_have_value("31")
    expect(box.get_by_role("heading", name="You have taken the plan")).to_be_visible()
    box.get_by_role("button", name="Undo").click()
    expect(slider).to_have_value("20")
    box.get_by_role("button", name="Redo").click()
    expect(slider).to_have_value("31")


def test_a_code_goes_out_by_the_clipboard_and_comes_in_again(lesson: Notebook) -> None:
    page, out, box = lesson.page, panel(lesson, ".gh-downloads"), panel(lesson, ".gh-filepick")
    out.get_by_role("button", name="Make a code and links").click()
    out.get_by_role("button", name="Copy: Your share code").click()
    expect(out.get_by_text("Copied.", exact=True)).to_be_visible()
    code = page.evaluate("navigator.clipboard.readText()")
    assert decode(code, Session()).session.minutes == 31
    page.get_by_role("slider", name="Length", exact=True).press("ArrowRight")
    field = box.get_by_label("Share code or link")
    field.fill(code)
    field.press("Enter")
    expect(box.get_by_text("Length: 32 minutes → 31 minutes")).to_be_visible()
    box.get_by_role("button", name="Keep mine").click()
    expect(field).to_have_value("")
    field.fill("GH1-oops")
    field.press("Enter")
    expect(box.get_by_text("damaged or not complete", exact=False)).to_be_visible()


def test_links_lead_to_the_repository_that_was_named(lesson: Notebook) -> None:
    out = panel(lesson, ".gh-downloads")
    field = out.get_by_label("Where is your copy of this course?")
    field.fill("ann/hands")
    field.press("Enter")
    expect(out.get_by_label("Link: on Binder", exact=True)).to_have_value(
        re.compile(r"^https://mybinder\.org/v2/gh/ann/hands/.*06_full_session")
    )
    expect(out.get_by_label("Link: in the browser alone", exact=True)).to_have_value(
        re.compile(r"^https://ann\.github\.io/hands/.*#plan=GH1-")
    )


def test_files_are_saved_by_the_browser_and_read_in_again(lesson: Notebook, tmp_path: Path) -> None:
    page, out, box = lesson.page, panel(lesson, ".gh-downloads"), panel(lesson, ".gh-filepick")
    for button, begin in (("Card, A4 (PDF)", b"%PDF-"), ("Session file", b"{")):
        with page.expect_download() as download:
            out.get_by_role("button", name=button).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        assert file.read_bytes().startswith(begin)
        expect(out.get_by_text(f"Saved: {file.name}")).to_be_visible()
    assert json.loads(file.read_text())["minutes"] == 32
    page.get_by_role("slider", name="Length", exact=True).press("ArrowLeft")
    box.get_by_label("Session file").set_input_files(file)
    expect(box.get_by_text("Length: 31 minutes → 32 minutes")).to_be_visible()
    out.get_by_role("button", name="Calendar").click()
    expect(out.get_by_role("status").filter(has_text="as in 2026-03-01")).to_be_visible()


def test_axe_finds_nothing_and_nothing_runs_over_on_a_phone(lesson: Notebook) -> None:
    page = lesson.page
    for selector in PANELS:
        panel(lesson, selector).evaluate("box => box.setAttribute('data-share', '')")
    page.set_viewport_size({"width": 400, "height": 800})
    lesson.settle()
    assert faults(page, "[data-share]") == []
    for selector in PANELS:
        box = panel(lesson, selector)
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth + 1"), selector
    assert lesson.errors == []
