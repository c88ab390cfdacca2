"""How the browser-only site is put together; tests/lite runs it."""

import hashlib
import json
import re
import zipfile
from pathlib import Path

import nbformat
import pytest

from tests.lite.server import FileServer
from tests.unit.test_environment import pins
from tools.lite import pyodide, site, wheels
from tools.lite.errors import LiteError
from tools.lite.lessons import served

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
DATA = b"a file of Pyodide"
SHA256 = hashlib.sha256(DATA).hexdigest()


# --- Pyodide --------------------------------------------------------------------------------------


def test_a_file_of_pyodide_is_taken_by_its_hash_only(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(DATA)
    (tmp_path / "other").write_bytes(DATA + b"!")
    read = pyodide.from_folder(tmp_path)
    assert pyodide.checked(read, "one", SHA256) == DATA
    with pytest.raises(LiteError, match="other is not the file of Pyodide"):
        pyodide.checked(read, "other", SHA256)
    with pytest.raises(LiteError, match="GOOD_HANDS_PYODIDE names a folder without third"):
        pyodide.checked(read, "third", SHA256)


def test_what_is_downloaded_is_kept(tmp_path: Path) -> None:
    (tmp_path / "host").mkdir()
    (tmp_path / "host/one").write_bytes(DATA)
    with FileServer(tmp_path / "host") as server:
        read = pyodide.from_host(tmp_path / "kept", server.url)
        assert pyodide.checked(read, "one", SHA256) == DATA
        with pytest.raises(LiteError, match="Connect to the network, or name a folder"):
            read("other")
    assert pyodide.checked(read, "one", SHA256) == DATA


def test_a_package_comes_with_all_that_it_needs() -> None:
    listed = {
        "a": {"depends": ["b-c"]}, "b-c": {"depends": ["d", "a"]}, "d": {"depends": []},
        "e": {"depends": ["f"]},
    }  # fmt: skip
    assert pyodide.closure(listed, ["a"]) == ["a", "b-c", "d"]
    assert pyodide.closure(listed, ["b_c"]) == ["a", "b-c", "d"]
    with pytest.raises(LiteError, match="no package f"):
        pyodide.closure(listed, ["e"])


# --- wheels ---------------------------------------------------------------------------------------


def test_an_entry_says_what_a_wheel_needs_in_the_browser_and_how_it_is_imported(
    tmp_path: Path,
) -> None:
    path = tmp_path / "some_thing-1.2-py3-none-any.whl"
    needs = [
        "numpy>=2", "typing_extensions; python_version < '3.13'", "jupyterlab>=4",
        "six; extra == 'x'", "exceptiongroup; python_version < '3.11'", "filelock",
        "pywin32; sys_platform == 'win32'",
    ]  # fmt: skip
    metadata = "\n".join(["Name: some-thing", *(f"Requires-Dist: {need}" for need in needs)])
    with zipfile.ZipFile(path, "w") as wheel:
        for name in ("some_thing/__init__.py", "some_thing/part/deep.py", "single.py"):
            wheel.writestr(name, "")
        wheel.writestr("some_thing-1.2.dist-info/METADATA", metadata)
        wheel.writestr("some_thing-1.2.data/share/x.js", "")
    entry = wheels.entry(path)
    assert entry["name"] == "some-thing"
    assert entry["version"] == "1.2"
    assert entry["depends"] == ["numpy", "typing-extensions"]
    assert entry["imports"] == ["single", "some_thing"]
    assert entry["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_kernel_in_the_browser_gets_the_versions_of_every_other_place() -> None:
    lock = (ROOT / "requirements/lock.txt").read_text(encoding="utf-8")
    assert set(wheels.pins(lock)) == set(wheels.FROM_LOCK)
    with pytest.raises(LiteError, match="pins no comm"):
        wheels.pins("attrs==1\n", ["attrs", "comm"])


def test_the_site_is_built_with_the_versions_of_every_other_place() -> None:
    """Only what builds the site has an older ipywidgets; its pages get that of ``lock.txt``."""
    everywhere, here = pins("lock.txt") | pins("lock-test.txt"), pins("lock-lite.txt")
    both = here.keys() & everywhere.keys()
    assert {name for name in both if here[name] != everywhere[name]} == {"ipywidgets"}
    assert here["anywidget"] == everywhere["anywidget"]


# --- the site -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_lesson_is_the_notebook_as_a_server_hands_it_over(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = nbformat.reads(text, as_version=4)
    for cell in expected.cells:
        if cell.cell_type == "code":
            cell.metadata.trusted = True
    assert json.loads(served(text)) == expected


def test_lessons_are_listed_and_cannot_be_written(tmp_path: Path) -> None:
    site.add_lessons(tmp_path, NOTEBOOKS, "2026-01-01T00:00:00Z")
    root = json.loads((tmp_path / "api/contents/all.json").read_text(encoding="utf-8"))
    assert root["writable"]
    assert [each["name"] for each in root["content"]] == [path.name for path in NOTEBOOKS]
    for each in root["content"]:
        assert not each["writable"]
        assert (tmp_path / "files" / each["path"]).stat().st_size == each["size"]


def test_pictures_are_where_they_are_looked_for(tmp_path: Path) -> None:
    site.add_pictures(tmp_path, ROOT / "notebooks/pictures")
    named = set(re.findall(r"pictures/\w+\.svg", "".join(p.read_text("utf-8") for p in NOTEBOOKS)))
    assert named
    for name in named:
        assert (tmp_path / "files" / name).is_file()
        assert (tmp_path / "lab" / name).is_file()


def test_the_first_page_opens_the_first_lesson_and_names_the_others(tmp_path: Path) -> None:
    site.add_first_page(tmp_path, [path.name for path in NOTEBOOKS])
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'content="0; url=lab/index.html?path=00_welcome.ipynb"' in text
    assert all(f'href="lab/index.html?path={path.name}"' in text for path in NOTEBOOKS)
    assert 'id="jupyter-config-data"' in text


def test_a_page_of_another_jupyterlite_is_not_patched_blindly(tmp_path: Path) -> None:
    (tmp_path / "lab").mkdir()
    (tmp_path / "lab/index.html").write_text("<html></html>", encoding="utf-8")
    with pytest.raises(LiteError, match="not as it was"):
        site.add_script(tmp_path, site.SCRIPT)


def test_the_site_has_the_settings_of_every_other_place(tmp_path: Path) -> None:
    site.prepare(tmp_path, ROOT / "serving", ["second", "first"])
    config = json.loads((tmp_path / "jupyter-lite.json").read_text("utf-8"))["jupyter-config-data"]
    assert config["disabledExtensions"] == ["@jupyterlab/mathjax-extension:plugin"]
    (kernel,) = config["litePluginSettings"].values()
    assert kernel["loadPyodideOptions"]["packages"] == ["first", "second"]
    overrides = json.loads((ROOT / "serving/overrides.json").read_text("utf-8"))
    settings = json.loads((tmp_path / "overrides.json").read_text("utf-8"))
    assert overrides.items() <= settings.items()
