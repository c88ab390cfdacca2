"""What this person allows: the outcome of the screening, as limits on every stroke."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, field, frozen

from helpers.content.models.common import Point


@frozen(kw_only=True)
class Skip:
    """A round place that nothing may touch: centre (reference cm), radius and margin in cm."""

    center: Point
    radius: float
    margin: float
    why: str = ""


@frozen(kw_only=True)
class Cap:
    """A limit on the level: at a round place, on areas, or on a quarter of the back.

    ``quarter`` "upper" is y < 42 and "lower" y > 28 (reference cm) on ``side`` of the midline.
    """

    level: int
    center: Point | None = None
    radius: float = 0.0
    areas: tuple[str, ...] = ()
    quarter: str | None = None
    side: str | None = None
    light_only: bool = False
    """Only the light techniques may be done there."""
    why: str = ""


def _names(values: Iterable[str]) -> frozenset[str]:
    return frozenset(values)


@frozen(kw_only=True, cache_hash=True)
class Limits:
    """Everything that narrows the strokes for this person. Hashable, so strokes can be cached."""

    top_level: int = 3
    light_only: bool = False
    strong: bool = False
    """The receiver asks for strong pressure: level 4 where the catalogue allows it."""
    techniques_out: frozenset[str] = field(default=frozenset(), converter=_names)
    areas_out: frozenset[str] = field(default=frozenset(), converter=_names)
    agreed: frozenset[str] = field(default=frozenset(), converter=_names)
    asked: frozenset[str] = field(default=frozenset(), converter=_names)
    skips: tuple[Skip, ...] = ()
    caps: tuple[Cap, ...] = ()

    def mirrored(self) -> Limits:
        """Return the limits with every skip and cap also on the other side.

        The planner leaves the same place out on both sides, so that both get equal time.
        """
        skips = dict.fromkeys(self.skips)
        skips.update((evolve(one, center=_other(one.center)), None) for one in self.skips)
        caps = dict.fromkeys(self.caps)
        for one in self.caps:
            if one.center is not None:
                caps[evolve(one, center=_other(one.center))] = None
            if one.side is not None:
                caps[evolve(one, side="left" if one.side == "right" else "right")] = None
        return evolve(self, skips=tuple(skips), caps=tuple(caps))


def _other(center: Point) -> Point:
    return (-center[0], center[1])
