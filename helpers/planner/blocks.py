"""Lay the blocks of one phase: which stroke for how many seconds, in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from helpers.content import load

from .recipe import Wish
from .shares import Part, divide

ROOMY = 1.4
"""Up to this much more than the recipe's time, its blocks are stretched; beyond it, repeated."""

CROWDED = 1.3
"""With so much more wished for than there is time, no stroke comes twice."""

LEAST, LEAST_EACH_SIDE = 24, 44
"""Least seconds of a block, and of one that is done on one side after the other."""

SHORTER = 0.4
"""How much of its time a stroke of the finish gets when it comes round again."""

MOST, MOST_EACH_SIDE = 120, 180
LEAST_HOLD, MOST_HOLD, MOST_CLOSING = 27, 90, 98
LEAST_ARRIVAL = 20
LEAST_SWEEP = 40
MOST_FEATHER = 90
HOLDS = ("T01", "T22")
MOST_THUMBS = 56
"""Most seconds of the skin roll: less than a tenth of ten minutes, to save the thumbs."""

THUMBS = "T09"
FIRST, SWEEP, FEATHER, LAST = "T01", "T20", "T21", "T22"


@frozen(kw_only=True)
class Block:
    """Some seconds of one technique."""

    technique: str
    seconds: int
    places: tuple[str, ...] = ()
    strong: bool = False
    again: int = 0
    """How often the same technique came in this phase before."""
    passes: int | None = None
    """Passes wished for; None leaves them to the pace."""


def lay(
    phase: str,
    seconds: int,
    wishes: Sequence[Wish],
    exact: Mapping[str, Sequence[int]] | None = None,
) -> tuple[Block, ...]:
    """Return blocks that fill ``seconds`` exactly, as near to the wishes as fits.

    Too little time: the smallest wishes fall out. Too much: the wishes come round again, never
    the same stroke twice running where there is another one. ``exact`` holds for some techniques
    the seconds that suit them, the best first; the first block of each gets one where it fits.
    """
    chosen = _once(seconds, list(wishes))
    while len(chosen) > 1 and sum(bounds(w.technique)[0] for w in chosen) > seconds:
        chosen.remove(_least(phase, chosen))
    exact = exact or {}
    chosen = _repeated(phase, seconds, chosen, exact)
    times = _divided(seconds, chosen, exact)
    if times is None:
        # One short stroke alone: it gets all the time there is.
        times = divide(seconds, [evolve(_part(w), low=0, high=seconds) for w in chosen]) or []
    blocks: list[Block] = []
    for wish, time in zip(chosen, times, strict=True):
        if time:
            again = sum(block.technique == wish.technique for block in blocks)
            blocks.append(
                Block(
                    technique=wish.technique,
                    seconds=time,
                    places=wish.places,
                    strong=wish.strong,
                    again=again,
                )
            )
    return tuple(blocks)


def _divided(
    seconds: int, wishes: Sequence[Wish], exact: Mapping[str, Sequence[int]]
) -> list[int] | None:
    """Return the seconds of each wish; those that have to be exact come first."""
    parts = [_part(wish) for wish in wishes]
    for technique, choices in exact.items():
        place = next((i for i, w in enumerate(wishes) if w.technique == technique), None)
        if place is None:
            continue
        usual = parts[place]
        for choice in choices:
            if usual.low <= choice <= usual.high:
                parts[place] = Part(choice, choice, choice)
                if divide(seconds, parts) is not None:
                    break
                parts[place] = usual
    return divide(seconds, parts)


def bounds(technique: str) -> tuple[int, int]:
    """Return the least and the most seconds of one block of a technique."""
    entry = load().technique[technique]
    if technique in HOLDS:
        return (LEAST_ARRIVAL, MOST_HOLD) if technique == FIRST else (LEAST_HOLD, MOST_CLOSING)
    if technique == THUMBS:
        return LEAST_EACH_SIDE, MOST_THUMBS
    if technique == FEATHER:
        return LEAST, MOST_FEATHER
    if technique == SWEEP:
        return LEAST_SWEEP, MOST
    if entry.motion is not None and entry.motion.hands == "one side":
        most = MOST_EACH_SIDE if entry.max_seconds is None else int(entry.max_seconds)
        return min(LEAST_EACH_SIDE, most), most
    return LEAST, MOST


def _part(wish: Wish) -> Part:
    low, high = bounds(wish.technique)
    return Part(wish.minutes * 60, low, high)


def _least(phase: str, wishes: Sequence[Wish]) -> Wish:
    """Return the wish that is missed least: the shortest, but never the opening or the end."""
    kept = wishes[0] if phase != "P6" else wishes[-1]
    free = [wish for wish in wishes if wish is not kept]
    return min(reversed(free), key=lambda wish: wish.minutes)


def _once(seconds: int, wishes: list[Wish]) -> list[Wish]:
    """Return the wishes without their repeats where there is little time, the last ones first."""
    for wish in reversed(wishes.copy()):
        crowded = sum(one.minutes for one in wishes) * 60 > CROWDED * seconds
        if crowded and sum(one.technique == wish.technique for one in wishes) > 1:
            last = max(i for i, one in enumerate(wishes) if one.technique == wish.technique)
            del wishes[last]
    return wishes


def _repeated(
    phase: str, seconds: int, wishes: Sequence[Wish], exact: Mapping[str, Sequence[int]]
) -> list[Wish]:
    """Return the wishes with enough rounds added to fill the seconds."""
    result = list(wishes)
    ending = [result.pop()] if result[-1].technique == LAST and len(result) > 1 else []
    rounds = [wish for wish in result if not wish.strong and _may_repeat(wish.technique)]
    turn = 0
    while rounds and not _enough(phase, seconds, result + ending, exact):
        wish = rounds[turn % len(rounds)]
        turn += 1
        if result[-1].technique == wish.technique and _has_other(rounds, wish):
            continue
        if sum(bounds(w.technique)[0] for w in [*result, wish, *ending]) > seconds:
            break
        # The finish grows by a few light sweeps, not by as many again.
        result.append(evolve(wish, minutes=SHORTER * wish.minutes) if phase == "P6" else wish)
    return result + ending


def _enough(
    phase: str, seconds: int, wishes: Sequence[Wish], exact: Mapping[str, Sequence[int]]
) -> bool:
    if len({wish.technique for wish in wishes}) < 3:
        exact = {}
    most = sum(min([bounds(w.technique)[1], *exact.get(w.technique, ())[:1]]) for w in wishes)
    roomy = ROOMY * 60 * sum(wish.minutes for wish in wishes) >= seconds
    few = phase == "P6" or len({wish.technique for wish in wishes}) < 3
    return most >= seconds and (roomy or few)


def _has_other(rounds: Sequence[Wish], wish: Wish) -> bool:
    return any(other.technique != wish.technique for other in rounds)


def _may_repeat(technique: str) -> bool:
    """Return whether a stroke may come round again: not those with a limit for the session."""
    return technique != THUMBS and load().technique[technique].max_seconds is None
