"""The map of the back: its marks, its checks, its names; and the drawing under it."""

import pytest
from attrs import asdict

from helpers.body import back
from helpers.diagrams.body_map import body_map_svg, place_name, spotted
from helpers.diagrams.marks import SHAPES
from helpers.widgets import BodyMap
from helpers.widgets.controls import Pin

KINDS = [("tight", "tight"), ("lump", "a lump")]


def test_it_says_where_its_marks_are() -> None:
    marks = [Pin(-4.8, 12, "tight", 0, 6), Pin(10, 34, "lump", 6.5)]
    made = BodyMap("Sore places", marks, kinds=KINDS, words=["tender, 6 of 10"])
    assert made.text() == (
        "Map of the back: Sore places\n"
        "1. Between spine and shoulder blade, left: tender, 6 of 10\n"
        "2. Waist, right: a lump"
    )
    assert made.pins == tuple(marks)
    assert BodyMap("Places").text().endswith("Nothing is marked yet.")


@pytest.mark.parametrize(
    "mark",
    [
        Pin(0, 0, "pain"),
        Pin(float("nan"), 0, "tight"),
        Pin(0, 0, "tight", 99),
        "here",
    ],
)
def test_a_mark_that_is_not_possible_is_refused(mark: Pin) -> None:
    with pytest.raises(ValueError, match=r"mark|none of|place"):
        BodyMap("Places", [mark], kinds=KINDS)


def test_kinds_and_most_are_checked() -> None:
    with pytest.raises(ValueError, match="kinds"):
        BodyMap("Places", kinds=[("funny", "funny")])
    with pytest.raises(ValueError, match="3 marks; 2"):
        BodyMap("Places", [Pin(4, y) for y in (5, 15, 25)], most=2)


def test_what_the_browser_may_not_send_changes_nothing() -> None:
    made = BodyMap("Places", [Pin(4, 12)], most=1)
    before = made.marks
    made.set_state({"marks": [asdict(Pin(4, 12)), asdict(Pin(5, 12))], "selected": 1})
    assert (made.marks, made.selected) == (before, -1)
    made.set_state({"marks": [asdict(Pin(5, 13))], "selected": 0})
    assert (made.pins, made.selected) == ((Pin(5.0, 13.0),), 0)


def test_every_place_lies_on_the_back_and_is_drawn() -> None:
    drawing = body_map_svg()
    names = [place.name for place in spotted()]
    assert len(set(names)) == len(names) == 19
    for place in spotted():
        assert place_name(*place.at) == place.name
        assert back().on_back([place.at])[0]
        assert all(f'id="{one}"' in drawing for one in place.drawn)
    assert all(f'id="gh-mark-{kind}"' in drawing for kind in SHAPES)
    assert place_name(25, 30) == ""
