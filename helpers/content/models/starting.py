"""Model of ``starting.toml``: what is said out loud right before the first touch."""

from __future__ import annotations

from attrs import frozen

from .common import Entry, Source, identifier, listed, prose, sources_field


@frozen(kw_only=True, eq=False, repr=False)
class Start(Entry):
    """One line of the last check before a massage."""

    id: str = identifier()
    say: str = prose()
    why: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class StartFile(Entry):
    """The whole of ``starting.toml``."""

    start: tuple[Start, ...] = listed()
