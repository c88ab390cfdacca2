"""The strokes that a person allows, kept so that each is built only once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve

from helpers.body import Limits
from helpers.content import load
from helpers.strokes import Blocked, Stroke, build, sides

BUTTOCK = "buttock"


def tried(
    technique: str,
    place: str,
    side: str,
    level: int,
    pace: float | None,
    count: int | None,
    size: str,
    limits: Limits,
    spot: tuple[float, float] | None = None,
    return_pace: float | None = None,
    ramp: float | None = None,
) -> Stroke | str:
    """Return the stroke, or the sentence why nothing of it is allowed; kept either way.

    Strokes are shared between people whose limits differ only in what a path does not depend on;
    ``level`` must therefore not be above the person's own.
    """
    if technique in limits.techniques_out:
        return f"{load().technique[technique].plain} is left out of this session."
    level = min(level, _most(technique, strong=limits.strong))
    person = on_path(limits, asked=technique in limits.asked, strong=limits.strong and level > 3)
    return _kept(technique, place, side, level, pace, count, size, person, spot, return_pace, ramp)


def _most(technique: str, *, strong: bool) -> int:
    levels = load().technique[technique].level
    if levels is None:
        return 1
    return (levels.on_request or levels.max) if strong else levels.max


@lru_cache(maxsize=1024)
def on_path(limits: Limits, *, asked: bool = False, strong: bool = False) -> Limits:
    """Return only the limits that say where a hand may be."""
    return evolve(
        limits,
        top_level=4,
        strong=strong,
        techniques_out=(),
        asked=limits.asked if asked else (),
        agreed=limits.agreed & {BUTTOCK},
    )


@lru_cache(maxsize=8192)
def _kept(
    technique: str,
    place: str,
    side: str,
    level: int,
    pace: float | None,
    count: int | None,
    size: str,
    limits: Limits,
    spot: tuple[float, float] | None,
    return_pace: float | None,
    ramp: float | None,
) -> Stroke | str:
    try:
        return build(
            technique,
            place=place,
            side=side,
            level=level,
            pace=pace,
            count=count,
            size=size,
            limits=limits,
            spot=spot,
            return_pace=return_pace,
            ramp=ramp,
        )
    except Blocked as blocked:
        return str(blocked)


def possible(technique: str, size: str, limits: Limits) -> bool:
    """Return whether the technique can be done anywhere."""
    return next(strokes_of(technique, size, limits), None) is not None


def strokes_of(technique: str, size: str, limits: Limits) -> Iterator[Stroke]:
    """Yield the technique's stroke at each place where it is allowed, at its default level."""
    side = sides(technique)[0]
    entry = load().technique[technique]
    level = 1 if entry.level is None else entry.level.default
    for place in entry.place:
        stroke = tried(technique, place.id, side, level, None, None, size, limits)
        if isinstance(stroke, Stroke):
            yield stroke
