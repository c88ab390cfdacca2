"""No code of ours runs text, opens a shell or goes to the network."""

import ast
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sorted((ROOT / "helpers").rglob("*.py"))
SCRIPTS = sorted((ROOT / "helpers").rglob("*.js"))
RUNS = {"eval", "exec", "compile", "__import__", "breakpoint", "input"}
METHODS = {
    "open_connection",
    "create_connection",
    "create_subprocess_exec",
    "system",
    "popen",
    "spawnl",
    "spawnv",
    "execv",
    "execl",
    "fork",
    "startfile",
}
MODULES = {
    "code", "codeop", "ctypes", "dill", "ftplib", "http", "httpx", "importlib",
    "joblib", "marshal", "multiprocessing", "pickle", "pty", "requests", "runpy", "shelve",
    "shutil", "smtplib", "socket", "socketserver", "ssl", "subprocess", "telnetlib", "tornado",
    "urllib", "urllib3", "webbrowser", "xmlrpc", "yaml", "zmq",
}  # fmt: skip
QUIET = {"urllib.parse": "takes addresses apart and opens none"}
ASKS_GIT = ROOT / "helpers" / "share" / "places.py"
"""Asks git, without a shell, where the course is published."""
IN_JS = {
    "text run as code": r"\beval\s*\(|\bnew\s+Function\b|(?<![\w.])Function\s*\(|\bset(?:Timeout"
    r"|Interval)\s*\(\s*[\"'`]|[\"'`]javascript:",
    "text taken for HTML": r"\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcdoc"
    r"|createContextualFragment|setHTMLUnsafe|DOMParser\(\)\.parseFromString\([^)]*text/html"
    r"|setAttribute\(\s*[\"']on",
    "a request": r"\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts"
    r"|\bRTCPeerConnection|\bimport\s*\(",
}


def without_comments(text: str) -> str:
    """Return JavaScript with its comments blanked; types in JSDoc are no code."""
    return re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", text, flags=re.DOTALL)


def modules(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def faults(text: str, *, git: bool = False) -> list[str]:
    """Return what a Python text does that ours may not."""
    tree, found = ast.parse(text), []
    for name in modules(tree):
        if name.split(".")[0] in MODULES and name not in QUIET:
            found.append(f"imports {name}")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id in RUNS:
                found.append(f"calls {called.id}")
            if isinstance(called, ast.Attribute) and called.attr in METHODS:
                found.append(f"calls {called.attr}")
            found += ["uses a shell" for one in node.keywords if one.arg == "shell"]
        if isinstance(node, ast.Attribute) and node.attr in ("__builtins__", "__globals__"):
            found.append(f"reaches {node.attr}")
    if git:
        found = [one for one in found if one != "imports subprocess"]
    return found


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_python_runs_no_text_and_opens_nothing(path: Path) -> None:
    assert faults(path.read_text("utf-8"), git=path == ASKS_GIT) == []


def test_git_is_asked_by_a_list_that_begins_with_its_name() -> None:
    calls = [
        node
        for node in ast.walk(ast.parse(ASKS_GIT.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("subprocess.")
    ]
    assert [ast.unparse(call.func) for call in calls] == ["subprocess.run"]
    (words,) = calls[0].args
    assert isinstance(words, ast.List)
    assert ast.literal_eval(words.elts[0]) == "git"


@pytest.mark.parametrize(
    "text",
    [
        "eval('1')", "import pickle", "from subprocess import run", "import os; os.system('ls')",
        "import urllib.request", "run(['ls'], shell=True)", "import importlib.util",
        "f.__globals__",
    ],
)  # fmt: skip
def test_the_search_finds_what_it_looks_for(text: str) -> None:
    assert faults(text)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_javascript_runs_no_text_and_asks_for_nothing(path: Path) -> None:
    text = without_comments(path.read_text("utf-8"))
    assert not {what for what, form in IN_JS.items() if re.search(form, text)}


@pytest.mark.parametrize(
    "text",
    [
        "eval(a)", "new Function(a)", "x = Function('a')", "setTimeout('a', 1)", "a.innerHTML = b",
        "a.setAttribute('onclick', b)", "fetch(a)", "await import('https://a.b/c.js')",
        "new WebSocket(a)", "navigator.sendBeacon(a)",
    ],
)  # fmt: skip
def test_the_search_of_javascript_finds_what_it_looks_for(text: str) -> None:
    assert any(re.search(form, text) for form in IN_JS.values())


@pytest.mark.parametrize("place", [("192.0.2.1", 80), ("example.org", 443), ("2001:db8::1", 80)])
def test_no_test_can_reach_the_network(place: tuple[str, int]) -> None:
    with pytest.raises(Exception, match="no network in the tests"):
        socket.create_connection(place, timeout=1)


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
