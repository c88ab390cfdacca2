"""The wheels that the kernel in the browser gets beyond Pyodide's own, and how it finds them.

With an entry in Pyodide's list of packages, a plain ``import helpers`` loads everything by itself,
so that the notebooks need no line for it and stay the same everywhere.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping
from email.parser import Parser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from .errors import LiteError
from .pyodide import PYTHON, Table

FROM_LOCK = (
    "anywidget",
    "attrs",
    "cattrs",
    "comm",
    "icalendar",
    "ipywidgets",
    "lazy-loader",
    "psygnal",
    "typing_extensions",
    "tzdata",
)
"""Pure-Python packages at the versions of ``requirements/lock.txt``, as in every other place."""

NOT_IN_BROWSER = {"filelock", "jupyterlab", "jupyterlab-widgets", "pytz", "widgetsnbextension"}
"""What helpers, ipywidgets and Pyodide's matplotlib name, and nothing in the browser imports."""

_PLACE = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": PYTHON,
    "python_version": PYTHON.rpartition(".")[0],
    "sys_platform": "emscripten",
}


def pins(lock: str, names: Iterable[str] = FROM_LOCK) -> dict[str, str]:
    """Return name to version, of the text of a list of pinned versions.

    Raises
    ------
    LiteError
        When a name has no version there.
    """
    found = dict(re.findall(r"^([\w.-]+)==(\S+)$", lock, re.MULTILINE))
    if missing := [name for name in names if name not in found]:
        raise LiteError(f"requirements/lock.txt pins no {', '.join(missing)}; the site needs it.")
    return {name: found[name] for name in names}


def download(versions: Mapping[str, str], folder: Path) -> list[Path]:
    """Return the wheels of packages at these versions; pip fetches those that are not there yet.

    Raises
    ------
    LiteError
        When pip cannot; its own words say why.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {str(canonicalize_name(name)): version for name, version in versions.items()}
    kept = _there(folder, wanted)
    if missing := [f"{name}=={wanted[name]}" for name in wanted if name not in kept]:
        command = [
            *(sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"),
            *("--no-deps", "--only-binary=:all:", "--implementation=py", "--abi=none"),
            *("--platform=any", f"--python-version={_PLACE['python_version']}"),
            *("--dest", str(folder), *missing),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        kept = _there(folder, wanted)
        if done.returncode or kept.keys() != wanted.keys():
            raise LiteError(f"pip could not fetch {', '.join(missing)}:\n{done.stderr}")
    return [kept[name] for name in sorted(kept)]


def _there(folder: Path, wanted: Mapping[str, str]) -> dict[str, Path]:
    found = {}
    for path in sorted(folder.glob("*.whl")):
        name, version, _, _ = parse_wheel_filename(path.name)
        if wanted.get(name) == str(version):
            found[str(name)] = path
    return found


def build(project: Path, folder: Path) -> Path:
    """Build our own wheel, helpers and content, and return it.

    Its name holds a hash of what is in it, so that no browser takes an older one from its cache.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("good_hands-*.whl"):
        old.unlink()
    command = [
        *(sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"),
        *("--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(project)),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise LiteError(f"The helpers' own wheel could not be built:\n{done.stderr}")
    (path,) = folder.glob("good_hands-*.whl")
    name, version, rest = path.name.split("-", 2)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    # The build number of a wheel must begin with a digit.
    return path.rename(folder / f"{name}-{version}-0{digest}-{rest}")


def entry(path: Path) -> Table:
    """Return the entry of a pure-Python wheel for Pyodide's list of packages."""
    name, version, _, _ = parse_wheel_filename(path.name)
    with zipfile.ZipFile(path) as wheel:
        files = wheel.namelist()
        about = next(file for file in files if file.endswith(".dist-info/METADATA"))
        metadata = Parser().parsestr(wheel.read(about).decode("utf-8"))
    needs = [Requirement(line) for line in metadata.get_all("Requires-Dist") or []]
    here = {
        str(canonicalize_name(need.name))
        for need in needs
        if need.marker is None or need.marker.evaluate(_PLACE)
    }
    return {
        "name": str(name),
        "version": str(version),
        "file_name": path.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted(_modules(files)),
        "depends": sorted(here - NOT_IN_BROWSER),
        "unvendored_tests": False,
    }


def _modules(files: Iterable[str]) -> set[str]:
    """Return the names that the files of a wheel can be imported by."""
    tops = {
        file.partition("/")[0].removesuffix(".py")
        for file in files
        if file.endswith(".py") and file.count("/") <= 1
    }
    return {name for name in tops if name.isidentifier()}
