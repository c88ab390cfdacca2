"""A server of plain files, as simple as any that may show the site."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".whl": "application/octet-stream",
        ".ipynb": "application/json",
    }

    def __init__(self, *words: Any, sent: list[int], **more: Any) -> None:
        self._sent = sent
        super().__init__(*words, **more)

    def log_request(self, _code: Any = "", _size: Any = "") -> None:
        """Count an answer, which has no length yet."""
        self._sent.append(0)

    def send_header(self, keyword: str, value: str) -> None:
        """Note how long an answer is."""
        if keyword.lower() == "content-length" and self.command == "GET":
            self._sent[-1] = int(value)
        super().send_header(keyword, value)

    def log_message(self, *_words: Any) -> None:
        """Say nothing."""


class FileServer:
    """Shows a folder at ``url``, on a free port of this computer.

    ``sent`` has the bytes of each answer that was given.
    """

    def __init__(self, folder: Path) -> None:
        self.sent: list[int] = []
        handler = partial(_Handler, directory=str(folder), sent=self.sent)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
