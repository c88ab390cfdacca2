"""The course is small: a fresh copy of the project takes little time and room."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST = 8_000_000
"""Bytes that a clone downloads, its whole history; and bytes of the files that it then lays out."""
MOST_LESSON = 400_000
"""Bytes of one notebook."""


def total(paths: Iterable[Path]) -> int:
    return sum(path.stat().st_size for path in paths)


def test_a_fresh_clone_is_small(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    words = ["git", "clone", "--quiet", "--single-branch", f"file://{ROOT}", str(clone)]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    files = [path for path in clone.rglob("*") if path.is_file()]
    packs = [path for path in files if path.suffix == ".pack"]
    tracked = [path for path in files if ".git" not in path.relative_to(clone).parts]
    assert packs
    assert total(packs) < MOST
    assert total(tracked) < MOST
    lessons = [path for path in tracked if path.suffix == ".ipynb"]
    assert len(lessons) >= 7
    assert [path.name for path in lessons if total([path]) >= MOST_LESSON] == []
