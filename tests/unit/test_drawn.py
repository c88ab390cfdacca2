"""A picture as a file: in its own colours, whole, told in words."""

import pytest

from helpers.stage import Drawn, set_shown
from helpers.stage.drawn import html
from helpers.widgets import Card, Panel, StrokePlanner, keep_off_map

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" class="gh-picture" viewBox="0 0 9 9" style="a:b">'
RED = "fill: var(--gh-now, #b23c00)"


@pytest.mark.parametrize(
    ("still", "moving", "inside"),
    [
        (f'{HEAD}<g id="gh-moving"></g><g/></svg>', '<g class="new"/>', '<g class="new"/><g/>'),
        (f"{HEAD}<g/></svg>", '<g class="new"/>', '<g/><g class="new"/>'),
        (f"{HEAD}<g/></svg>", "", "<g/>"),
        (f'{HEAD}<g style="{RED}"/></svg>', "", '<g style="fill: #b23c00"/>'),
    ],
)
def test_the_file_holds_the_whole_picture(still: str, moving: str, inside: str) -> None:
    text = Drawn(still, moving, "A", "B").svg()
    assert text.endswith(f">{inside}</svg>\n")
    assert text.count(" style=") == 1 + inside.count("style=")
    assert text.count(" class=") == 1 + inside.count("class=")


def test_the_name_of_the_file_stands_for_the_drawing_alone() -> None:
    first = Drawn("<svg/>", "", "A", "B").file
    assert Drawn("<svg/>", "", "C", "D").file == first
    assert Drawn("<svg />", "", "A", "B").file != first
    assert Drawn("<svg/>", "<g/>", "A", "B").file != first


def test_words_stay_words() -> None:
    assert 'alt="&lt;b&gt; &quot;x&quot;. y z"' in html([Drawn("<svg/>", "", '<b> "x".', "y\nz")])


def test_a_panel_names_every_picture_in_sight_and_no_other() -> None:
    seen, unseen = keep_off_map(), keep_off_map("small")
    set_shown(unseen, False)
    planner = StrokePlanner("T02")
    panel = Panel((), seen, [unseen, planner])
    assert [one.name for one in panel.pictures()] == ["Where to keep off", "Long glide: Whole back"]
    data = panel._repr_mimebundle_()
    data = data[0] if isinstance(data, tuple) else data
    assert data["text/html"].count("<img ") == 2
    assert "text/html" not in Panel(Card("Hello"))._repr_mimebundle_()
