"""The player on small screens, and in a lesson that has only been opened."""

import pytest
from playwright.sync_api import expect

from helpers.planner import plan
from helpers.player import RoutinePlayer
from helpers.routine import Routine
from helpers.session import Session
from tests.browser.bench import Bench
from tests.browser.lab import Lab
from tests.browser.notebook import Notebook

LESSON = "notebooks/06_full_session.ipynb"

# Everything that is wider than the player, or that lies over a button.
OUTSIDE = """() => {
  const root = document.querySelector('.gh-player');
  const width = document.documentElement.clientWidth;
  const wide = [...root.querySelectorAll('p, button, summary, li, .gh-player-frame')]
    .filter(e => e.offsetParent && e.getBoundingClientRect().right > width + 1);
  const covered = [...root.querySelectorAll('.gh-player-button')].filter(e => {
    if (!e.offsetParent) return false;
    e.scrollIntoView({ block: 'nearest' });
    const box = e.getBoundingClientRect();
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return !e.contains(at);
  });
  return [...wide, ...covered].map(e => e.className + ' ' + e.textContent.slice(0, 40));
}"""


@pytest.fixture(scope="module")
def routine() -> Routine:
    return plan(Session(minutes=20))


@pytest.mark.parametrize(("width", "height"), [(320, 640), (400, 850), (640, 450), (850, 400)])
def test_it_fits_a_small_screen_and_a_large_zoom(
    bench: Bench, routine: Routine, width: int, height: int
) -> None:
    bench.page.set_viewport_size({"width": width, "height": height})
    view = bench.show("a", RoutinePlayer(routine))
    button = view.get_by_role("button", name="Start", exact=True)
    expect(button).to_be_visible()
    assert bench.page.evaluate(OUTSIDE) == []
    view.get_by_role("button", name="Big view").click()
    expect(view.locator(".gh-player-glance")).to_be_visible()
    assert bench.page.evaluate(OUTSIDE) == []


def test_a_trusted_lesson_plays_before_anything_has_run(opened: Notebook) -> None:
    page = opened.page
    player = page.locator(".gh-player")
    player.scroll_into_view_if_needed()
    player.get_by_role("button", name="Start", exact=True).click()
    first = player.locator(".gh-player-clock").inner_text()
    expect(player.locator(".gh-player-clock")).not_to_have_text(first)
    player.get_by_role("button", name="Back").focus()
    page.keyboard.press("ArrowRight")
    expect(player.get_by_text("Step 2 of")).to_be_visible()
    assert opened.errors == []


def test_it_plays_on_when_the_kernel_has_stopped(lesson: Notebook, lab: Lab) -> None:
    player = lesson.page.locator(".gh-player")
    player.scroll_into_view_if_needed()
    player.get_by_role("button", name="Start", exact=True).click()
    lab.stop_kernels()
    player.get_by_role("button", name="Next", exact=True).click()
    expect(player.get_by_text("Step 2 of")).to_be_visible()
    shown = player.locator(".gh-player-clock").inner_text()
    expect(player.locator(".gh-player-clock")).not_to_have_text(shown)
    player.get_by_role("button", name="Pause", exact=True).click()
    expect(player.get_by_role("button", name="Go on")).to_be_visible()
