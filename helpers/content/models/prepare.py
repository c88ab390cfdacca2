"""Models of ``setup``, ``oils`` and ``giver`` (``.toml``): how to get ready."""

from __future__ import annotations

from attrs import field, frozen

from .checks import Each, in_order, one_of, within
from .common import Entry, Point, Source, identifier, listed, prose, sources_field
from .safety import POSITIONS

PLACES = ("bed", "table", "floor", "chair")
LYING = (*POSITIONS, "face_up")
"""The positions of a massage, and the one that is for the rest afterwards."""

GRADES = ("good", "caution", "avoid")
"""What is said of a product, from best to worst."""

_places = Each(one_of(*PLACES))


@frozen(kw_only=True, eq=False, repr=False)
class Setting(Entry):
    """A place to massage on: its size, what it suits, and how the giver stands or kneels there."""

    id: str = field(validator=one_of(*PLACES))
    name: str = prose()
    width: float = field(validator=within(20, 250))
    """Of the surface, cm."""
    length: float = field(validator=within(20, 250))
    height_lo: float = field(validator=within(0, 120))
    height_hi: float = field(validator=within(0, 120))
    """How high such a surface usually is, cm."""
    positions: tuple[str, ...] = field(validator=Each(one_of(*POSITIONS)))
    giver: str = field(validator=one_of("stands", "kneels"))
    suits: str = prose()
    stance: str = prose()
    watch: str = prose()
    sources: tuple[Source, ...] = sources_field()

    def __attrs_post_init__(self) -> None:
        in_order("height_lo <= height_hi", self.height_lo, self.height_hi)


@frozen(kw_only=True, eq=False, repr=False)
class Posture(Entry):
    """How the receiver lies or sits."""

    id: str = field(validator=one_of(*LYING))
    name: str = prose()
    what: str = prose()
    suits: str = prose()
    watch: str = prose()
    rest_only: bool
    """For the rest afterwards, never for the massage."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Pillow(Entry):
    """Something soft that supports one position: how large, where in the picture, and why."""

    id: str = identifier()
    name: str = prose()
    position: str = field(validator=one_of(*LYING))
    places: tuple[str, ...] = field(default=(), validator=_places)
    """Only at these places; at all where it is empty."""
    shape: str = field(validator=one_of("pillow", "roll", "horseshoe"))
    width: float = field(validator=within(5, 120))
    length: float = field(validator=within(5, 120))
    """Along the body, cm; ``width`` is across it."""
    at: Point
    """The middle, in cm of the picture of its position (origin at the neck's bump)."""
    why: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Supply(Entry):
    """A thing to have ready, and why."""

    id: str = identifier()
    name: str = prose()
    optional: bool = False
    with_oil: bool = False
    """Only needed where oil or lotion is used."""
    places: tuple[str, ...] = field(default=(), validator=_places)
    """Only needed at these places; at all where it is empty."""
    why: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Habit(Entry):
    """Something to do for cleanliness and safety, before the massage or after it."""

    id: str = identifier()
    name: str = prose()
    when: str = field(validator=one_of("before", "after"))
    with_oil: bool = False
    why: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Task(Entry):
    """Something to do at its time: so many minutes before the first stroke."""

    id: str = identifier()
    name: str = prose()
    before: int = field(validator=within(1, 20_000))
    """Minutes. The patch test takes longer after an allergy or eczema."""
    with_oil: bool = False
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class SetupFile(Entry):
    """``setup.toml``."""

    place: tuple[Setting, ...] = listed()
    position: tuple[Posture, ...] = listed()
    pillow: tuple[Pillow, ...] = listed()
    supply: tuple[Supply, ...] = listed()
    habit: tuple[Habit, ...] = listed()
    task: tuple[Task, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Allergen(Entry):
    """Something that people are allergic to."""

    id: str = identifier()
    name: str = prose()
    says: str = prose()
    """Why a product with it is not for someone who is allergic to it."""
    test: str = prose()
    """What this allergy means for a test on the skin."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Trait(Entry):
    """What a back can be like, as far as it matters for oil."""

    id: str = identifier()
    name: str = prose()
    question: str | None = None
    """The safety question that asks the same."""
    says: str = ""
    """What it means for every oil and lotion, if it does."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class OilReason(Entry):
    """What speaks for or against a product: always, or only where a trait is there."""

    when: str | None = None
    grade: str = field(validator=one_of(*GRADES))
    say: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class Oil(Entry):
    """An oil, a lotion, or nothing at all: what it is, what is in it, how it glides."""

    id: str = identifier()
    name: str = prose()
    kind: str = field(validator=one_of("oil", "lotion", "none"))
    what: str = prose()
    contains: tuple[str, ...] = ()
    """Ids of what people are allergic to."""
    may_contain: tuple[str, ...] = ()
    """The same, where it differs from product to product."""
    glide: str = field(validator=one_of("long", "middle", "short"))
    """How long it stays slippery."""
    feel: str = prose()
    reason: tuple[OilReason, ...] = listed()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class OilFile(Entry):
    """``oils.toml``."""

    allergen: tuple[Allergen, ...] = listed()
    trait: tuple[Trait, ...] = listed()
    oil: tuple[Oil, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Care(Entry):
    """A rule that spares the giver's own body (B01 to B12)."""

    id: str = identifier()
    name: str = prose()
    rule: str = prose()
    why: str = prose()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class GiverMeasure(Entry):
    """A length of the giver's body as a share of the body's height."""

    id: str = identifier()
    name: str = prose()
    share: float = field(validator=within(0.1, 1))
    note: str = prose()
    """How it was derived."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class GiverFile(Entry):
    """``giver.toml``."""

    care: tuple[Care, ...] = listed()
    measure: tuple[GiverMeasure, ...] = listed()
