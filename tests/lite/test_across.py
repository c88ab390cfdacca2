"""A plan arrives by a link on the browser-only site, travels to another lesson, and is kept."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from helpers.session import Session
from helpers.share import Published, decode, encode
from tests.browser.lab import ROOT
from tests.lite.pages import RESULT, Lesson, address

FULL = "06_full_session"
SENT = Session(minutes=31, top_level=2)
FILES = {
    "Card, A4 (PDF)": b"%PDF-",
    "Card (picture)": b"\x89PNG",
    "Player (one web page)": b"<!doctype html>",
    "Calendar": b"BEGIN:VCALENDAR",
    "Routine (JSON)": b"{",
    "Session file": b"{",
}


@pytest.fixture(scope="module")
def lesson(profile: BrowserContext, site: str) -> Iterator[Lesson]:
    """The full session, opened by a link that somebody sent, after its button was pressed."""
    link = Published(spec="", site=site).site_link(FULL, encode(SENT))
    lesson = Lesson(profile.new_page(), link)
    lesson.start()
    yield lesson
    lesson.page.close()


def panel(lesson: Lesson, inside: str) -> Locator:
    """The panel that has something of a kind in it."""
    boxes = lesson.page.locator(".jp-OutputArea-output")
    return boxes.filter(has=lesson.page.locator(inside))


def length(lesson: Lesson) -> Locator:
    return lesson.page.get_by_role("slider", name="Length", exact=True)


def test_the_plan_of_a_link_is_shown_before_it_is_taken(lesson: Lesson) -> None:
    box = panel(lesson, ".gh-filepick")
    assert "plan=" not in lesson.page.url
    expect(box.get_by_text("Length: 20 minutes → 31 minutes")).to_be_visible()
    expect(length(lesson)).to_have_value("20")
    box.get_by_role("button", name="Take this plan").click()
    expect(length(lesson)).to_have_value("31")
    assert set(lesson.outputs()) == {RESULT}


def test_a_slider_draws_the_plan_anew(lesson: Lesson) -> None:
    cell = lesson.page.locator(".jp-OutputArea-output", has=length(lesson))
    stage = cell.locator(".gh-stage").first
    before = stage.evaluate("stage => stage.outerHTML")
    length(lesson).press("ArrowRight")
    expect(length(lesson)).to_have_value("32")
    lesson.page.wait_for_function(
        "([stage, before]) => stage.outerHTML !== before", arg=[stage.element_handle(), before]
    )


def test_links_lead_to_this_very_site(lesson: Lesson, site: str) -> None:
    out = panel(lesson, ".gh-downloads")
    out.get_by_role("button", name="Make a code and links").click()
    link = out.get_by_label("Link: in the browser alone", exact=True)
    start = re.escape(f"{site}lab/index.html?path={FULL}.ipynb#plan=")
    expect(link).to_have_value(re.compile(f"^{start}GH1-"))
    code = link.input_value().partition("plan=")[2]
    assert decode(code, Session()).session.minutes == 32


@pytest.mark.parametrize("button", FILES)
def test_every_file_is_made_and_saved(lesson: Lesson, button: str, tmp_path: Path) -> None:
    out = panel(lesson, ".gh-downloads")
    if button == "Calendar":
        day = out.get_by_label("First day of the calendar")
        day.fill("2026-03-01")
        day.press("Enter")
        expect(out.get_by_text("It begins on Sunday, 1 March 2026")).to_be_visible()
    with lesson.page.expect_download() as download:
        out.get_by_role("button", name=button).click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.read_bytes().startswith(FILES[button])
    expect(out.get_by_text(f"Saved: {file.name}")).to_be_visible()


def test_the_player_plays(lesson: Lesson) -> None:
    player = panel(lesson, ".gh-player")
    player.get_by_role("button", name="Start", exact=True).click()
    expect(player.get_by_role("button", name="Pause", exact=True)).to_be_visible()


def test_the_plan_is_there_in_another_lesson_and_after_a_reload(
    lesson: Lesson, profile: BrowserContext, site: str
) -> None:
    other = Lesson(profile.new_page(), address(site, ROOT / "notebooks/01_prepare.ipynb"))
    other.start()
    expect(length(other)).to_have_value("32")
    length(other).press("ArrowRight")
    # It is saved before it is told.
    expect(other.page.get_by_text("Length: 32 minutes → 33 minutes")).to_be_visible()
    assert set(other.outputs()) == {RESULT}
    other.reload()
    other.start()
    expect(length(other)).to_have_value("33")
    assert other.errors == []
    other.page.close()
    assert lesson.errors == []
