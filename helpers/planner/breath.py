"""Which part of a breath goes with a long stroke down, and which with the way back (R05)."""

from __future__ import annotations

from attrs import frozen

from helpers.content import load
from helpers.content.models.technique import Place
from helpers.strokes import lengths

CLOSE = 1e-9
SWEEP = "T20"


@frozen
class Breath:
    """How the receiver breathes: seconds in, seconds out."""

    inward: float
    outward: float

    @classmethod
    def at(cls, per_minute: float, share_in: float = 0.5) -> Breath:
        """Return the breath at ``per_minute`` breaths, of which ``share_in`` (0 to 1) goes in."""
        whole = 60.0 / per_minute
        return cls(whole * share_in, whole * (1.0 - share_in))

    @property
    def seconds(self) -> float:
        """Seconds of one whole breath."""
        return self.inward + self.outward

    @property
    def per_minute(self) -> float:
        """Breaths a minute."""
        return 60.0 / self.seconds


@frozen(kw_only=True)
class Pairing:
    """How a stroke goes with the breath; every stroke down begins as a breath out begins."""

    name: str
    """"half", "one", "two" (breaths for each way) or "out" (down on one breath out, and the rest
    of two breaths for the way back)."""
    down: float
    """Seconds of the stroke down."""
    back: float
    """Seconds of the way back."""

    @property
    def seconds(self) -> float:
        """Seconds of one pass: always a whole number of breaths."""
        return self.down + self.back


@frozen
class Ways:
    """The two ways of a sweep at a place on a body: length in cm, least and most cm/s."""

    down: tuple[float, float, float]
    back: tuple[float, float, float]


def ways(place: str, size: str) -> Ways | None:
    """Return the ways of the sweep at a place, or None where it has no way back of its own."""
    entry = load().technique[SWEEP]
    where = next(one for one in entry.place if one.id == place)
    down, back = lengths(SWEEP, place, size)
    pace, light = where.pace or entry.pace, _light_pace(where)
    if pace is None or light is None or back <= 0:
        return None
    return Ways((down, pace.lo, pace.hi), (back, *light))


def _light_pace(place: Place) -> tuple[float, float] | None:
    paces = [leg.pace for leg in place.legs if leg.role == "return" and leg.pace is not None]
    return (paces[0].lo, paces[0].hi) if paces else None


def pairing(breath: Breath, way: Ways) -> Pairing | None:
    """Return the quickest pairing at which both ways stay inside their paces; None if none does."""
    whole = breath.seconds
    for name, down, back in (
        ("half", breath.outward, breath.inward),
        ("one", whole, whole),
        ("two", 2 * whole, 2 * whole),
        ("out", breath.outward, whole + breath.inward),
    ):
        if _fits(down, way.down) and _fits(back, way.back):
            return Pairing(name=name, down=down, back=back)
    return None


def _fits(seconds: float, way: tuple[float, float, float]) -> bool:
    length, least, most = way
    return least - CLOSE <= length / seconds <= most + CLOSE


def sentence(breath: Breath, pair: Pairing | None) -> str:
    """Return in plain words how the hands go with the breath."""
    rate = f"At {breath.per_minute:.3g} breaths a minute"
    if pair is None:
        return (
            f"{rate} no calm stroke fits the breath here, so your hands keep a slow pace of their "
            "own. Try another number of breaths."
        )
    down, back = short(pair.down), short(pair.back)
    if pair.name == "half":
        way = f"{down} seconds each way" if down == back else f"{down} seconds down, {back} back"
        return f"{rate} your hands go down on a breath out and come back on a breath in: {way}."
    if pair.name == "out":
        return (
            f"{rate} your hands go down on a breath out ({down} seconds) and come back slowly "
            f"({back} seconds), ready for the next breath out but one."
        )
    count = "one breath" if pair.name == "one" else "two breaths"
    return (
        f"{rate} your hands take {count} to go down and {count} to come back: "
        f"{down} seconds each way."
    )


def short(seconds: float) -> str:
    """Return seconds as a short number: 5, 8.6."""
    return f"{seconds:.1f}".removesuffix(".0")
