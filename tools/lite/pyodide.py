"""Pyodide, the Python that runs in a browser: from a folder or its public host, every file checked.

The hashes of its core files stand here, those of its packages in its own list of packages
(``pyodide-lock.json``), which is a core file. So nothing enters the site that is not the very file
that was tested, wherever it came from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from packaging.utils import canonicalize_name

from .errors import LiteError

VERSION = "0.27.7"
PYTHON = "3.12.7"
"""The Python inside; what it provides for the pure-Python wheels is decided by this version."""

HOST = f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full/"
VARIABLE = "GOOD_HANDS_PYODIDE"
"""Names a folder that has Pyodide's files, so that nothing is downloaded."""

LOCK = "pyodide-lock.json"
CORE = {
    "pyodide-lock.json": "9c45b916001a750f4102fc287494f3eab215909c7535c626a20db80fd6333e2c",
    "pyodide.asm.js": "6b4c90de5b7172873f04f21884d0e9d2274e305fe32116558fe3e4fbe3618d51",
    "pyodide.asm.wasm": "a50dd1843f805a0b7c45b61037ee0d7b26dfe85efe0e18ef95a34ad24e401f5f",
    "pyodide.js": "b4cb23a53aba19c221659b9fb40a2f18281d685691dc06647fb0afd0681baf98",
    "python_stdlib.zip": "16611534726e5d8ac2bd8f926410b2dcb8d6f49aa24913463533b457a2115c16",
}
"""File to sha256, of the npm package ``pyodide`` at this version."""

Table = dict[str, Any]
Read = Callable[[str], bytes]


def from_folder(folder: Path) -> Read:
    """Return what reads a file of Pyodide from a folder."""

    def read(name: str) -> bytes:
        try:
            return (folder / name).read_bytes()
        except OSError as error:
            raise LiteError(
                f"{VARIABLE} names a folder without {name}: {error.strerror}. It needs the files "
                f"of Pyodide {VERSION}; without the variable they are downloaded."
            ) from None

    return read


def from_host(cache: Path, host: str = HOST) -> Read:
    """Return what reads a file of Pyodide from its public host, and keeps it in ``cache``."""

    def read(name: str) -> bytes:
        kept = cache / name
        if kept.is_file():
            return kept.read_bytes()
        try:
            with urlopen(host + name, timeout=60) as answer:
                data: bytes = answer.read()
        except (URLError, OSError) as error:
            raise LiteError(
                f"Pyodide cannot be downloaded ({error}). Connect to the network, or name a folder "
                f"that has the files of Pyodide {VERSION} in the variable {VARIABLE}."
            ) from None
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(data)
        return data

    return read


def checked(read: Read, name: str, sha256: str) -> bytes:
    """Return a file's bytes.

    Raises
    ------
    LiteError
        When it is not the file with this hash, or cannot be had.
    """
    data = read(name)
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise LiteError(
            f"{name} is not the file of Pyodide {VERSION} (its sha256 is {found}, not {sha256}). "
            "Take it away, so that the right one can be had."
        )
    return data


def packages(read: Read) -> Table:
    """Return Pyodide's own list of packages: name to entry."""
    found: Table = json.loads(checked(read, LOCK, CORE[LOCK]))
    return found


def closure(listed: Table, names: Iterable[str]) -> list[str]:
    """Return the names of packages and of all that they need, in alphabetical order.

    Raises
    ------
    LiteError
        When a package is not in the list.
    """
    found: set[str] = set()
    left = list(names)
    while left:
        name = canonicalize_name(left.pop())
        if name in found:
            continue
        if name not in listed:
            raise LiteError(f"The site has no package {name}, and another one needs it.")
        found.add(name)
        left += listed[name]["depends"]
    return sorted(found)
