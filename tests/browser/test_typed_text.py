"""What a learner typed is shown as text in a real browser, a million letters of it too."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from helpers.widgets import Buttons, Card, Checklist, Choice, Field, Slider
from tests.browser.bench import Bench
from tests.unit.test_typed_text import TYPED

OPEN = "default-src 'none'; script-src blob: 'unsafe-inline'; style-src 'unsafe-inline'; img-src *"
"""Lets inline scripts run, so that what was taken for HTML would run and be seen."""
LOOK = "() => [document.title, document.querySelectorAll('script, img, svg, b').length]"


@pytest.fixture
def bench(page: Page) -> Iterator[Bench]:
    page.on("dialog", lambda dialog: (dialog.dismiss(), pytest.fail("a script ran")))
    made = Bench(page, OPEN)
    yield made
    assert made.requests == []
    assert made.errors == []


def test_a_field_takes_and_shows_whatever_is_pasted(bench: Bench) -> None:
    view = bench.show("a", Field("Your stop word", most=40))
    box = view.get_by_role("textbox", name="Your stop word")
    for typed in TYPED.values():
        if "\ud800" in typed:
            continue  # half a sign cannot be pasted
        box.evaluate(
            "(box, text) => { box.focus(); document.execCommand('selectAll'); "
            "document.execCommand('insertText', false, text) }",
            typed[:200_000],
        )
        box.press("Tab")
        assert len(box.input_value().encode("utf-16-le")) <= 80
    assert bench.page.evaluate(LOOK) == ["Bench", 0]
    # What the kernel sends goes past the limit of the field: it is text nevertheless.
    bench.push("a", value=TYPED["markup"], label=TYPED["script"], help=TYPED["style"])
    expect(view.get_by_role("textbox", name=TYPED["script"])).to_have_value(TYPED["markup"])
    expect(view.get_by_text(TYPED["style"], exact=True)).to_be_visible()
    assert bench.page.evaluate(LOOK) == ["Bench", 0]
    assert bench.faults() == []


def test_every_control_shows_words_as_text(bench: Bench) -> None:
    for n, text in enumerate(TYPED[name] for name in ("markup", "script", "style", "template")):
        options = [("one", text), ("two", "Two")]
        for kind, widget in {
            "card": Card(text, [text], [text]),
            "choice": Choice(text, options),
            "list": Checklist(text, options),
            "buttons": Buttons(text, options=options),
            "slider": Slider(label=text, value=2, min=1, max=3, help=text),
        }.items():
            view = bench.show(f"{kind}-{n}", widget)
            expect(view).to_contain_text(text)
    assert bench.page.evaluate(LOOK) == ["Bench", 0]


def test_a_million_letters_leave_the_page_alive_and_as_wide_as_it_was(bench: Bench) -> None:
    view = bench.show("a", Card("Your note", ["short"]))
    width = bench.page.evaluate("() => document.documentElement.scrollWidth")
    for text in (TYPED["long"], "x" * 1_000_000, "\u202e<b>\u202c مرحبا"):
        bench.push("a", paragraphs=[text])
        letters = view.evaluate(
            "el => Math.max(...[...el.querySelectorAll('p')].map(p => p.textContent.length))"
        )
        assert letters == len(text)
        assert bench.page.evaluate("() => document.documentElement.scrollWidth") == width
    bench.push("a", paragraphs=["short again"])
    expect(view.get_by_text("short again")).to_be_visible()
    assert bench.page.evaluate(LOOK) == ["Bench", 0]
