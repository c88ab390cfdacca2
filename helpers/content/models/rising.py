"""Models of ``rising.toml``: the steps of getting up, and who rests longer before it."""

from __future__ import annotations

from attrs import field, frozen

from .checks import Each, one_of, within
from .common import Entry, Source, identifier, listed, prose, sources_field
from .safety import POSITIONS


@frozen(kw_only=True, eq=False, repr=False)
class Rise(Entry):
    """One step of getting up: what the receiver does, what the giver says, how long it takes."""

    id: str = identifier()
    name: str = prose()
    do: str = prose()
    say: str = prose()
    positions: tuple[str, ...] = field(validator=Each(one_of(*POSITIONS)))
    """The positions of the massage that this step follows from."""
    number: str | None = None
    """The id in ``numbers.toml`` of a rest that may be longer."""
    seconds: int | None = field(default=None, validator=within(1, 60))
    """How long a step takes that is no rest, s."""
    sources: tuple[Source, ...] = sources_field()

    def __attrs_post_init__(self) -> None:
        if (self.number is None) == (self.seconds is None):
            raise ValueError("found both or neither of number and seconds; a step needs one")


@frozen(kw_only=True, eq=False, repr=False)
class LongerRest(Entry):
    """A safety question whose yes, of any kind, makes the rests twice as long."""

    id: str = identifier()
    question: str
    because: str = prose()
    """Why, to follow "because"."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class RisingFile(Entry):
    """``rising.toml``."""

    rise: tuple[Rise, ...] = listed()
    longer_rest: tuple[LongerRest, ...] = listed()
