"""Models of ``numbers``, ``phases``, ``rules``, ``presets`` and ``references`` (``.toml``)."""

from __future__ import annotations

from attrs import field, frozen

from .checks import in_order, one_of, within
from .common import UNITS, Entry, Source, identifier, listed, prose, sources_field


@frozen(kw_only=True, eq=False, repr=False)
class Number(Entry):
    """One quantity of the evidence (N, V, H, R, Q and F ids): what the planner accepts."""

    id: str = identifier()
    name: str = prose()
    unit: str = field(validator=one_of(*UNITS, "N", "kPa", "kg"))
    lo: float | None = None
    default: float | None = None
    hi: float | None = None
    note: str = ""
    sources: tuple[Source, ...] = sources_field()

    def __attrs_post_init__(self) -> None:
        in_order("lo <= default <= hi", self.lo, self.default, self.hi)


@frozen(kw_only=True, eq=False, repr=False)
class NumberFile(Entry):
    """``numbers.toml``."""

    number: tuple[Number, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Phase(Entry):
    """One phase of a session, P1 to P6: its share of the time and what it may hold."""

    id: str = identifier()
    name: str = prose()
    goal: str = prose()
    share_lo: float = field(validator=within(0, 100))
    share: float = field(validator=within(0, 100))
    share_hi: float = field(validator=within(0, 100))
    techniques: tuple[str, ...] = listed()
    if_asked: tuple[str, ...] = ()
    """Techniques that join it only if the receiver asked for them."""
    sources: tuple[Source, ...] = sources_field()

    def __attrs_post_init__(self) -> None:
        in_order("share_lo <= share <= share_hi", self.share_lo, self.share, self.share_hi)


@frozen(kw_only=True, eq=False, repr=False)
class PhaseFile(Entry):
    """``phases.toml``."""

    phase: tuple[Phase, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Rule(Entry):
    """A rule of the planner and of ``check``: its number, its reason in plain words, its source."""

    id: str = identifier()
    name: str = prose()
    reason: str = prose()
    value: float | None = None
    unit: str | None = field(default=None, validator=one_of(*UNITS, "level", "cm"))
    severity: str = field(validator=one_of("error", "advice"))
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class RuleFile(Entry):
    """``rules.toml``."""

    rule: tuple[Rule, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Block(Entry):
    """Part of a preset: minutes of one technique in one phase."""

    phase: str
    technique: str
    minutes: float = field(validator=within(0.1, 20))
    spots: bool = False
    """Spent on the sore spots that were marked; falls to other blocks if there are none."""
    places: tuple[str, ...] = ()
    """Place ids of the technique to prefer, in order."""


@frozen(kw_only=True, eq=False, repr=False)
class Preset(Entry):
    """A ready-made session: the recipe that the planner fits to the learner's minutes."""

    id: str = identifier()
    name: str = prose()
    plain: str = prose()
    minutes: int = field(validator=within(3, 45))
    kind: str = field(validator=one_of("length", "aim"))
    """Length presets are chosen by minutes; aim presets by name."""
    top_level: int = field(validator=within(1, 4))
    block: tuple[Block, ...] = listed()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class PresetFile(Entry):
    """``presets.toml``."""

    preset: tuple[Preset, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Reference(Entry):
    """A work cited: who, when, what, where, and how it was seen."""

    id: str = identifier()
    text: str = prose()
    year: int | None = None
    doi: str = ""
    seen: str = prose()
    group: str = field(validator=one_of("trials", "safety", "practice", "anatomy", "ours"))
    citable: bool
    """Named authors or an official body: may be printed for readers. False: our own trail."""


@frozen(kw_only=True, eq=False, repr=False)
class ReferenceFile(Entry):
    """``references.toml``."""

    reference: tuple[Reference, ...] = listed()
