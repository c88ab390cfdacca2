"""What `make fuzz` once found, and the inputs that it begins with, are answered well."""

from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS, seeds

CASES = sorted(path for path in (Path(__file__).parent / "cases").glob("*/*") if path.is_file())


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_case(case: Path) -> None:
    TARGETS[case.parent.name](case.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_the_inputs_to_begin_with(name: str) -> None:
    for data in seeds(name)[:3]:
        TARGETS[name](data)
        TARGETS[name](data[: len(data) // 2])
        TARGETS[name](b"")
