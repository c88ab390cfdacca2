"""Build the browser-only site into build/site; any server of plain files can show it.

python -m tools.lite [--output FOLDER]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from . import pyodide, site, wheels
from .errors import LiteError

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".lite"
"""What is downloaded once."""

KERNEL = ("micropip", "ssl", "sqlite3", "ipykernel", "comm", "pyodide_kernel", "jedi", "ipython")
"""What JupyterLite's kernel loads in any case; named at the start, it all comes at once."""

EXTENSION = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi"
OWN = ("ipykernel", "piplite", "pyodide_kernel")
"""Wheels that JupyterLite's kernel brings along."""


def main(arguments: list[str] | None = None) -> int:
    """Read the command line, build, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.lite", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "site")
    options = parser.parse_args(arguments)
    try:
        make(options.output.resolve())
    except LiteError as error:
        print(f"make lite: {error}", file=sys.stderr)
        return 1
    files = [path for path in options.output.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{options.output}: {len(files)} files, {size:.1f} MB")
    return 0


def make(output: Path) -> None:
    """Build the whole site into a folder, which is made anew."""
    notebooks = sorted((ROOT / "notebooks").glob("*.ipynb"))
    moment = _moment()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = wheels.build(ROOT, folder / "wheels")
        versions = wheels.pins((ROOT / "requirements/lock.txt").read_text(encoding="utf-8"))
        added = [ours, *wheels.download(versions, KEPT / "wheels")]
        added += [_own(name) for name in OWN]
        names = _add_python(folder / "lite" / site.PYODIDE, added)
        site.prepare(folder / "lite", ROOT / "serving", {*names, *KERNEL})
        site.build(folder / "lite", output, moment)
    when = datetime.fromtimestamp(moment, UTC).isoformat().replace("+00:00", "Z")
    site.add_lessons(output, notebooks, when)
    site.add_pictures(output, ROOT / "notebooks/pictures")
    site.add_script(output, site.SCRIPT)
    site.add_first_page(output, [path.name for path in notebooks])


def _add_python(folder: Path, added: list[Path]) -> list[str]:
    """Put Pyodide and the added wheels into a folder, and return the names of all packages."""
    folder.mkdir(parents=True)
    named = os.environ.get(pyodide.VARIABLE, "").strip()
    read = (
        pyodide.from_folder(Path(named).expanduser())
        if named
        else pyodide.from_host(KEPT / f"pyodide-{pyodide.VERSION}")
    )
    lock = pyodide.packages(read)
    listed = lock["packages"]
    for each in listed.values():
        each["depends"] = [name for name in each["depends"] if name not in wheels.NOT_IN_BROWSER]
    new = {each["name"]: each for each in map(wheels.entry, added)}
    listed |= new
    names = pyodide.closure(listed, [*KERNEL, *new])
    lock["packages"] = {name: listed[name] for name in names}
    for path in added:
        shutil.copyfile(path, folder / path.name)
    for name in names:
        if name not in new:
            file = listed[name]["file_name"]
            (folder / file).write_bytes(pyodide.checked(read, file, listed[name]["sha256"]))
    for file, sha256 in pyodide.CORE.items():
        (folder / file).write_bytes(pyodide.checked(read, file, sha256))
    (folder / pyodide.LOCK).write_text(json.dumps(lock, sort_keys=True), encoding="utf-8")
    return names


def _own(name: str) -> Path:
    """Return a wheel that JupyterLite's kernel brings along."""
    (path,) = (Path(sys.prefix) / EXTENSION).glob(f"{name}-*.whl")
    return path


def _moment() -> int:
    """Return when what is built was last changed, s since 1970: git knows; else a fixed day."""
    done = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else 1_767_225_600


if __name__ == "__main__":
    sys.exit(main())
