"""The site itself: JupyterLite's own pages, the lessons, and a kernel that finds it all there."""

from __future__ import annotations

import html
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .errors import LiteError
from .lessons import served

TITLE = "Good Hands"
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
SETTINGS: dict[str, Any] = {
    # A lesson is never saved into the browser: its copy there would hide every later one.
    "@jupyterlab/docmanager-extension:plugin": {
        "autosave": False,
        "confirmClosingDocument": False,
    },
}
PYODIDE = Path("static/pyodide")
SCRIPT = Path(__file__).with_name("lesson_page.js")
FIRST_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="lab/favicon.ico">
<!-- Every page of the site reads its settings from here first. -->
<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{{}}</script>
<meta http-equiv="refresh" content="0; url={first}">
<style>
  :root {{ color-scheme: light dark; }}
  body {{ font: 1.1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; }}
  body {{ padding: 0 1rem; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>The first lesson is opening. If it does not, choose one:</p>
<ul>
{lessons}
</ul>
</body>
</html>
"""


def prepare(folder: Path, serving: Path, packages: Iterable[str]) -> None:
    """Write what JupyterLite builds the site from into an empty folder.

    ``serving`` has the settings of JupyterLab in every other place; ``packages`` are loaded while
    the kernel starts.
    """
    config = {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": TITLE,
            "exposeAppInBrowser": True,
            **read_json(serving / "page_config.json"),
            "litePluginSettings": {
                KERNEL: {
                    "disablePyPIFallback": True,
                    "loadPyodideOptions": {"packages": sorted(packages)},
                }
            },
        },
    }
    build = {
        "LiteBuildConfig": {
            "apps": ["lab"],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
        }
    }
    settings = read_json(serving / "overrides.json") | SETTINGS
    write_json(folder / "jupyter-lite.json", config)
    write_json(folder / "jupyter_lite_config.json", build)
    write_json(folder / "overrides.json", settings)


def build(folder: Path, output: Path, moment: int) -> None:
    """Let JupyterLite build and check the site.

    ``moment`` is the time that its files bear, s since 1970, so that the same input gives the same
    bytes.

    Raises
    ------
    LiteError
        When it cannot; its own words say why.
    """
    shutil.rmtree(output, ignore_errors=True)
    for step in ("build", "check"):
        command = [sys.executable, "-m", "jupyterlite_core", step]
        command += ["--lite-dir", str(folder), "--output-dir", str(output)]
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(moment)}
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise LiteError(f"JupyterLite could not {step} the site:\n{done.stdout}{done.stderr}")


def add_lessons(output: Path, notebooks: Iterable[Path], moment: str) -> None:
    """Put the notebooks into the site, and the list of them that the browser reads.

    They are marked as not to be written. What somebody saves in the browser hides the site's own
    file for good, so that a later version of the lesson would never be seen.
    """
    files = output / "files"
    files.mkdir()
    listed = []
    for path in sorted(notebooks):
        text = served(path.read_text(encoding="utf-8"))
        (files / path.name).write_text(text, encoding="utf-8")
        listed.append(_listing(path.name, "notebook", len(text.encode("utf-8")), moment))
    root = _listing("", "directory", None, moment) | {"content": listed, "format": "json"}
    (output / "api/contents").mkdir(parents=True, exist_ok=True)
    write_json(output / "api/contents/all.json", root)


def add_pictures(output: Path, pictures: Path) -> None:
    """Put the pictures that lessons name beside them, and beside JupyterLab's page.

    JupyterLab looks for a picture beside its own page for a moment, before it finds it beside the
    lesson. They are no part of the list of files, where only lessons are.
    """
    for place in ("files", "lab"):
        shutil.copytree(pictures, output / place / pictures.name)


def _listing(name: str, kind: str, size: int | None, moment: str) -> dict[str, Any]:
    return {
        "name": name, "path": name, "type": kind, "size": size, "writable": kind == "directory",
        "created": moment, "last_modified": moment,
        "content": None, "format": None, "mimetype": None, "hash": None, "hash_algorithm": None,
    }  # fmt: skip


def add_first_page(output: Path, names: Iterable[str]) -> None:
    """Let the site's own address open the first lesson; without JavaScript it lists them all."""
    links = {name: f"lab/index.html?path={quote(name)}" for name in sorted(names)}
    lessons = [
        f'<li><a href="{html.escape(link)}">{html.escape(name.removesuffix(".ipynb"))}</a></li>'
        for name, link in links.items()
    ]
    first = html.escape(next(iter(links.values())))
    text = FIRST_PAGE.format(title=TITLE, first=first, lessons="\n".join(lessons))
    (output / "index.html").write_text(text, encoding="utf-8")


def add_script(output: Path, script: Path) -> None:
    """Put a script into JupyterLab's page, before its own."""
    page = output / "lab/index.html"
    text = page.read_text(encoding="utf-8")
    if text.count("<head>") != 1:
        raise LiteError("JupyterLite's page is not as it was; look at tools/lite/site.py.")
    code = script.read_text(encoding="utf-8")
    head = f'<head>\n<link rel="icon" href="favicon.ico">\n<script>\n{code}</script>'
    page.write_text(text.replace("<head>", head), encoding="utf-8")


def read_json(path: Path) -> Any:
    """Read a file of settings."""
    return json.loads(path.read_text(encoding="utf-8"))


def write_json(path: Path, value: Any) -> None:
    """Write a value as JSON, the same bytes for the same value."""
    text = json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")
