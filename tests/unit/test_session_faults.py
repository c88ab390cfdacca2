"""A session file that is damaged, forbidden, on a full disk or cut off: nobody loses anything.

What holds each time: no exception, the lesson goes on, what was on the disk is still there, and
the last good copy is never worse than it was.
"""

import errno
import json
import multiprocessing
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from helpers.session import Answer, Mark, Session, SessionError, Spot, Store, TechniqueChoice
from helpers.session.difference import with_pieces
from helpers.session.file import NAME, SessionFile
from tests.unit import killed

RICH = Session(
    minutes=31,
    spots=(Spot(4.5, 12.0, "tight", 5), Spot(-8.5, 3.5, "tender", 7)),
    answers=(Answer("RF05", "yes", marks=(Mark((4.0, 13.0), 1.0),)),),
    technique_choices={"T02": TechniqueChoice(passes=4)},
)
GOOD = Session(minutes=25)
ODD: list[Any] = [
    None, True, -1, 10**400, 1e308, "", "\x00", "\u202e", "x" * 5000, [], {}, [[]], {"": 1}, 99,
    float("nan"), float("inf"),
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / NAME


def last_good(path: Path) -> Path:
    return path.with_suffix(".last-good.json")


def saved(path: Path) -> Session:
    return Session.from_json(path.read_text("utf-8"))


def readable(data: bytes) -> Session | None:
    try:
        return Session.from_json(data.decode("utf-8"))
    except (SessionError, UnicodeDecodeError):
        return None


def assert_survives(folder: Path, data: bytes) -> None:
    """Assert that a lesson opened with such a file works, saves, and loses nothing."""
    folder.mkdir()
    path = folder / NAME
    last_good(path).write_text(GOOD.to_json(), "utf-8")
    path.write_bytes(data)
    store, found = Store(path), readable(data)
    store.change("a", minutes=12)
    wanted = with_pieces(found or GOOD, {("minutes",): 12})
    if path.read_bytes() == data and "newer version" in store.notice:
        assert store.session.minutes == 12
        assert Session.from_json(last_good(path).read_text("utf-8")) == GOOD
        return
    assert saved(path) == store.session == wanted, data
    assert Session.from_json(last_good(path).read_text("utf-8")) == (found or GOOD)
    if found is None:
        assert path.with_suffix(".damaged.json").read_bytes() == data


# Damage


def test_a_file_cut_off_at_any_byte(tmp_path: Path) -> None:
    whole = RICH.to_json().encode()
    for end in range(len(whole) - 1):
        assert readable(whole[:end]) is None, end
        if end % 16 == 0 or end > len(whole) - 40:
            assert_survives(tmp_path / str(end), whole[:end])
    assert readable(whole[:-1]) == RICH  # without the last line break nothing is missing


def of_bytes(dice: random.Random) -> bytes:
    """Return the file with bytes changed, taken out, put in or moved."""
    data = bytearray(RICH.to_json().encode())
    for _ in range(dice.choice((1, 1, 2, 8))):
        at = dice.randrange(len(data))
        to = at + dice.choice((1, 1, 3, 40))
        match dice.randrange(4):
            case 0:
                data[at] ^= 1 << dice.randrange(8)
            case 1:
                del data[at:to]
            case 2:
                data[at:at] = dice.randbytes(to - at)
            case _:
                data[at:to] = data[: to - at]
    return bytes(data)


def of_values(dice: random.Random) -> bytes:
    """Return the file with one value, anywhere in it, made an odd one."""
    table = json.loads(RICH.to_json())
    node: Any = table
    while True:
        key = dice.choice(sorted(node) if isinstance(node, dict) else range(len(node)))
        inner = node[key]
        if not (isinstance(inner, dict | list) and inner and dice.random() < 0.7):
            break
        node = inner
    node[key] = dice.choice(ODD)
    return json.dumps(table).encode()


@pytest.mark.parametrize("mutated", [of_bytes, of_values])
def test_five_hundred_damaged_files_of_each_kind(
    tmp_path: Path, mutated: Callable[[random.Random], bytes]
) -> None:
    dice = random.Random(5)
    for n in range(500):
        assert_survives(tmp_path / str(n), mutated(dice))


@pytest.mark.parametrize("version", [None, 0, -1, True, "1", 1.0, [1], 2, 99, 10**30])
def test_a_wrong_version(tmp_path: Path, version: Any) -> None:
    data = json.loads(RICH.to_json()) | {"version": version}
    assert_survives(tmp_path / "case", json.dumps(data).encode())


def test_a_file_that_is_far_too_long_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / NAME
    with path.open("wb") as file:
        file.truncate(1 << 40)  # a terabyte that takes no room
    store = Store(path)
    store.change("a", minutes=12)
    assert saved(path).minutes == 12
    assert path.with_suffix(".damaged.json").stat().st_size == 1 << 40


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "9" * 100_000, "\ufeff{}"])
def test_texts_that_are_hard_to_read(tmp_path: Path, text: str) -> None:
    assert_survives(tmp_path / "case", text.encode())


# The disk says no


def refuse(number: int) -> Callable[..., Any]:
    def refused(*_: object, **__: object) -> Any:
        raise OSError(number, os.strerror(number))

    return refused


CALLS = {
    "open": (Path, "open"),
    "write": (Path, "write_bytes"),
    "replace": (os, "replace"),
    "stat": (Path, "stat"),
    "folder": (Path, "mkdir"),
    "lock": (os, "open"),
}
"""Where the disk is asked for something."""


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("call", CALLS)
def test_a_disk_that_refuses_one_kind_of_call(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    first = Store(path)
    first.change("a", minutes=25)
    first.change("a", minutes=30)
    texts = path.read_bytes(), last_good(path).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(*CALLS[call], refuse(number))
        fresh = Store(path)
        for store in (first, fresh):
            store.change("b", top_level=2)
            store.refresh()
            assert store.undo("b")
            assert store.redo("b")
            assert store.session.top_level == 2
            says = store.trouble
            assert not says or says.endswith((".", "done.")), says
            assert str(path.parent) not in says
    assert saved(path).minutes == 30
    if any(store.trouble for store in (first, fresh)):
        assert (path.read_bytes(), last_good(path).read_bytes()) == texts
    first.change("c", position="seated")
    assert first.trouble == ""
    assert saved(path) == Session(minutes=30, top_level=2, position="seated")


def test_a_disk_that_is_full_in_the_middle_of_a_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(path)
    store.change("a", minutes=25)
    store.change("a", minutes=30)
    texts = path.read_bytes(), last_good(path).read_bytes()
    whole = Path.write_bytes
    for room in (0, 1, 700):

        def half(self: Path, data: bytes, room: int = room) -> int:
            whole(self, data[:room])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        with monkeypatch.context() as patch:
            patch.setattr(Path, "write_bytes", half)
            store.change("a", top_level=1 + room % 3)
        assert "no space left" in store.trouble
        assert (path.read_bytes(), last_good(path).read_bytes()) == texts
        assert not list(path.parent.glob("*.tmp"))


def test_a_disk_without_locks(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr("fcntl.flock", none)
    store = Store(path)
    store.change("a", minutes=12)
    assert store.session.minutes == 12
    assert path.exists() or store.trouble.startswith("Your choices cannot be saved here")


def test_a_home_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    from helpers.session.store import folder

    monkeypatch.setenv("GOOD_HANDS_SESSION", "~nobody-of-that-name/massage")
    assert folder() == Path("~nobody-of-that-name/massage")


# Killed, and two at once


def test_a_process_killed_while_it_saves_two_hundred_times(path: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.unit.killed"])
    Store(path).change("a", minutes=44)
    Store(path).change("a", minutes=45)
    dice = random.Random(5)
    hears, tells = context.Pipe(duplex=False)
    for n in range(200):
        job = context.Process(target=killed.save_without_end, args=(path, tells))
        job.start()
        assert hears.poll(60)
        assert hears.recv_bytes() == b"saved"
        time.sleep(dice.uniform(0, 0.005))  # waits for nothing: it is killed wherever it is now
        job.kill()
        job.join()
        assert saved(path), n
        assert saved(last_good(path)), n
        assert Store(path).notice == "", n
    Store(path).change("a", minutes=20, top_level=3)
    assert saved(path).minutes == 20
    names = {one.name for one in path.parent.iterdir()}
    assert names <= {NAME, last_good(path).name, path.with_suffix(".lock").name}


def test_two_notebooks_that_open_a_damaged_file_at_once_lose_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_good(path).write_text(GOOD.to_json(), "utf-8")
    path.write_text("oops", "utf-8")
    plain = SessionFile.lock

    def late(self: SessionFile) -> Any:
        """The other notebook mends the file and saves before this one has the lock."""
        monkeypatch.setattr(SessionFile, "lock", plain)
        Store(path).change("b", top_level=2)
        return plain(self)

    monkeypatch.setattr(SessionFile, "lock", late)
    store = Store(path)
    assert store.session == saved(path) == Session(minutes=25, top_level=2)
    assert [one.name for one in path.parent.glob("*damaged*")] == [
        path.with_suffix(".damaged.json").name
    ]
