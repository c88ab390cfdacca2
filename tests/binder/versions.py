"""The versions that an image of Binder holds, read from repo2docker's own files.

Binder begins with a fixed environment of its own and adds what `environment.yml` asks for. The
first part is pinned by repo2docker, in a file for each Python; for the second we take the versions
that our other tests run with, so that the same image is tested every time.
"""

import re
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

ROOT = Path(__file__).resolve().parents[2]
PYTHON = "3.11"

# PyPI's name for a package of conda-forge, where the two differ.
PYPI_NAMES = {
    "fastjsonschema": "fastjsonschema",
    "jupyterhub-base": "jupyterhub",
    "jupyterhub-singleuser": "jupyterhub",
    "matplotlib-base": "matplotlib",
    "nbconvert-core": "nbconvert",
    "python-fastjsonschema": "fastjsonschema",
}
# What conda installs beside Python's packages; there is nothing of them for pip.
NOT_PYTHON = {"nodejs", "pip", "python"}


def pypi_name(name: str) -> str:
    """Return what pip calls a package of conda-forge."""
    return canonicalize_name(PYPI_NAMES.get(name, name))


def conda_base(buildpack: Path) -> dict[str, str]:
    """Return name and version of the Python packages in Binder's own environment.

    ``buildpack`` is the folder of repo2docker's conda build pack.
    """
    found: dict[str, str] = {}
    lock = buildpack / f"environment.py-{PYTHON}-linux-64.lock"
    for line in lock.read_text(encoding="utf-8").splitlines():
        if not line.startswith("https://"):
            continue
        file = line.partition("#")[0].rpartition("/")[2]
        name, version, build = re.sub(r"\.(conda|tar\.bz2)$", "", file).rsplit("-", 2)
        # A build of a Python package says "py…"; the others are libraries, or only names for a set.
        if build.startswith("py") and name not in NOT_PYTHON and _is_version(version):
            found[pypi_name(name)] = version
    return found


def base_wishes(buildpack: Path) -> list[str]:
    """Return the packages that Binder's own environment was made to hold, for pip."""
    text = (buildpack / f"environment.py-{PYTHON}.yml").read_text(encoding="utf-8")
    names = [re.split(r"[=<>]", line)[0] for line in yaml.safe_load(text)["dependencies"]]
    return [pypi_name(name) for name in names if name not in NOT_PYTHON]


def our_wishes(environment: Path) -> list[str]:
    """Return what `environment.yml` asks for, for pip."""
    lines = yaml.safe_load(environment.read_text(encoding="utf-8"))["dependencies"]
    wishes = [Requirement(line) for line in lines if not line.startswith("python=")]
    return [f"{pypi_name(w.name)}{w.specifier}" for w in wishes if w.name not in NOT_PYTHON]


def our_pins() -> dict[str, str]:
    """Return name and version of all that our other tests run with."""
    lines = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(each.name): str(each.specifier)[2:] for each in found}


def _is_version(text: str) -> bool:
    try:
        Version(text)
    except InvalidVersion:
        return False
    return True
