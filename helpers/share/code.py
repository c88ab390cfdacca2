"""A plan as a short text: ``GH1-`` and letters, digits, ``-`` and ``_``, fit for a link.

Inside is the plan as JSON, squeezed with the help of a text that both sides know, behind a
checksum. The number is the version; `dictionary-1.txt` belongs to it and never changes.
"""

from __future__ import annotations

import binascii
import json
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from attrs import frozen

from helpers.session import NewerSessionError, Session, SessionError
from helpers.session.words import changes

from .parts import private_in, put_in, taken_out

VERSION = 1
LONGEST = 30_000
"""Letters of the longest code that is read."""

LONGEST_IN_LINK = 1_500
"""Letters of the longest code that goes into a link; some programs cut longer addresses."""

MOST_TEXT = 200_000
"""Bytes of the longest text that a code may hold."""

EMPTY = "Paste a share code here. It begins with GH1-."
NO_CODE = "This is not a share code of this course. A share code begins with GH1-."
DAMAGED = "This share code is damaged or not complete. Copy all of it once more."
NEWER = "This share code comes from a newer version of this course. Update yours to open it."
TOO_LONG = "This is far too long to be a share code."
UNFIT = "This share code does not fit this version of the course: {why}"

_FORM = re.compile(r"^GH(\d{1,4})-([A-Za-z0-9_-]*)$", re.ASCII)
_IN_LINK = re.compile(r"[?&#]plan=([^&#\s]+)")


@frozen
class Received:
    """What a code holds: the session that would result, and what changes, in sentences.

    ``private`` names the private parts that it brings (`parts.PRIVATE`).
    """

    session: Session
    changes: tuple[str, ...]
    private: tuple[str, ...]


def encode(session: Session, private: Iterable[str] = ()) -> str:
    """Return the share code of a session.

    ``private`` names what goes with the plan: "spots", "health", "log", "you".

    Raises
    ------
    SessionError
        When a very long log makes the code too long to be read again.
    """
    text = json.dumps(
        taken_out(session, private), separators=(",", ":"), sort_keys=True, ensure_ascii=False
    )
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_DEFAULT_STRATEGY, _dictionary())
    body = squeeze.compress(text.encode("utf-8")) + squeeze.flush()
    letters = urlsafe_b64encode(_checksum(body) + body).rstrip(b"=").decode("ascii")
    code = f"GH{VERSION}-{letters}"
    if len(code) > LONGEST:
        raise SessionError("Your log is too long for a share code; use the session's file.")
    return code


def decode(text: str, session: Session) -> Received:
    """Return what a code does to a session; ``text`` may also be a link that holds the code.

    Raises
    ------
    SessionError
        With one plain sentence, when the code is none, damaged, newer or does not fit.
    """
    table = _read(text)
    try:
        result = put_in(session, table)
        private = private_in(table)
    except SessionError as error:
        raise SessionError(UNFIT.format(why=error)) from None
    except (TypeError, AttributeError, KeyError):
        raise SessionError(DAMAGED) from None
    return Received(result, changes(session, result), private)


def _read(text: str) -> Mapping[str, Any]:
    code = _found(text)
    form = _FORM.match(code)
    if not form or int(form[1]) < 1:
        raise SessionError(NO_CODE)
    if int(form[1]) > VERSION:
        raise NewerSessionError(NEWER)
    if form[1] != str(VERSION):
        raise SessionError(NO_CODE)
    return _table(form[2])


def _found(text: str) -> str:
    """Return the code in what was pasted: without blanks, quotes and the rest of a link."""
    if len(text) > 4 * LONGEST:
        raise SessionError(TOO_LONG)
    link = _IN_LINK.search(unquote(text))
    code = re.sub(r"\s", "", link[1] if link else text).strip("\"'<>()[].,;:“”‘’`")
    if not code:
        raise SessionError(EMPTY)
    if len(code) > LONGEST:
        raise SessionError(TOO_LONG)
    return code


def _table(letters: str) -> Mapping[str, Any]:
    try:
        data = urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
        # The last letter has bits to spare: only one spelling of a code is right.
        exact = urlsafe_b64encode(data).rstrip(b"=").decode("ascii") == letters
        checksum, body = data[:4], data[4:]
        if not exact or checksum != _checksum(body):
            raise SessionError(DAMAGED)
        stretch = zlib.decompressobj(-15, _dictionary())
        text = stretch.decompress(body, MOST_TEXT)
        if not stretch.eof or stretch.unused_data:
            raise SessionError(DAMAGED)
        table = json.loads(text.decode("utf-8"))
    except (binascii.Error, zlib.error, ValueError, RecursionError) as error:
        if isinstance(error, SessionError):
            raise
        raise SessionError(DAMAGED) from None
    if not isinstance(table, dict):
        raise SessionError(DAMAGED)
    return table


def _checksum(body: bytes) -> bytes:
    return zlib.crc32(body, VERSION).to_bytes(4, "big")


@cache
def _dictionary() -> bytes:
    return Path(__file__).with_name(f"dictionary-{VERSION}.txt").read_bytes()
