"""Binder, pip and CI install the same things."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))

# conda-forge's name for a package of PyPI, where the two differ.
CONDA_NAMES = {"matplotlib": "matplotlib-base"}


def ranges(lines: list[str]) -> dict[str, str]:
    """Name to range, for lines that pip understands."""
    found = [Requirement(line) for line in lines]
    return {canonicalize_name(each.name): str(each.specifier) for each in found}


def pins(name: str) -> dict[str, str]:
    """Name to version, for a list of pinned versions."""
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    for entry in entries:
        assert re.fullmatch(r"[\w.-]+==[\w.]+(; sys_platform == \"\w+\")?", entry), entry
    found = [Requirement(entry) for entry in entries]
    return {canonicalize_name(each.name): str(each.specifier)[2:] for each in found}


def test_binder_asks_for_the_same_ranges_as_pip() -> None:
    wanted = ranges(PROJECT["build-system"]["requires"] + PROJECT["project"]["dependencies"])
    wanted = {CONDA_NAMES.get(name, name): spec for name, spec in wanted.items()}
    lines = [line for line in ENVIRONMENT["dependencies"] if not line.startswith("python=")]
    lines.remove("pip")
    assert ranges(lines) == wanted


def test_binder_names_one_minor_python_and_one_channel() -> None:
    python = [line for line in ENVIRONMENT["dependencies"] if line.startswith("python")]
    assert python == ["python=3.11"]
    assert PROJECT["project"]["requires-python"] == ">=3.11"
    assert ENVIRONMENT["channels"] == ["conda-forge"]


def test_binder_environment_has_no_pip_section() -> None:
    assert all(isinstance(line, str) for line in ENVIRONMENT["dependencies"])


@pytest.mark.parametrize("folder", ["binder", ".binder"])
def test_no_folder_hides_the_root_environment_from_binder(folder: str) -> None:
    assert not (ROOT / folder).exists()


def test_pinned_versions_lie_within_the_ranges() -> None:
    project = PROJECT["project"]
    run, test = pins("lock.txt"), pins("lock-test.txt")
    for wanted, pinned in [
        (PROJECT["build-system"]["requires"] + project["dependencies"], run),
        (project["optional-dependencies"]["test"], run | test),
    ]:
        for line in wanted:
            need = Requirement(line)
            assert need.specifier.contains(pinned[canonicalize_name(need.name)]), line


def test_no_package_is_pinned_twice() -> None:
    assert not pins("lock.txt").keys() & pins("lock-test.txt").keys()


def test_jupyterlab_starts_without_compiling_a_grammar() -> None:
    code = "import jsonschema, sys; sys.exit('lark' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_checks_binder_is_pinned_too() -> None:
    assert "jupyter-repo2docker" in pins("lock-binder.txt")


def test_postbuild_can_be_run_and_stops_at_the_first_fault() -> None:
    script = ROOT / "postBuild"
    assert script.stat().st_mode & 0o111 == 0o111
    lines = script.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
