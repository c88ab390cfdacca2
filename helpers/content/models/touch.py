"""Models of ``contacts.toml`` and ``pressure.toml``: what touches, and how firmly."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from .checks import in_order, one_of, within
from .common import (
    Entry,
    Point,
    Source,
    identifier,
    listed,
    prose,
    read_only,
    sources_field,
)


@frozen(kw_only=True, eq=False, repr=False)
class Contact(Entry):
    """What of the hand touches: its kind, its size and how near the midline it may come (cm)."""

    id: str = identifier()
    name: str = prose()
    plain: str = prose()
    kind: str = field(validator=one_of("soft", "firm"))
    half_size: Point
    """Half the breadth across and half the length along the hand, cm: its outline."""
    spine_gap: float = field(default=0.0, validator=within(0, 6))
    """Least distance of the centre from the midline, cm, so that the contact stays out of Z01."""
    lifts: bool = False
    """A grip that lifts a fold (T06, T07)."""
    clear_of: tuple[str, ...] = ()
    """Zones and bones that the whole contact, not only its centre, must stay out of."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class ContactFile(Entry):
    """``contacts.toml``."""

    contact: tuple[Contact, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class PressureLevel(Entry):
    """One step of the giver's scale 1-5."""

    id: str = identifier()
    level: int = field(validator=within(1, 5))
    name: str = prose()
    short: str = prose()
    """One word, for a control or a key."""
    like: str = prose()
    """What it is like, to follow "level 2 is"."""
    feels: str = prose()
    """What happens under the hand."""
    use: str = prose()
    taught: bool = True
    force: Mapping[str, tuple[float, float]] = field(factory=dict, converter=read_only)
    """Newtons, from and to, of ``palms`` (both together), ``fist``, ``fingers`` and ``thumb``: a
    design ceiling of ours, not physiology."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class ComfortBand(Entry):
    """A band of the receiver's 0-10 scale and what the giver does."""

    id: str = identifier()
    lo: int = field(validator=within(0, 10))
    hi: int = field(validator=within(0, 10))
    feels: str = prose()
    do: str = prose()
    sources: tuple[Source, ...] = sources_field()

    def __attrs_post_init__(self) -> None:
        in_order("lo <= hi", self.lo, self.hi)


@frozen(kw_only=True, eq=False, repr=False)
class Script(Entry):
    """A sentence to say when asking about the pressure, and when to say it."""

    id: str = identifier()
    say: str = prose()
    when: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class PressureFile(Entry):
    """``pressure.toml``: the two scales and how to ask."""

    level: tuple[PressureLevel, ...] = listed()
    comfort: tuple[ComfortBand, ...] = listed()
    script: tuple[Script, ...] = listed()
