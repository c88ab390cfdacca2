"""Processes that save without end, to be killed at any moment; imports little, starts fast."""

from multiprocessing.connection import Connection
from pathlib import Path

from helpers.session import Session, Store

Session()  # reads the content, once for all processes that begin as a copy of this one


def save_without_end(path: Path, started: Connection) -> None:
    """Change and save again and again; tell when the first change is saved."""
    store, n = Store(path), 0
    while True:
        n += 1
        store.change("a", minutes=3 + n % 43, top_level=1 + n % 4)
        if n == 2:
            started.send_bytes(b"saved")
