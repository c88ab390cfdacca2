"""The saved session where Python runs in the browser: nothing locks, and files may not stay."""

import sys
from pathlib import Path

import pytest

from helpers.session import Session, Store
from helpers.session.file import NAME


def saved(path: Path) -> Session:
    return Session.from_json(path.read_text("utf-8"))


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in the browser's own storage."""
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setattr("helpers.session.browser.STORAGE", tmp_path)
    return tmp_path / NAME


def test_two_pages_that_save_while_one_draws_lose_nothing(drive: Path) -> None:
    one, other = Store(drive), Store(drive)
    seen: list[Session] = []

    def draws(_old: Session, new: Session) -> None:
        seen.append(new)
        if len(seen) == 1:
            other.change("b", position="seated")

    one.observe("a", draws)
    one.change("a", minutes=30)
    assert one.session == saved(drive) == Session(minutes=30, position="seated")
    assert seen == [Session(minutes=30), one.session]
    assert one.undo("a")
    assert saved(drive) == Session(minutes=20, position="seated")
    assert not list(drive.parent.glob("*.lock"))


@pytest.mark.parametrize("found", ["elsewhere", "silent"])
def test_a_window_that_keeps_no_files_says_so(drive: Path, found: str) -> None:
    """As in a private window: the storage is not there, or it never answers."""
    path = drive.parent.parent / NAME if found == "elsewhere" else drive.parent / "gone" / NAME
    store = Store(path)
    assert "keeps no files" in store.notice
    store.change("a", minutes=25)
    assert store.session.minutes == 25
    assert store.trouble == store.notice
    assert not path.exists()
