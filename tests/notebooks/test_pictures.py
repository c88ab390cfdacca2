"""Whatever draws also leaves its picture in the output, for where widgets do not run."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import nbformat
import pytest

from helpers.stage.drawn import FOLDER as PICTURES
from tools.notebooks.models import views
from tools.notebooks.sharing import restore
from tools.notebooks.ways import shortened

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
LESSONS = sorted(FOLDER.glob("*.ipynb"))
IMAGE = re.compile(r'<img src="([^"]+)" width="\d+" alt="([^"]+)">')


def drawing(model: str, state: dict[str, Any]) -> Iterator[str]:
    """Yield each widget in sight under a widget that shows a picture, in order."""
    traits = state[model]["state"]
    layout = state[traits["layout"].removeprefix("IPY_MODEL_")]["state"]
    if layout.get("display") == "none":
        return
    if "still" in traits or any(
        one["path"] == ["score"] for one in state[model].get("buffers", [])
    ):
        yield model
    for child in traits.get("children", []):
        yield from drawing(child.removeprefix("IPY_MODEL_"), state)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_each_picture_of_a_lesson_is_also_a_file_with_all_its_words(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    state = restore(next(iter(book.metadata.widgets.values()))["state"])
    known = {view["model_id"] for view in views(book)}
    outputs = [one.data for cell in book.cells for one in cell.get("outputs", [])]
    assert known == {data[VIEW]["model_id"] for data in outputs if VIEW in data}
    count = 0
    for data in outputs:
        if VIEW not in data:
            continue
        drawn = list(drawing(data[VIEW]["model_id"], state))
        found = IMAGE.findall("".join(data.get("text/html", "")))
        assert len(found) == len(drawn)
        for (file, words), model in zip(found, drawn, strict=True):
            traits = state[model]["state"]
            if "description" in traits:
                told = f"{traits['name'].rstrip('.')}. {traits['description']}"
                assert words == " ".join(told.split()).replace('"', "&quot;")
            root = ElementTree.parse(path.parent / file).getroot()
            text = (path.parent / file).read_text("utf-8")
            assert root.tag.endswith("svg")
            assert "var(" not in text
            assert "<script" not in text
            if "still" in traits:
                ways = re.findall(r' d="[^"]+"', traits["still"] + traits.get("moving", ""))
                assert set(ways) == set(re.findall(r' d="[^"]+"', text))
        count += len(found)
    assert count >= 3


VIEW = "application/vnd.jupyter.widget-view+json"


def test_no_picture_is_left_that_no_lesson_shows() -> None:
    named = {name for path in LESSONS for name in re.findall(r"\w+\.svg", path.read_text("utf-8"))}
    assert {path.name for path in (FOLDER / PICTURES).iterdir()} == named


def test_a_path_written_short_is_the_same_path() -> None:
    way = "M10 20.5L12.0 20.1 \nC1 2 3.3 -4 5 6zM0 0Q-1.5 2 3 4L3.2 4z"
    short = "m10 20.5l2-.4c-11-18.1-8.7-24.1-7-14.1zm-10-20.5q-1.5 2 3 4l.2 0z"
    assert shortened(f'<path d="{way}"/>') == f'<path d="{short}"/>'


@pytest.mark.parametrize(
    "way", ["m1 2l3 4", "M1 2H9", "M1.25 2L3 4", "M1 2C1 2 3 4 5 6 7 8 9 1 2 3"]
)
def test_another_kind_of_path_stays_as_it_is(way: str) -> None:
    assert shortened(f'<path d="{way}"/>') == f'<path d="{way}"/>'


def test_what_is_no_path_stays_as_it_is() -> None:
    text = f'<text id="M1 2L3 4">{json.dumps("d=M1")}</text>'
    assert shortened(text) == text
