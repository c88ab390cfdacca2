"""Models of ``techniques.toml``."""

from __future__ import annotations

from attrs import field, fields, frozen

from .checks import Each, Like, in_order, one_of, within
from .common import (
    Amount,
    Entry,
    Point,
    Source,
    identifier,
    listed,
    prose,
    sources_field,
)

FAMILIES = (
    "hold", "glide", "fan", "pull", "circles", "knead", "wring", "roll", "zigzag",
    "press", "percuss",
)  # fmt: skip
"""The path families: how a technique moves over its places."""

KINDS = ("holding", "effleurage", "petrissage", "friction", "pressure", "percussion")

HANDS = ("mirrored", "alternating", "one side", "across")
"""mirrored both sides at once; alternating the same, half a beat apart; one side after the other;
across both sides in one stroke."""

FACT = Like(r"^(A[1-4]|B[1-8]|C[1-9]|C1[0-5]|D[1-9]|D1[0-2]|E[1-7]|F[1-5]|G[12])$", "A1 to G2")
"""Ids of what the article teaches."""


@frozen(kw_only=True, eq=False, repr=False)
class Levels(Entry):
    """Pressure levels of a technique (scale 1-4): default, most, and most when asked for."""

    default: int = field(validator=within(1, 4))
    max: int = field(validator=within(1, 4))
    on_request: int | None = field(default=None, validator=within(1, 4))

    def __attrs_post_init__(self) -> None:
        in_order("default <= max", self.default, self.max)
        in_order("max <= on_request", self.max, self.on_request)


@frozen(kw_only=True, eq=False, repr=False)
class Ease(Entry):
    """A window in which the technique presses less than its level (reference cm, abs(x))."""

    level: int = field(validator=within(1, 4))
    why: str = prose()
    x: Point = (0.0, 99.0)
    y: Point = (-99.0, 99.0)


@frozen(kw_only=True, eq=False, repr=False)
class Leg(Entry):
    """One stretch of a glide: where it runs, how fast and how firmly."""

    role: str = field(validator=one_of("press", "over", "return"))
    points: tuple[Point, ...] = listed(2)
    pace: Amount | None = None
    """None: the pace of the technique."""
    level: int | None = field(default=None, validator=within(1, 4))
    """None: the level of the stroke."""
    contact: str | None = None
    """None: the contact of the technique."""


@frozen(kw_only=True, eq=False, repr=False)
class Station(Entry):
    """A place where the hand stays and works, cm.

    ``radius`` is that of its circles, or half the width of its rub.
    """

    at: Point
    radius: float | None = field(default=None, validator=within(0.2, 6))
    to: Point | None = None
    """Where a roll, pull or rock ends."""
    contact: str | None = None
    level: int | None = field(default=None, validator=within(1, 4))
    """At most this level here."""
    angle: float | None = None
    """Direction of a zigzag, degrees below the horizontal pointing outwards; across the fibres."""
    muscle: str | None = None
    """The muscle it works on, where the direction depends on its fibres."""


@frozen(kw_only=True, eq=False, repr=False)
class Place(Entry):
    """Somewhere a technique can be done (right side; the left is its mirror)."""

    id: str = identifier()
    name: str = prose()
    note: str = ""
    legs: tuple[Leg, ...] = ()
    stations: tuple[Station, ...] = ()
    pace: Amount | None = None
    """None: the pace of the technique."""
    needs: str | None = field(default=None, validator=one_of("buttock"))
    """What has to be agreed with the receiver first."""
    level_max: int | None = field(default=None, validator=within(1, 4))
    muscles: tuple[str, ...] = ()
    """Muscles the picture shows for it."""
    spot_x: Point | None = None
    spot_y: Point | None = None
    """Where a sore spot must lie to be worked on in this way, reference cm, x as the distance from
    the midline; None: anywhere that its contact and technique allow."""

    def __attrs_post_init__(self) -> None:
        if bool(self.legs) == bool(self.stations):
            raise ValueError("found legs and stations, or neither; allowed: exactly one of the two")


@frozen(kw_only=True, eq=False, repr=False)
class Motion(Entry):
    """How the hands move at each place: the path family and its numbers."""

    family: str = field(validator=one_of(*FAMILIES))
    hands: str = field(validator=one_of(*HANDS))
    back: str = field(default="glide", validator=one_of("glide", "turns", "loop"))
    """How a pass comes back to its start: light glide, hands in turns, or a closed loop."""
    count: Amount | None = None
    """Circles, squeezes, rubs or presses at each station."""
    beats: tuple[Amount, ...] = ()
    """Seconds of the parts of one squeeze or press: on, hold, off; of a hold: lifting away."""
    both_ways: bool = False
    """Circles: half of them in each direction."""
    fast: Amount | None = None
    """The pace of the fast circles that follow the slow ones at each station."""
    fast_share: float = field(default=0.0, validator=within(0, 1))
    """How long the fast circles go on, as a share of the slow ones' time."""
    press_outward: bool = False
    """Circles: press on the outward, upward half, ease to level 1 on the inner half."""
    legs: tuple[Leg, ...] = ()
    """Fan: the legs of one fan, relative to its station."""
    follow: Amount | None = None
    """Press: length of the smoothing glide afterwards, cm."""


@frozen(kw_only=True, eq=False, repr=False)
class Technique(Entry):
    """One entry of the catalogue, T01 to T22."""

    id: str = identifier()
    name: str = prose()
    """The field's term."""
    plain: str = prose()
    """What a learner calls it."""
    kind: str = field(validator=one_of(*KINDS))
    taught: bool = True
    not_taught_because: str = ""
    only_if_asked: bool = False
    """Never planned unless the receiver asked for it."""
    light: bool = False
    """May be done, with a soft contact, in a light-only session."""
    article: tuple[str, ...] = field(default=(), validator=Each(FACT))
    """Article facts it teaches (A1 to G2)."""
    sources: tuple[Source, ...] = sources_field()
    purpose: str = ""
    why_here: str = ""
    """Why it comes at this place in the order."""
    hand: str = ""
    contact: str | None = None
    level: Levels | None = None
    pace: Amount | None = None
    passes: Amount | None = None
    max_seconds: float | None = field(default=None, validator=within(1, 3600))
    """Most seconds on one side or spot in a session, where the technique has such a limit."""
    motion: Motion | None = None
    ease: tuple[Ease, ...] = ()
    good_for: tuple[str, ...] = ()
    never_on: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    cue: str = ""
    oil: str = field(default="yes", validator=one_of("yes", "little", "none"))
    place: tuple[Place, ...] = ()
    ours: tuple[str, ...] = ()
    """Names of the fields whose numbers are our own choice ([D])."""

    def __attrs_post_init__(self) -> None:
        known = {attribute.name for attribute in fields(Technique)}
        if strange := sorted(set(self.ours) - known):
            raise ValueError(f"found ours = {strange}; allowed: names of fields of a technique")
        if not self.taught:
            if not self.not_taught_because:
                raise ValueError(
                    "found no not_taught_because; a technique that is not taught needs it"
                )
            return
        missing = [
            name
            for name in ("purpose", "hand", "contact", "level", "pace", "passes", "motion",
                         "good_for", "never_on", "mistakes", "cue", "place", "why_here")
            if not getattr(self, name)
        ]  # fmt: skip
        if missing:
            raise ValueError(
                f"found no {', '.join(missing)}; a technique needs it unless taught = false"
            )


@frozen(kw_only=True, eq=False, repr=False)
class TechniqueFile(Entry):
    """``techniques.toml``."""

    technique: tuple[Technique, ...] = listed()
