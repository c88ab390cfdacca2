"""Learners without a browser: each has a kernel on a Jupyter server and talks to it as a page does.

What a page would ask for is asked for, and what it would be sent is received and read; nothing is
drawn.
"""

import asyncio
import json
import struct
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import uuid4

import nbformat
from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import WebSocketClientConnection, websocket_connect

LESSON = "06_full_session.ipynb"
PATIENCE = 300.0
"""No answer takes longer than so many seconds."""
LARGEST = 2**28


class Learner:
    """One learner, whose lessons lie in a folder of their own on the server.

    ``slider`` is the model of the slider that is moved, and ``pictures`` are those of all pictures.
    """

    def __init__(self, url: str, token: str, folder: str, label: str) -> None:
        self._url, self._token, self._folder, self._label = url, token, folder, label
        self._client = AsyncHTTPClient(force_instance=True, defaults={"request_timeout": PATIENCE})
        self._session = uuid4().hex
        self.slider = ""
        self.pictures: set[str] = set()

    async def _ask(self, way: str, method: str = "GET", body: Any = None) -> Any:
        answer = await self._client.fetch(
            f"{self._url}{way}",
            method=method,
            headers={"Authorization": f"token {self._token}"},
            body=None if body is None else json.dumps(body),
        )
        return json.loads(answer.body) if answer.body else None

    async def open(self) -> None:
        """Open the full session: its text, a kernel for it, and the connection to it."""
        path = f"{self._folder}/{LESSON}"
        book = (await self._ask(f"api/contents/{path}"))["content"]
        self._cells = [c.source for c in nbformat.from_dict(book).cells if c.cell_type == "code"]
        wish = {"path": path, "name": LESSON, "type": "notebook", "kernel": {"name": "python3"}}
        found = await self._ask("api/sessions", "POST", wish)
        self._id = found["id"]
        way = f"api/kernels/{found['kernel']['id']}/channels?session_id={self._session}"
        self._line: WebSocketClientConnection = await websocket_connect(
            f"{self._url.replace('http', 'ws', 1)}{way}&token={self._token}",
            max_message_size=LARGEST,
        )

    async def run(self) -> None:
        """Run the whole notebook, cell by cell."""
        for cell in self._cells:
            wish = {"code": cell, "silent": False, "store_history": True, "allow_stdin": False}
            await self._say("execute_request", wish)
        assert self.slider, f"there is no slider called {self._label!r}"

    async def move(self, value: float) -> tuple[float, float]:
        """Move the slider; return the ms until the first picture comes, and until all is done."""
        update = {"method": "update", "state": {"value": value}, "buffer_paths": []}
        return await self._say("comm_msg", {"comm_id": self.slider, "data": update})

    async def close(self) -> None:
        """Close the connection and stop the kernel."""
        self._line.close()
        await self._ask(f"api/sessions/{self._id}", "DELETE")
        self._client.close()

    async def _say(self, kind: str, content: dict[str, Any]) -> tuple[float, float]:
        number = uuid4().hex
        header = {"msg_id": number, "msg_type": kind, "session": self._session, "version": "5.3",
                  "username": "", "date": "2000-01-01T00:00:00Z"}  # fmt: skip
        message = {"header": header, "parent_header": {}, "metadata": {}, "content": content,
                   "channel": "shell", "buffers": []}  # fmt: skip
        began = perf_counter()
        await self._line.write_message(json.dumps(message))
        seen: float | None = None
        while True:
            answer = _read(await asyncio.wait_for(self._line.read_message(), PATIENCE))
            if answer["parent_header"].get("msg_id") != number:
                continue
            told, now = answer["content"], 1000 * (perf_counter() - began)
            if answer["msg_type"] == "error":
                raise RuntimeError(f"{told['ename']}: {told['evalue']}")
            if answer["msg_type"] == "comm_open":
                self._note(told["comm_id"], told["data"].get("state", {}))
            if answer["msg_type"] == "comm_msg" and told["comm_id"] in self.pictures:
                seen = now if seen is None else seen
            if answer["msg_type"] == "status" and told["execution_state"] == "idle":
                return (now if seen is None else seen), now

    def _note(self, model: str, state: dict[str, Any]) -> None:
        if "still" in state and "moving" in state:
            self.pictures.add(model)
        if state.get("label") == self._label and "value" in state:
            self.slider = model


def _read(message: str | bytes | None) -> dict[str, Any]:
    """Return a message of the kernel; one with buffers has them behind a list of places."""
    if message is None:
        raise ConnectionError("the server has closed the connection")
    if isinstance(message, bytes):
        (count,) = struct.unpack_from("!I", message)
        places = [*struct.unpack_from(f"!{count}I", message, 4), len(message)]
        message = message[places[0] : places[1]].decode("utf-8")
    found: dict[str, Any] = json.loads(message)
    found.setdefault("msg_type", found["header"]["msg_type"])
    return found


def folders(count: int, notebooks: Path) -> dict[str, Path]:
    """Return a copy of the lessons for each learner, as `Lab` takes them."""
    return {f"learner-{number}": notebooks for number in range(1, count + 1)}
