"""The stage in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from helpers.diagrams.moving import moving_svg
from helpers.diagrams.stroke_back import stroke_still
from helpers.stage import Stage
from helpers.strokes import build
from tests.browser.bench import Bench

STILL = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  class="gh-picture" viewBox="0 0 800 500" width="800">
<defs><clipPath id="skin"><rect width="800" height="500"/></clipPath>
<symbol id="hand"><circle r="20"/></symbol></defs>
<path id="back" d="M10 10L700 400" clip-path="url(#skin)"
  style="fill: none; stroke: var(--gh-ink, #222); clip-path: url('#skin')"/>
<g id="gh-moving"><path d="M0 0L1 1"/></g>
<text x="20" y="40" fill="var(--gh-ink, #222)">Left</text></svg>"""


def moving(x: int) -> str:
    """A moving group that uses the still part's hand and has an id of the same name as its own."""
    return (
        f'<g id="gh-moving"><clipPath id="skin"><circle r="{x}"/></clipPath>'
        f'<use xlink:href="#hand" x="{x}" clip-path="url(#skin)"/></g>'
    )


def stage(**changes: object) -> Stage:
    given = {"name": "A stroke", "description": "Both hands glide.\n\nThen they rest."} | changes
    return Stage(str(given.pop("still", STILL)), moving(5), **given)  # type: ignore[arg-type]


def test_only_the_moving_group_is_replaced(bench: Bench) -> None:
    view = bench.show("a", stage())
    mark = "el => el.querySelectorAll('svg *').forEach(node => { node.seen = true })"
    view.evaluate(mark)
    before = view.locator("svg").bounding_box()
    bench.push("a", moving=moving(77))
    fresh = "el => [...el.querySelectorAll('svg *')].filter(n => !n.seen).map(n => n.localName)"
    assert view.evaluate(fresh) == ["g", "clipPath", "circle", "use"]
    assert view.locator("use").get_attribute("x") == "77"
    # It stands where it stood: before the label that covers it.
    assert view.locator("svg > *").last.text_content() == "Left"
    assert view.locator("svg").bounding_box() == before


def test_a_picture_without_a_place_for_the_moving_part_gets_it_on_top(bench: Bench) -> None:
    view = bench.show("a", stage(still=STILL.replace('id="gh-moving"', "")))
    assert view.locator("svg > *").last.locator("use").count() == 1


def test_ids_are_the_views_own_and_references_follow(bench: Bench) -> None:
    bench.show("a", stage())
    bench.show("a", stage())
    bench.show("b", stage())
    ids = bench.page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids)) == 3 * 5
    script = """() => [...document.querySelectorAll('svg')].map(svg => {
        const at = id => { const e = document.getElementById(id); return svg.contains(e) && e };
        const path = svg.querySelector('path'), use = svg.querySelector('use');
        const url = text => text.match(/^url\\("?#([^")]+)"?\\)$/)[1];
        return [at(url(path.getAttribute('clip-path'))).firstElementChild.localName,
                at(url(path.style.clipPath)).firstElementChild.localName,
                at(url(use.getAttribute('clip-path'))).firstElementChild.localName,
                at(use.href.baseVal.slice(1)).localName];
    })"""
    assert bench.page.evaluate(script) == [["rect", "rect", "circle", "symbol"]] * 3


HOSTILE = """<g onclick="hacked=1"><script>window.hacked = 1</script>
<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="hacked=1"/>
</body></foreignObject><image href="http://evil.test/a.png"/>
<a xlink:href="javascript:hacked=1"><text>press</text></a>
<use href="http://evil.test/a.svg#b"/><use xlink:href="data:image/svg+xml,x#b"/>
<path fill="url(http://evil.test/p)" mask="url( 'http://evil.test/m' )" d="M0 0"/>
<path style="fill: red; cursor: u\\72l(http://evil.test/c)" d="M0 0"/>
<path style="background: image-set('http://evil.test/i' 1x)" d="M0 0"/>
<style>@import "http://evil.test/s"; * { display: none }</style>
<animate attributeName="href" values="javascript:hacked=1"/><set attributeName="onload" to="x"/>
<svg onload="hacked=1"/><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://evil.test/"/>
<rect onmouseover="hacked=1" xml:base="http://evil.test/" style="fill: rgb(1, 2, 3)"
  transform="translate(3, 4) rotate(5)" aria-label="left (side)"/></g>"""


def test_nothing_in_a_picture_runs_or_loads(page: Page) -> None:
    # No policy helps here: the stage alone must see to it.
    bench = Bench(page, policy="")
    still = STILL.replace('<g id="gh-moving">', HOSTILE + '<g id="gh-moving">')
    view = bench.show("a", stage(still=still))
    bench.push("a", moving=HOSTILE)
    view.locator("svg").first.click()
    page.wait_for_timeout(100)
    assert page.evaluate("window.hacked") is None
    assert bench.requests == []
    assert bench.errors == []
    left = set(view.evaluate("el => [...el.querySelectorAll('svg *')].map(n => n.localName)"))
    assert left <= {
        "defs",
        "clipPath",
        "symbol",
        "circle",
        "path",
        "rect",
        "g",
        "text",
        "use",
        "svg",
    }
    kept = view.evaluate("el => el.querySelector('figure > div').innerHTML")
    assert not re.search(r"evil|hacked|javascript|\son\w+=", kept)
    # What is harmless stays.
    rect = view.locator("rect[transform]").first
    assert rect.get_attribute("transform") == "translate(3, 4) rotate(5)"
    assert rect.get_attribute("style") == "fill: rgb(1, 2, 3)"
    assert rect.get_attribute("aria-label") == "left (side)"


PARTS = """nodes => nodes.map(node => [node.localName, [...node.attributes]
    .map(a => a.localName).filter(name => name !== 'id' && name !== 'data-moving').sort()])"""


def test_our_own_drawings_lose_nothing(bench: Bench) -> None:
    still = stroke_still("T02", "whole", "reference")
    move = moving_svg(build("T02", place="whole", side="both", level=2))
    view = bench.show("a", Stage(still, move, name="A stroke", description="Both hands."))
    shown = view.locator("svg *").evaluate_all(PARTS)
    whole = still.replace('<g id="gh-moving"></g>', move)
    assert whole != still
    script = f"text => ({PARTS})([...new DOMParser().parseFromString(text, 'image/svg+xml')" + (
        ".documentElement.querySelectorAll('*')])"
    )
    assert shown == bench.page.evaluate(script, whole)


def test_a_broken_moving_part_leaves_the_picture_as_it_is(bench: Bench) -> None:
    view = bench.show("a", stage())
    bench.push("a", moving="<g><path></g>")
    assert view.locator("use").get_attribute("x") == "5"
    bench.push("a", moving="")
    assert view.locator("use").count() == 0
    bench.push("a", moving=moving(9))
    assert view.locator("use").get_attribute("x") == "9"


def test_name_and_description(bench: Bench) -> None:
    view = bench.show("a", stage())
    picture = view.get_by_role("img", name="A stroke", exact=True)
    expect(picture).to_be_visible()
    expect(picture).to_have_accessible_description("Both hands glide. Then they rest.")
    bench.push("a", name="Another stroke", description="<b>One</b> hand rests.")
    expect(view.get_by_role("img", name="Another stroke")).to_have_accessible_description(
        "<b>One</b> hand rests."
    )


def test_the_description_stays_open_while_it_changes(bench: Bench) -> None:
    view = bench.show("a", stage())
    words = view.get_by_text("Both hands glide.")
    expect(words).not_to_be_visible()
    view.get_by_text("Describe this picture").focus()
    bench.page.keyboard.press("Enter")
    expect(words).to_be_visible()
    bench.push("a", moving=moving(6), description="Now one hand alone.")
    expect(view.get_by_text("Now one hand alone.")).to_be_visible()


def test_only_the_summary_is_spoken_and_only_at_rest(bench: Bench) -> None:
    bench.stop_clock()
    view = bench.show("a", stage(summary="5 cm/s"))
    spoken = view.get_by_role("status")
    bench.page.clock.run_for(2000)
    expect(spoken).to_have_text("")
    for x in range(20):
        bench.push("a", moving=moving(x + 6), description=f"Step {x}.", summary=f"{x} cm/s")
        bench.page.clock.run_for(100)
        expect(spoken).to_have_text("")
    bench.page.clock.run_for(800)
    expect(spoken).to_have_text("19 cm/s")
    live = view.locator("[aria-live], [role=status], [role=alert], [role=log], output")
    assert live.count() == 1


def test_a_new_still_part_keeps_the_place(bench: Bench) -> None:
    view = bench.show("a", stage(width=400, caption="Gliding"))
    box = view.bounding_box()
    assert box is not None
    place = {"x": 20, "y": box["y"], "width": 400, "height": 250}
    assert view.locator("svg").bounding_box() == place
    bench.push("a", still=STILL.replace("Left", "Right"), moving=moving(8))
    assert view.bounding_box() == box
    assert view.locator("use").get_attribute("x") == "8"
    view.evaluate("el => el.querySelector('svg').remove()")
    assert view.bounding_box() == box


@pytest.mark.parametrize(("opens", "place"), [("middle", 0.5), ("left", 0.0)])
def test_a_picture_wider_than_the_page_opens_where_it_should(
    bench: Bench, opens: str, place: float
) -> None:
    bench.page.set_viewport_size({"width": 320, "height": 600})
    frame = bench.show("a", stage(opens=opens)).locator(".gh-stage-frame")
    expect(frame).to_have_attribute("tabindex", "0")
    over, scrolled = frame.evaluate("el => [el.scrollWidth - el.clientWidth, el.scrollLeft]")
    assert over > 50
    assert abs(scrolled - place * over) <= 1


def test_colours_follow_the_theme(bench: Bench) -> None:
    view = bench.show("a", stage())
    ink = "el => getComputedStyle(el.querySelector('svg text')).fill"
    light = view.evaluate(ink)
    bench.theme("dark")
    assert view.evaluate(ink) != light


def test_a_closed_view_leaves_nothing_behind(bench: Bench) -> None:
    view = bench.show("a", stage(summary="x"))
    bench.push("a", moving=moving(6))
    assert bench.remove("a") == 0
    assert view.inner_html() == ""
    bench.push("a", moving=moving(7))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(bench: Bench, theme: str) -> None:
    bench.theme(theme)
    bench.show("a", stage(caption="Gliding")).locator("summary").click()
    bench.show("b", stage(name="Another"))
    assert bench.faults() == []
