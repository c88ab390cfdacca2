"""`make notebooks` gives the same bytes each time, and all that a lesson shows is in them."""

import base64
import json
import shutil
import sys
import zlib
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from tools.notebooks import BuildError, build
from tools.notebooks.__main__ import main
from tools.notebooks.cells import check_outputs, tidy_cells
from tools.notebooks.sharing import KEEPER, PIECES, restore, same, share, unpacked

SCRIPT = "".join(f"// Line {n} of the script.\n" for n in range(20)) + "export default {}\n"
PICTURE = "<svg>" + "".join(f'<path d="M0 {n}L9 {n}" style="fill:none"/>' for n in range(20))
SETUP = f"""import anywidget, ipywidgets, traitlets
class Probe(anywidget.AnyWidget):
    _esm = {SCRIPT!r}
    name, picture, words = (traitlets.Unicode().tag(sync=True) for _ in range(3))
    rows = traitlets.Tuple().tag(sync=True)
    nothing = traitlets.Any().tag(sync=True)
    __repr__ = lambda self: "Probe"
probes = [Probe(name=name, picture={PICTURE!r} + name, rows=[[1, 2.5]]) for name in "ab"]
unseen = Probe(name="never shown")
sliders = [ipywidgets.IntSlider(n) for n in (3, 4)]
link = ipywidgets.jslink((sliders[0], "value"), (sliders[1], "value"))"""
SHOW = "ipywidgets.VBox([*probes, *sliders])"
CHANGE = """with probes[1].hold_sync():
    probes[1].words, probes[1].rows = "x" * 300, ()
probes[0]"""


def write(path: Path, *sources: str) -> Path:
    cells = [new_markdown_cell("# Probe"), *(new_code_cell(source) for source in sources)]
    nbformat.write(new_notebook(cells=cells), path)
    return path


def saved(text: str) -> dict[str, Any]:
    widgets = json.loads(text)["metadata"]["widgets"]
    state: dict[str, Any] = widgets["application/vnd.jupyter.widget-state+json"]["state"]
    return state


@pytest.fixture(scope="module")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built notebook."""
    path = write(tmp_path_factory.mktemp("notebooks") / "probe.ipynb", SETUP, SHOW, CHANGE)
    assert main([str(path)]) == 0
    return path


def test_building_again_elsewhere_changes_nothing(probe: Path, tmp_path: Path) -> None:
    copy = shutil.copy(probe, tmp_path / "probe.ipynb")
    assert build(copy).text.encode() == probe.read_bytes()


def test_the_check_names_what_differs_and_writes_nothing(
    probe: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "changed.ipynb"
    text = probe.read_text("utf-8")
    path.write_text(text.replace('"probes[0]"', '"probes[1]"'), "utf-8")
    before = path.read_bytes()
    assert main([str(path), "--check"]) == 1
    assert "changed.ipynb differs" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_every_trait_is_saved_as_it_was_last(probe: Path) -> None:
    entries = restore(saved(probe.read_text("utf-8"))).values()
    probes = [entry["state"] for entry in entries if entry["model_module"] == "anywidget"]
    first = {"_esm": SCRIPT, "name": "a", "picture": f"{PICTURE}a", "words": "", "nothing": None}
    first |= {"rows": [[1, 2.5]], "_view_module": "anywidget", "_view_name": "AnyView"}
    second = first | {"name": "b", "picture": f"{PICTURE}b", "words": "x" * 300, "rows": []}
    for traits, expected in zip(probes, (first, second), strict=True):
        assert {name: traits[name] for name in expected} == expected


def test_widgets_are_numbered_and_unseen_ones_dropped(probe: Path) -> None:
    text = probe.read_text("utf-8")
    state = saved(text)
    assert sorted(state) == [*(f"{n:04}" for n in range(1, len(state))), KEEPER]
    whole = restore(state).values()
    names = [entry["state"]["name"] for entry in whole if "name" in entry["state"]]
    assert names == ["a", "b"]
    assert '"model_id": "0001"' in text
    assert sum(entry["model_name"] == "LinkModel" for entry in state.values()) == 1
    layouts = [json.dumps(e["state"]) for e in state.values() if e["model_name"] == "LayoutModel"]
    assert len(layouts) == len(set(layouts))


def test_a_long_text_is_stored_once(probe: Path) -> None:
    lines = unpacked(saved(probe.read_text("utf-8"))[KEEPER]["state"]["packed"])["lines"]
    assert len(lines) == len(set(lines))
    assert sum("Line 7" in line for line in lines) == 1
    assert sum(line == '<path d="' for line in lines) == 1


@pytest.mark.parametrize("text", ["a\nb\n", "\n\n<", "<g><path d=\"M0\" style=''/></g>", "x" * 300])
def test_pieces_make_up_the_text(text: str) -> None:
    assert "".join(PIECES.split(text)) == text
    assert all(PIECES.split(text))


def test_sharing_is_undone_exactly() -> None:
    long = "".join(f"<p>{n % 7}\n" for n in range(400))
    whole = {
        name: {
            "model_module": "anywidget",
            "model_module_version": "1",
            "model_name": "AnyModel",
            "state": {"_esm": long + name, "a": long, "b": long[::-1], "short": "s"},
        }
        for name in ("0001", "0002")
    }
    shared = share(whole)
    assert restore(shared) == whole
    assert len(json.dumps(shared)) < len(json.dumps(whole)) / 3
    assert restore(share({})) == {}


def test_a_change_leaves_most_groups_as_they_were() -> None:
    def packed(texts: list[str]) -> list[str]:
        entry = {"model_module": "anywidget", "model_module_version": "1", "model_name": "AnyModel"}
        whole = {"0001": {**entry, "state": {"_esm": "".join(texts)}}}
        made: list[str] = share(whole)[KEEPER]["state"]["packed"]
        return made

    lines = [f"const line{n} = {n * n};\n" for n in range(8000)]
    before = packed(lines)
    after = packed([*lines[:900], "const more = 1;\n", *lines[900:]])
    assert len(before) > 12
    assert len(set(after) - set(before)) <= 3  # the texts' own numbers, and one group or two


def test_only_the_way_of_deflating_may_differ(probe: Path) -> None:
    text = probe.read_text("utf-8")
    packed = saved(text)[KEEPER]["state"]["packed"][-1]
    raw = zlib.decompress(base64.b64decode(packed))
    otherwise, changed = (
        text.replace(packed, base64.b64encode(zlib.compress(lines, 1)).decode("ascii"))
        for lines in (raw, raw.replace(b"Line 7", b"Line 8"))
    )
    assert otherwise != text
    assert same(otherwise, text)
    assert not same(changed, text)
    assert not same(text.replace(f'"{packed}"', f'"{packed}",\n"{packed}"'), text)
    assert not same(text.replace(packed, "broken"), text)
    assert not same(text.replace("# Probe", "# Other"), text)


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (new_output("stream", name="stdout", text="hello"), "writes to stdout"),
        (new_output("stream", name="stderr", text="a warning"), "writes to stderr"),
        (new_output("display_data", {"text/plain": "<A at 0x7f00aa33>"}), "memory address"),
        (new_output("display_data", {"text/html": f"<a href='{Path.cwd()}/x'>"}), "path of this"),
        (new_output("display_data", {"text/plain": f"{sys.prefix}/x"}), "path of this"),
    ],
)
def test_what_an_output_may_not_hold(output: Any, words: str) -> None:
    book = new_notebook(cells=[new_code_cell("x", id="probe", outputs=[output])])
    with pytest.raises(BuildError, match=f"'probe'.*{words}"):
        check_outputs(book, {}, [Path.cwd()])


def test_what_a_widget_may_not_hold() -> None:
    state = {"0001": {"model_name": "AnyModel", "state": {"text": "a 0x7f00aa33"}}}
    with pytest.raises(BuildError, match="AnyModel holds a memory address"):
        check_outputs(new_notebook(), state, [])


def test_a_failing_notebook_does_not_stop_the_others(
    probe: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = write(tmp_path / "bad.ipynb", "1 / 0")
    before = bad.read_bytes()
    assert main([str(bad), str(probe)]) == 1
    out, err = capsys.readouterr()
    assert err == "bad.ipynb: the cell '1-0' fails with ZeroDivisionError: division by zero\n"
    assert bad.read_bytes() == before
    assert "probe.ipynb: unchanged" in out


def test_cells_get_names_and_the_same_metadata() -> None:
    cells = [
        new_markdown_cell("## What's next\n\nRest."),
        new_markdown_cell("Lay one hand on the back."),
        new_code_cell("from helpers.widgets import back_map\nback_map()"),
        new_code_cell("back_map()", metadata={"scrolled": False, "tags": ["a"]}),
        new_code_cell("back_map()", id="my-own-name"),
    ]
    book = new_notebook(cells=cells)
    tidy_cells(book)
    names = ["whats-next", "lay-one-hand-on", "back-map", "back-map-2", "my-own-name"]
    assert [cell.id for cell in book.cells] == names
    assert book.cells[3].metadata == {
        "jupyter": {"source_hidden": True},
        "tags": ["a", "hide-input"],
    }
    assert book.cells[0].metadata == {}
