"""Every lesson is built alike; and what checks it notices each way in which one is not."""

import copy
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from tests.notebooks.lint import BUTTON, FIRST, LAST, VIEW, faults, headings, series_faults
from tests.notebooks.reading import grade, syllables

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
LESSONS = sorted(FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_has_no_faults(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    assert faults(book, FOLDER, path.stat().st_size) == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_is_one_of_the_series(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    assert series_faults(book, path.stem, [lesson.stem for lesson in LESSONS]) == []


def test_what_a_lesson_of_the_series_lacks_is_noticed() -> None:
    found = series_faults(sample(), "01_b", ["00_a", "01_b", "02_c"])
    assert [fault.split()[-1] for fault in found[-2:]] == ["00_a.", "02_c."]
    assert "0 pictures" in found[3]
    assert ["recall" in found[0], "quiz" in found[1], "decided" in found[2]] == [True] * 3


def test_no_two_lessons_have_the_same_title() -> None:
    titles = [headings(nbformat.read(path, as_version=4))[0][1] for path in LESSONS]
    assert len(set(titles)) == len(titles)


def sample() -> NotebookNode:
    """Return a small notebook without faults."""
    texts = {"title": f"# A lesson\n\nHands are warm.\n\n{BUTTON}\n\n**Run**, **Run All Cells**."}
    texts |= {f"first-{n}": f"## {words}\n\n- 20 minutes." for n, words in enumerate(FIRST)}
    texts |= {f"last-{n}": f"## {words}\n\nRest." for n, words in enumerate(LAST)}
    texts["first-3"] = f"## {FIRST[3]}\n\nRest."
    texts |= {"practise": "## Practise\n\nTry it."} | {
        name: texts.pop(name) for name in list(texts) if name.startswith("last")
    }
    cells = [new_markdown_cell(text, id=name) for name, text in texts.items()]
    view = {VIEW: {"model_id": "0001"}, "text/plain": "Card: hello"}
    code = new_code_cell("from helpers.widgets import Card\nCard('hello')", id="card")
    code.metadata = NotebookNode(jupyter={"source_hidden": True}, tags=["hide-input"])
    code.execution_count = 1
    code.outputs = [new_output("execute_result", view, execution_count=1)]
    book = new_notebook(cells=[*cells[:4], code, *cells[4:]])
    book.metadata = nbformat.from_dict(
        {
            "kernelspec": {"name": "python3"},
            "language_info": {"name": "python"},
            "widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"0001": {}}}},
        }
    )
    return book


def replaced(cell: int, old: str, new: str) -> Callable[[NotebookNode], None]:
    def change(book: NotebookNode) -> None:
        assert old in book.cells[cell].source
        book.cells[cell].source = book.cells[cell].source.replace(old, new)

    return change


def code(source: str) -> Callable[[NotebookNode], None]:
    return lambda book: book.cells[4].update(source=source)


def output(**changes: object) -> Callable[[NotebookNode], None]:
    return lambda book: book.cells[4].outputs[0].update(changes)


FAULTS: list[tuple[Callable[[NotebookNode], object], str]] = [
    (replaced(1, "## ", "# "), "title"),
    (lambda book: book.cells.insert(0, book.cells.pop(1)), "title"),
    (replaced(5, "Rest.", "#### Deeper"), "skips a level"),
    (replaced(2, "learn", "hear"), "first sections"),
    (replaced(10, "Further reading", "More"), "last sections"),
    (replaced(6, "Practise", "Try"), "'Practise'"),
    (replaced(5, "Rest.", "## Further reading"), "Two sections"),
    (replaced(3, "20 minutes", "A while"), "minutes"),
    (replaced(0, "button", "b"), "Start button"),
    (replaced(0, "**Run All Cells**", "all"), "Beside the Start button"),
    (replaced(1, "20", "<br>"), "HTML"),
    (replaced(5, "Rest.", "![](test_structure.py)"), "describes"),
    (replaced(5, "Rest.", "![A calm back](gone.svg)"), "does not exist"),
    (replaced(5, "Rest.", "[Next](03_gone.ipynb#top)"), "does not exist"),
    (replaced(5, "Rest.", "[](https://example.org)"), "no words"),
    (replaced(5, "Rest.", "Physiological considerations necessitate individualisation."), "school"),
    (lambda book: book.cells[1].update(id="title"), "Two cells"),
    (lambda book: book.cells[1].update(id="1f0c6f3a"), "should say"),
    (lambda book: book.cells[1].update(id="Cell_1"), "should say"),
    (code("import math\n" * 3 + "math.sin(1)"), "3 lines"),
    (code("for x in 'ab': print(x)"), "logic (For)"),
    (code("print(lambda: 1)"), "logic (Lambda)"),
    (code("print(1 + 1)"), "logic (BinOp)"),
    (code("print(["), "not Python"),
    (lambda book: book.cells[4].metadata.pop("jupyter"), "collapsed"),
    (lambda book: book.cells[4].metadata.pop("tags"), "hide-input"),
    (lambda book: book.cells[4].update(execution_count=2), "in order"),
    (lambda book: book.cells[4].update(execution_count=None), "in order"),
    (lambda book: book.cells[4].outputs.clear(), "shows nothing"),
    (output(output_type="stream"), "'stream'"),
    (output(data={"text/plain": "<Card at 0x7f00aa>"}), "address"),
    (output(data={VIEW: {"model_id": "0002"}}), "not saved"),
    (lambda book: book.metadata.pop("widgets"), "not saved"),
    (lambda book: book.metadata.kernelspec.update(name="other"), "python3"),
    (lambda book: book.metadata.language_info.update(version="3.11.7"), "version"),
    (lambda book: book.metadata.update(authors=[]), "metadata"),
]


def test_the_sample_has_no_faults() -> None:
    assert faults(sample(), Path(__file__).parent) == []


@pytest.mark.parametrize(("change", "words"), FAULTS)
def test_a_fault_is_noticed(change: Callable[[NotebookNode], object], words: str) -> None:
    book = copy.deepcopy(sample())
    change(book)
    found = faults(book, Path(__file__).parent)
    assert any(words in fault for fault in found), found


def test_what_is_allowed() -> None:
    book = sample()
    code("plan = Planner(minutes=-1, spots=['neck', ('a', 1)])\nplan.show()")(book)
    replaced(5, "Rest.", "`a < b` <https://a.org> [Here](test_structure.py)\n```\n<p>\n```")(book)
    assert faults(book, Path(__file__).parent) == []


def test_a_large_file_is_noticed() -> None:
    assert "bytes" in faults(sample(), FOLDER, 400_001)[0]


def test_a_lost_reference_is_noticed() -> None:
    book = sample()
    state = book.metadata.widgets["application/vnd.jupyter.widget-state+json"].state
    state["0001"] = {"state": {"layout": "IPY_MODEL_0002"}}
    assert "refers to another" in faults(book, FOLDER)[0]


COUNTS = {
    1: ["the", "stroke", "use", "hands", "moved", "glides", "breathe", "change", "soothes"],
    2: ["massage", "gentle", "muscle", "muscles", "places", "rested", "moving", "being", "circles"],
    3: ["effleurage", "petrissage", "variety", "piano", "shoulders'"],
    4: ["anatomy", "experience"],
}


@pytest.mark.parametrize("count", COUNTS)
def test_syllables(count: int) -> None:
    # An estimate: one more or less in a long word hardly moves the grade.
    assert [word for word in COUNTS[count] if abs(syllables(word) - count) > (count > 2)] == []


def test_grade() -> None:
    assert grade("Lay your hands on the back. Wait. Feel how it moves.") < 2
    assert grade("Contraindications necessitate individualised physiotherapeutic advice.") > 12
