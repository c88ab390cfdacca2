"""The workflows for GitHub call what exists here, may do little, and take no moving versions."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def steps(path: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


def test_there_are_workflows() -> None:
    assert "test" in [path.stem for path in WORKFLOWS]


@every_workflow
def test_a_workflow_calls_what_exists(path: Path) -> None:
    commands = [step["run"] for step in steps(path) if "run" in step]
    assert commands
    for command in commands:
        words = command.split()
        if words[0] == "make":
            assert words[1] in TARGETS
        else:
            assert (ROOT / words[0]).stat().st_mode & 0o111


@every_workflow
def test_a_workflow_takes_pinned_actions_only(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    uses = [line for line in lines if re.search(r"\buses:", line)]
    assert len(uses) == sum("uses" in step for step in steps(path))
    assert [line for line in uses if not PINNED.search(line)] == []


@every_workflow
def test_a_workflow_may_only_read_but_for_what_publishes(path: Path) -> None:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert found["permissions"] == {"contents": "read"}
    for job in found["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert job.get("permissions", {}).keys() <= {"pages", "id-token"}
        assert ("permissions" in job) == any(
            "deploy-pages" in step.get("uses", "") for step in job["steps"]
        )
