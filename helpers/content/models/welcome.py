"""Models of ``screening``, ``agreeing`` and ``scale`` (``.toml``): what the first lesson asks."""

from __future__ import annotations

from attrs import field, frozen

from .checks import one_of, within
from .common import Entry, Source, identifier, listed, prose, sources_field

TONES = ("plain", "note", "warning", "stop")
"""How much a card stands out."""

FORCES = ("palms", "fist", "fingers", "thumb")
"""The contacts whose force ``pressure.toml`` knows; ``palms`` are two hands."""


@frozen(kw_only=True, eq=False, repr=False)
class ScreeningItem(Entry):
    """A few words that name one or more questions of a group."""

    questions: tuple[str, ...] = listed()
    words: str = prose()
    short: str = prose()
    """One to four words: for a label on the map, and for what changed."""


@frozen(kw_only=True, eq=False, repr=False)
class ScreeningGroup(Entry):
    """Questions that are asked together, in order.

    With a ``gate`` all of them are named at once, and one press says that none of them fits;
    without one each question is always asked.
    """

    id: str = identifier()
    title: str = prose()
    gate: str = ""
    """The one question that asks about all items."""
    none: str = "None of these"
    """What the button says that answers them all with no."""
    why: str = ""
    item: tuple[ScreeningItem, ...] = listed()
    sources: tuple[Source, ...] = sources_field()

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of the group's questions, in the order in which they are asked."""
        return tuple(name for item in self.item for name in item.questions)

    def __attrs_post_init__(self) -> None:
        if self.gate and not self.why:
            raise ValueError("found no why; a group with a gate needs it")


@frozen(kw_only=True, eq=False, repr=False)
class Outcome(Entry):
    """What the answers add up to, in plain words."""

    id: str = identifier()
    name: str = prose()
    do: str = prose()
    actions: tuple[str, ...] = ()
    """The action codes that lead to it; none: something is still open."""
    tone: str = field(validator=one_of(*TONES))
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class ScreeningFile(Entry):
    """``screening.toml``."""

    group: tuple[ScreeningGroup, ...] = listed()
    outcome: tuple[Outcome, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Talk(Entry):
    """Something to say aloud before the first touch, and why."""

    id: str = identifier()
    say: str = prose()
    why: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Clothes(Entry):
    """What the receiver may choose to wear, and what it means for the massage."""

    id: str = identifier()
    label: str = prose()
    means: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class AgreedArea(Entry):
    """A part of the back that needs a yes of its own."""

    id: str = field(validator=one_of("neck", "low_back", "sides", "buttock"))
    name: str = prose()
    on: str = prose()
    """What a yes means."""
    off: str = prose()
    """What a no means."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class AgreeingFile(Entry):
    """``agreeing.toml``."""

    talk: tuple[Talk, ...] = listed()
    clothes: tuple[Clothes, ...] = listed()
    agreed_area: tuple[AgreedArea, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Press(Entry):
    """A part of the hand on a kitchen scale: the skin that it covers and what it teaches."""

    id: str = identifier()
    contact: str
    """The id of a contact, for its drawing."""
    name: str = prose()
    how: str = prose()
    area_cm2: float = field(validator=within(1, 200))
    force: str = field(validator=one_of(*FORCES))
    """Which force of ``pressure.toml`` holds for it."""
    hands: int = field(validator=within(1, 2))
    """So many contacts share that force."""
    top: int = field(validator=within(1, 4))
    """The highest level that is taught for it."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class ScaleFile(Entry):
    """``scale.toml``."""

    press: tuple[Press, ...] = listed()
