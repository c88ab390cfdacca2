"""The server's settings do what they say."""

import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest
from jupyter_server.serverapp import ServerApp
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from traitlets.config import PyFileConfigLoader

ROOT = Path(__file__).resolve().parents[2]
SERVING = ROOT / "serving"
FORMULA = re.compile(r"\$|\\[(\[]|\\begin")
"""What would begin a formula in Markdown."""


def connection_class() -> type:
    config = PyFileConfigLoader("jupyter_server_config.py", str(SERVING)).load_config()
    return ServerApp(config=config).kernel_websocket_connection_class


def test_the_server_takes_our_connection() -> None:
    assert issubclass(connection_class(), ZMQChannelsWebsocketConnection)
    assert connection_class() is not ZMQChannelsWebsocketConnection


def test_the_delay_is_off_before_the_connection_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []
    ours = connection_class()
    connection = ours.__new__(ours)
    handler = SimpleNamespace(set_nodelay=calls.append)
    monkeypatch.setattr(ours, "websocket_handler", handler)
    monkeypatch.setattr(
        ZMQChannelsWebsocketConnection, "connect", lambda self: calls.append("connect")
    )
    connection.connect()
    assert calls == [True, "connect"]


def test_the_settings_are_installed_where_jupyter_looks() -> None:
    prefix = Path(sys.prefix)
    for name, place in {
        "jupyter_server_config.py": "etc/jupyter",
        "jupyter_nbconvert_config.py": "etc/jupyter",
        "overrides.json": "share/jupyter/lab/settings",
        "page_config.json": "share/jupyter/lab/settings",
    }.items():
        assert (prefix / place / name).read_text() == (SERVING / name).read_text()


def test_every_lab_setting_exists_and_is_allowed() -> None:
    schemas = Path(sys.prefix, "share/jupyter/lab/schemas")
    for plugin, values in json.loads((SERVING / "overrides.json").read_text()).items():
        package, name = plugin.split(":")
        schema = json.loads((schemas / package / f"{name}.json").read_text())
        assert values.keys() <= schema["properties"].keys()
        jsonschema.validate(values, schema)


def test_what_is_switched_off_exists_and_is_needed_by_no_lesson() -> None:
    off = json.loads((SERVING / "page_config.json").read_text())["disabledExtensions"]
    assert off == ["@jupyterlab/mathjax-extension:plugin"]
    schemas = Path(sys.prefix, "share/jupyter/lab/schemas")
    assert (schemas / "@jupyterlab/mathjax-extension/plugin.json").is_file()
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                assert not FORMULA.search("".join(cell["source"])), (path.name, cell["id"])
