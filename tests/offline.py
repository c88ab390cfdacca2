"""Sockets of the tests reach this computer and nothing else.

An audit hook sees every connection and every look-up of a name that Python makes, whoever asks
for it, and cannot be taken off again. It costs nothing where no socket is used.
"""

import ipaddress
import sys
from typing import Any

CONNECTS = ("socket.connect", "socket.sendto", "socket.sendmsg")
LOOKS_UP = ("socket.getaddrinfo", "socket.gethostbyname")


class OfflineError(RuntimeError):
    """Something wanted to go to the network."""


def is_here(host: object) -> bool:
    """Return whether a host is this computer; a name other than localhost is not."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(str(host).partition("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def _watch(event: str, given: tuple[Any, ...]) -> None:
    if event in CONNECTS:
        address = given[1]
        # A path is a socket of this computer, and so is no address at all.
        host = address[0] if isinstance(address, tuple) and address else None
    elif event in LOOKS_UP:
        host = given[0]
    else:
        return
    if not is_here(host):
        raise OfflineError(f"There is no network in the tests: something asked for {host!r}.")


def go_offline() -> None:
    """Keep this process from the network for good."""
    sys.addaudithook(_watch)
