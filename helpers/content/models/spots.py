"""Model of ``spots.toml``: sore spots, and what may press them."""

from __future__ import annotations

from attrs import field, frozen

from .checks import one_of, within
from .common import Entry, Source, identifier, listed, prose, sources_field


@frozen(kw_only=True, eq=False, repr=False)
class Feel(Entry):
    """What a place on the back feels like, and what that means for the hands."""

    id: str = identifier()
    name: str = prose()
    """For a control."""
    short: str = prose()
    """Inside a sentence: "tender, 6 of 10"."""
    note: str = prose()
    do: str = field(validator=one_of("work", "leave"))
    say: str = prose()
    """What to do, or to say kindly, as a sentence."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Way(Entry):
    """What happens at a spot before the press."""

    id: str = identifier()
    name: str = prose()
    note: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Grip(Entry):
    """One part of the giver's arm that may touch, for the chart: how large, what for, how firm."""

    id: str = identifier()
    contact: str
    """What is drawn, an id of ``contacts.toml``."""
    name: str = prose()
    area_cm2: float = field(validator=within(1, 200))
    """About how much skin it touches, cm2: a design figure of ours."""
    most: int = field(validator=within(1, 4))
    """The firmest level with it."""
    good_for: str = prose()
    mind: str = prose()
    """What to watch, as a sentence."""
    on_top: bool = False
    """The other hand lies on it."""
    presses: bool = False
    """May press a sore spot."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class SpotFile(Entry):
    """``spots.toml``."""

    feel: tuple[Feel, ...] = listed()
    way: tuple[Way, ...] = listed()
    grip: tuple[Grip, ...] = listed()
