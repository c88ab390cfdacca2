"""Model of ``card.toml``: what stands on every printed card."""

from __future__ import annotations

from attrs import frozen

from .common import Entry, Source, identifier, listed, prose, sources_field


@frozen(kw_only=True, eq=False, repr=False)
class CardLine(Entry):
    """One line under "Ask, watch, stop"."""

    id: str = identifier()
    say: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class CardFile(Entry):
    """The whole of ``card.toml``."""

    card: tuple[CardLine, ...] = listed()
