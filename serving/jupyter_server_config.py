"""Settings of the Jupyter server: answer a slider in half the time.

Replies to a slider are small. By default the system holds small packets back until the browser
has confirmed the one before, which takes about 30 ms. This connection sends each one at once.
"""

import asyncio
from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):  # type: ignore[misc]
    """A connection between browser and kernel that never holds small packets back."""

    def connect(self) -> "asyncio.Future[None] | None":
        """Switch the delay off, then connect as usual."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()


c: Any = get_config()  # type: ignore[name-defined]  # noqa: F821
c.ServerApp.kernel_websocket_connection_class = PromptConnection
