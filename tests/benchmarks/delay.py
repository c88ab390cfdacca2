"""A way to a server that is further off: whatever goes through arrives some time later."""

import asyncio
import threading
from types import TracebackType
from typing import Self


class Delay:
    """A port of this machine that passes on to another one, each way half of `seconds` later."""

    def __init__(self, port: int, seconds: float) -> None:
        self._target = port
        self._half = seconds / 2
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        started = asyncio.start_server(self._meet, "127.0.0.1", 0)
        self._server = asyncio.run_coroutine_threadsafe(started, self._loop).result()
        self.port: int = self._server.sockets[0].getsockname()[1]

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self._target)
        self._writers |= {back, writer}
        await asyncio.gather(self._pass(reader, back), self._pass(there, writer))

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65_536):
                # What follows is not held up: each piece has a clock of its own.
                self._loop.call_later(self._half, self._write, writer, data)
        except ConnectionError:
            pass
        self._loop.call_later(self._half + 0.01, writer.close)

    @staticmethod
    def _write(writer: asyncio.StreamWriter, data: bytes) -> None:
        if not writer.is_closing():
            writer.write(data)

    def close(self) -> None:
        """Stop passing on."""
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        # Whoever waits for more from a line that is cut reads its end, and is done.
        for writer in self._writers:
            writer.transport.abort()
        open_ones = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*open_ones, return_exceptions=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
