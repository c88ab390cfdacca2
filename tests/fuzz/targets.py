"""What is fuzzed: each reader must answer any input with a result or its own kind of error."""

from __future__ import annotations

import base64
import json
import tempfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from helpers.content import ContentError, files
from helpers.content.crosscheck import crosscheck
from helpers.content.library import assemble
from helpers.content.listing import FILES
from helpers.content.structure import structure
from helpers.session import LogEntry, Session, SessionError, Spot, TechniqueChoice
from helpers.share import decode, encode
from helpers.share.code import _dictionary

RICH = Session(
    minutes=31,
    spots=(Spot(4.5, 12.0, "tight", 5),),
    technique_choices={"T02": TechniqueChoice(passes=4)},
    log=(LogEntry(date="2026-03-01", note="calm", number=4),),
)
LONGEST_MESSAGE = 1_000
SMALL = 6_000
"""Content files below this size are begun with, bytes: small ones are tried more often."""


def _is_short(error: Exception) -> None:
    # That a byte is no text is said by Python, with the whole of the text in the error.
    if len(str(error)) > LONGEST_MESSAGE and not isinstance(error, UnicodeDecodeError):
        raise AssertionError("an error that is too long to be read") from error


def session(data: bytes) -> None:
    """Read a session; one that is read is written and read again the same."""
    try:
        text = data.decode("utf-8")
        read = Session.from_json(text)
    except (SessionError, UnicodeDecodeError) as error:
        _is_short(error)
        return
    assert Session.from_json(read.to_json()) == read


def share(data: bytes) -> None:
    """Read a share code as it is pasted."""
    _decode(data.decode("utf-8", "surrogateescape"))


def shared_plan(data: bytes) -> None:
    """Read a share code whose checksum is right, whatever stands in it."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, _dictionary())
    body = squeeze.compress(data) + squeeze.flush()
    letters = base64.urlsafe_b64encode(zlib.crc32(body, 1).to_bytes(4, "big") + body)
    _decode("GH1-" + letters.rstrip(b"=").decode("ascii"))


def _decode(text: str) -> None:
    try:
        received = decode(text, Session())
    except SessionError as error:
        _is_short(error)
        return
    assert decode(encode(received.session), Session()).session.minutes == received.session.minutes


def content(data: bytes) -> None:
    """Read one content file, its first byte says which, among the others as they are."""
    stems = sorted(FILES)
    stem = stems[data[0] % len(stems)] if data else stems[0]
    with tempfile.TemporaryDirectory(dir=_fast()) as folder:
        path = Path(folder) / f"{stem}.toml"
        path.write_bytes(data[1:])
        try:
            read = structure(files.read(path), FILES[stem], path.name)
            parsed = {**_others(), stem: read}
            if problems := crosscheck(parsed):
                raise ContentError(tuple(problems))
            assemble(parsed)
        except ContentError as error:
            if not error.problems or not all(str(problem) for problem in error.problems):
                raise AssertionError("an error that says nothing") from error


@cache
def _others() -> Mapping[str, Any]:
    folder = files.folder()
    return {
        stem: structure(files.read(folder / f"{stem}.toml"), FILES[stem], f"{stem}.toml")
        for stem in FILES
    }


@cache
def _fast() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "session": session,
    "share": share,
    "shared-plan": shared_plan,
    "content": content,
}


def seeds(name: str) -> list[bytes]:
    """Return good inputs to begin with."""
    if name == "content":
        stems = sorted(FILES)
        read = [(files.folder() / f"{stem}.toml").read_bytes() for stem in stems]
        return [bytes([n]) + data for n, data in enumerate(read) if len(data) < SMALL]
    text = RICH.to_json()
    if name == "session":
        return [text.encode(), Session().to_json().encode()]
    private = ("spots", "health", "log", "you")
    if name == "share":
        return [encode(RICH, private).encode(), encode(Session()).encode()]
    from helpers.share.parts import taken_out

    return [json.dumps(taken_out(one, private)).encode() for one in (RICH, Session())]
