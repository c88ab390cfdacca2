"""The course is small: a fresh copy of the project takes little time and room."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST = 8_000_000
"""Bytes of a clone without its history: what it downloads and the files that it then lays out."""
MOST_HISTORY = 11_000_000
"""Bytes that a clone with all its history downloads; all lessons built anew add half a million."""
MOST_LESSON = 400_000
"""Bytes of one notebook."""


def total(paths: Iterable[Path]) -> int:
    return sum(path.stat().st_size for path in paths)


def clone(to: Path, *options: str) -> Path:
    words = ["git", "clone", "--quiet", "--single-branch", *options, f"file://{ROOT}", str(to)]
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    return to


def packed(folder: Path) -> int:
    packs = list(folder.rglob("*.pack"))
    assert packs
    return total(packs)


def test_a_fresh_clone_is_small(tmp_path: Path) -> None:
    folder = clone(tmp_path / "clone", "--depth", "1")
    files = [path for path in folder.rglob("*") if path.is_file()]
    laid = [path for path in files if ".git" not in path.relative_to(folder).parts]
    assert packed(folder) + total(laid) < MOST
    lessons = [path for path in laid if path.suffix == ".ipynb"]
    assert len(lessons) >= 7
    assert [path.name for path in lessons if total([path]) >= MOST_LESSON] == []


def test_its_history_stays_moderate(tmp_path: Path) -> None:
    assert packed(clone(tmp_path / "clone")) < MOST_HISTORY
