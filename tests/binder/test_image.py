"""What stands ready after `postBuild`, and every lesson in it."""

import json
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.binder.image import Image, buildpack
from tests.binder.versions import ROOT, conda_base

LESSONS = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
VERSIONS = """import sys; from importlib.metadata import version
for name in sys.argv[1:]: print(version(name))"""
TRUSTED = """import sys, nbformat; from nbformat.sign import NotebookNotary
for name in sys.argv[1:]:
    print(NotebookNotary().check_signature(nbformat.read(name, as_version=4)))"""
CONNECTION = """from jupyterlab.labapp import LabApp
server = LabApp.initialize_server(argv=["--ServerApp.port=0"])
print(server.kernel_websocket_connection_class.__name__)"""


def test_it_has_the_versions_of_binder(image: Image) -> None:
    names = ["jupyterlab", "ipywidgets", "ipykernel", "jupyter-server"]
    base = conda_base(buildpack())
    assert image.tell(VERSIONS, *names).split() == [base[name] for name in names]


def test_an_ordinary_user_runs_it(image: Image) -> None:
    assert image.tell("import os; print(os.getuid() > 0, os.environ['HOME'])").split() == [
        "True",
        str(image.root),
    ]


def test_postbuild_changes_no_file_of_the_repository(image: Image) -> None:
    assert image.run("git", "status", "--porcelain", "--untracked-files=no") == ""


def test_every_notebook_is_trusted(image: Image) -> None:
    paths = [f"notebooks/{name}" for name in LESSONS]
    assert image.tell(TRUSTED, *paths).split() == ["True"] * len(LESSONS)


@pytest.mark.parametrize("folder", ["notebooks", "../.."])
def test_the_helpers_are_found_from_everywhere(image: Image, folder: str) -> None:
    found = image.tell("import helpers; print(helpers.__file__)", folder=folder).strip()
    assert Path(found) == image.root / "helpers" / "__init__.py"


def test_fonts_are_listed_already(image: Image) -> None:
    assert list((image.home / ".cache" / "matplotlib").glob("fontlist*.json"))


def test_the_settings_of_the_server_hold(image: Image) -> None:
    assert image.tell(CONNECTION).split()[-1] == "PromptConnection"


def test_the_settings_of_jupyterlab_hold(image: Image) -> None:
    wanted = json.loads((ROOT / "serving" / "overrides.json").read_text(encoding="utf-8"))
    for plugin, values in wanted.items():
        way = f"{image.url}lab/api/settings/{quote(plugin, safe='')}?token={image.token}"
        with urlopen(way, timeout=30) as answer:
            settings = json.load(answer)["schema"]["properties"]
        assert {name: settings[name]["default"] for name in values} == values


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_opens_alive_and_runs(image: Image, page: Page, name: str) -> None:
    lesson = image.open(page, f"notebooks/{name}")
    lesson.alive()
    assert lesson.trusted()
    lesson.start()
    expect(page.locator(".gh-stage-picture:not([hidden])").first).to_be_visible()
    assert lesson.errors == []
