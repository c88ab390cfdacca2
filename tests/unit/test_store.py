"""The saved session: atomic, shared by several notebooks, and nothing of it is ever lost."""

import multiprocessing
import os
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.session import Session, SessionError, Spot, Store, TechniqueChoice, current
from helpers.session.difference import difference, with_pieces
from helpers.session.file import NAME
from helpers.session.words import LABELS, SAID, changes


class Clock:
    """A clock that the test moves."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / NAME


def saved(path: Path) -> Session:
    return Session.from_json(path.read_text("utf-8"))


# Saving


def test_nothing_is_written_before_something_is_chosen(path: Path) -> None:
    store = Store(path)
    assert store.session == Session()
    assert store.notice.startswith("Nothing is saved yet")
    assert list(path.parent.iterdir()) == []


def test_a_change_is_saved_and_found_again(path: Path) -> None:
    store = Store(path)
    store.change("a", minutes=25)
    store.change("a", top_level=2)
    assert store.notice == ""
    assert saved(path) == store.session == Session(minutes=25, top_level=2)
    assert Store(path).session == store.session
    assert Store(path).notice == ""
    last = Session.from_json((path.parent / "good-hands-session.last-good.json").read_text())
    assert last == Session(minutes=25)


def test_a_held_slider_writes_the_last_good_copy_once_a_second(path: Path) -> None:
    clock = Clock()
    store = Store(path, clock)
    copy, found = path.with_suffix(".last-good.json"), []
    for minutes in range(21, 37):
        store.change("a", minutes=minutes)
        clock.now += 0.25
        found.append(saved(copy).minutes if copy.exists() else None)
    assert saved(path).minutes == 36
    assert found == [None] + 4 * [21] + 4 * [25] + 4 * [29] + 3 * [33]


def test_an_impossible_change_is_refused_and_changes_nothing(path: Path) -> None:
    store = Store(path)
    store.change("a", minutes=25)
    with pytest.raises(SessionError, match="from 3 to 45"):
        store.change("a", minutes=99)
    assert store.session == saved(path) == Session(minutes=25)
    assert store.undo("a")
    assert not store.can_undo("a")


def test_two_notebooks_lose_no_change(path: Path) -> None:
    one, other = Store(path), Store(path)
    one.change("a", minutes=25)
    other.change("b", position="seated")
    one.change("a", lambda s: {"spots": (*s.spots, Spot(4, 12))})
    other.change("b", lambda s: {"spots": (*s.spots, Spot(-4, 12))})
    wished = Session(minutes=25, position="seated", spots=(Spot(4, 12), Spot(-4, 12)))
    assert other.session == saved(path) == wished
    assert one.session != wished
    assert one.refresh()
    assert one.session == wished
    assert not one.refresh()


def test_pieces_of_one_field_are_changed_apart(path: Path) -> None:
    one, other = Store(path), Store(path)
    one.change("a", lambda s: {"prepare": attrs.evolve(s.prepare, room_c=22)})
    other.change("b", lambda s: {"prepare": attrs.evolve(s.prepare, stop_word="red")})
    one.undo("a")
    assert (saved(path).prepare.room_c, saved(path).prepare.stop_word) == (24, "red")


def _many(path: Path, owner: str, field: str) -> None:
    store = Store(path)
    for n in range(40):
        choice = {field: TechniqueChoice(passes=3 + n % 2)}
        store.change(owner, lambda s, c=choice: {"technique_choices": {**s.technique_choices, **c}})
        store.change(owner, minutes=3 + n)


def test_two_kernels_that_save_at_once_lose_nothing(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    jobs = [context.Process(target=_many, args=(path, one, one)) for one in ("T02", "T03")]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    assert [job.exitcode for job in jobs] == [0, 0]
    assert set(saved(path).technique_choices) == {"T02", "T03"}
    assert not list(path.parent.glob("*.tmp"))


# Watching


def test_watchers_are_told_of_every_change_and_the_newest_of_an_owner_alone(path: Path) -> None:
    store, other = Store(path), Store(path)
    seen: list[tuple[str, int, int]] = []
    store.observe("a", lambda old, new: seen.append(("old", old.minutes, new.minutes)))
    store.observe("a", lambda old, new: seen.append(("a", old.minutes, new.minutes)))
    store.observe("b", lambda old, new: seen.append(("b", old.minutes, new.minutes)))
    store.change("a", minutes=25)
    store.change("a", minutes=25)
    other.change("c", minutes=30)
    store.refresh()
    assert seen == [("a", 20, 25), ("b", 20, 25), ("a", 25, 30), ("b", 25, 30)]


def test_a_watcher_that_changes_or_fails_loses_nothing(path: Path) -> None:
    store = Store(path)

    def follow(_old: object, new: Session) -> None:
        if new.minutes == 25:
            store.change("b", down_strokes=8)
        elif new.minutes == 30:
            raise RuntimeError("no picture")

    store.observe("b", follow)
    store.change("a", minutes=25)
    assert (saved(path).minutes, saved(path).down_strokes) == (25, 8)
    with pytest.raises(RuntimeError):
        store.change("a", minutes=30)
    assert saved(path).minutes == 30


# Undo


def test_undo_redo_and_reset_belong_to_one_planner(path: Path) -> None:
    clock = Clock()
    store = Store(path, clock)
    store.change("a", minutes=25)
    store.change("b", down_strokes=8)
    clock.now += 5
    store.change("a", minutes=30)
    assert store.undo("a")
    assert (store.session.minutes, store.session.down_strokes) == (25, 8)
    assert store.said("a") == ("Length: 30 minutes → 25 minutes",)
    assert store.undo("a")
    assert not store.undo("a")
    assert store.redo("a")
    assert store.redo("a")
    assert not store.redo("a")
    assert store.session.minutes == 30
    store.reset("a", ["minutes", "prepare.oil"])
    assert store.session == saved(path) == Session(down_strokes=8)
    store.undo("a")
    assert store.session.minutes == 30


def test_one_drag_of_a_slider_is_one_step(path: Path) -> None:
    clock = Clock()
    store = Store(path, clock)
    for minutes in (21, 22, 23):
        store.change("a", minutes=minutes)
        clock.now += 0.1
    assert store.said("a") == ("Length: 20 minutes → 23 minutes",)
    clock.now += 2
    store.change("a", minutes=30)
    store.undo("a")
    assert store.session.minutes == 23
    store.undo("a")
    assert store.session.minutes == 20


def test_a_reset_is_a_step_of_its_own(path: Path) -> None:
    store = Store(path, Clock())
    store.change("a", minutes=30)
    store.reset("a", ["minutes"])
    store.change("a", minutes=40)
    found = []
    while store.undo("a"):
        found.append(store.session.minutes)
    assert found == [20, 30, 20]


def test_a_new_change_ends_what_can_be_done_again(path: Path) -> None:
    store = Store(path)
    store.change("a", minutes=25)
    store.undo("a")
    store.change("a", top_level=2)
    assert not store.can_redo("a")


fields = st.sampled_from(
    [
        {"minutes": 10},
        {"minutes": 40},
        {"position": "seated"},
        {"spots": (Spot(1, 2),)},
        {"asked": frozenset({"T17"})},
        {"technique_choices": {"T02": TechniqueChoice(passes=4)}},
        {"technique_choices": {}},
    ]
)
acts = st.one_of(fields, st.sampled_from(["undo", "redo"]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ab"), acts), max_size=14))
def test_undoing_everything_leads_back(tmp_path_factory: Any, moves: list[tuple[str, Any]]) -> None:
    clock = Clock()
    store = Store(tmp_path_factory.mktemp("session") / NAME, clock)
    for owner, move in moves:
        clock.now += 10
        if move == "undo":
            store.undo(owner)
        elif move == "redo":
            store.redo(owner)
        else:
            # Two planners never own the same field.
            if owner == "a" or "minutes" not in move:
                store.change(owner, move)
    for owner in "ab":
        while store.undo(owner):
            pass
    untouched = {f.name for f in attrs.fields(Session)} - {name for _, m in moves for name in m}
    for name in untouched - {"minutes"}:
        assert getattr(store.session, name) == getattr(Session(), name)


@settings(max_examples=40, deadline=None)
@given(fields, fields)
def test_pieces_lead_from_one_session_to_the_other(
    one: dict[str, Any], two: dict[str, Any]
) -> None:
    old, new = Session(**one), Session(**two)
    before, after = difference(old, new)
    assert with_pieces(old, after) == new
    assert with_pieces(new, before) == old
    assert len(changes(old, new)) == len(before)


# Faults


def test_a_damaged_file_is_kept_and_the_last_good_copy_is_used(path: Path) -> None:
    store = Store(path)
    store.change("a", minutes=25)
    store.change("a", minutes=30, top_level=2)
    path.write_text('{"format": "good-hands', "utf-8")
    again = Store(path)
    assert again.session == Session(minutes=25)
    assert "the last good copy is used" in again.notice
    kept = path.with_suffix(".damaged.json")
    assert kept.name in again.notice
    assert kept.read_text("utf-8") == '{"format": "good-hands'
    again.change("a", minutes=12)
    assert saved(path) == Session(minutes=12)
    path.write_bytes(b"\xff\xfe\x00")
    assert Store(path).session == Session(minutes=25)
    assert path.with_suffix(".damaged-2.json").read_bytes() == b"\xff\xfe\x00"


def test_a_file_that_is_damaged_while_a_lesson_runs_costs_nothing(path: Path) -> None:
    store = Store(path)
    store.change("a", minutes=25)
    path.write_text("oops", "utf-8")
    store.change("a", top_level=2)
    assert store.session == saved(path) == Session(minutes=25, top_level=2)
    assert path.with_suffix(".damaged.json").read_text("utf-8") == "oops"


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    text = Session(minutes=25).to_json().replace('"version": 1', '"version": 99')
    path.write_text(text, "utf-8")
    store = Store(path)
    assert "newer version" in store.notice
    assert store.trouble == store.notice
    store.change("a", minutes=11)
    assert store.session.minutes == 11
    assert path.read_text("utf-8") == text
    assert [one.name for one in path.parent.iterdir()] == [NAME]


def test_a_folder_in_the_place_of_the_file(path: Path) -> None:
    path.mkdir()
    store = Store(path)
    assert "cannot be opened" in store.notice
    store.change("a", minutes=11)
    assert store.session.minutes == 11
    assert path.is_dir()


def test_a_full_disk_loses_nothing_and_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(path)
    store.change("a", minutes=25)
    before = path.read_text("utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        store.change("a", minutes=30)
    assert "no space left on device" in store.trouble
    assert (store.session.minutes, path.read_text("utf-8")) == (30, before)
    assert not list(path.parent.glob("*.tmp"))
    store.change("a", top_level=2)
    assert store.trouble == ""
    assert saved(path) == Session(minutes=30, top_level=2)


def test_a_folder_that_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("helpers.session.file.SessionFile.lock", forbidden)
    store = Store(path)
    store.change("a", minutes=30)
    assert store.session.minutes == 30
    assert store.trouble.startswith("Your choices cannot be saved here (it is not allowed)")
    assert not path.exists()


def test_a_file_that_was_taken_away_is_written_again(path: Path) -> None:
    store = Store(path)
    store.change("a", minutes=25)
    path.unlink()
    store.change("a", top_level=2)
    assert saved(path) == Session(minutes=25, top_level=2)


def test_the_variable_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOOD_HANDS_SESSION", str(tmp_path / "mine"))
    store = current()
    assert store is current()
    assert store.path == tmp_path / "mine" / NAME
    store.change("a", minutes=9)
    assert saved(store.path).minutes == 9
    monkeypatch.delenv("GOOD_HANDS_SESSION")
    monkeypatch.chdir(tmp_path)
    assert current().path == tmp_path / NAME


# Words


def pieces() -> list[str]:
    found = []
    for a in attrs.fields(Session):
        value = getattr(Session(), a.name)
        inner = attrs.fields(type(value)) if attrs.has(type(value)) else ()
        found += [f"{a.name}.{b.name}" for b in inner] or [a.name]
    return found


def test_every_piece_of_the_session_has_a_plain_name() -> None:
    assert set(pieces()) == LABELS.keys()
    assert SAID.keys() <= LABELS.keys()
