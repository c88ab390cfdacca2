"""The recipe: which ready-made session to start from, and what it wishes for in each phase."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve, frozen

from helpers.body import Limits
from helpers.content import load
from helpers.content.models.plan import Preset
from helpers.session import Session

SHORT, LIGHT = "calm-5", "light-11"
SHORT_MINUTES = 10
SHORT_PHASES = ("P1", "P2", "P6")
SPOT_SHARE = 0.15
"""The share of the time that the spots wish for where a recipe has none of its own."""

ASKED_MINUTES = 1.0
STRONG = "T05"
STRONG_AFTER = ("T06", "T07", "T10")
"""Level 4 needs a minute of level 3 before it, so a strong block comes after these."""


@frozen(kw_only=True)
class Wish:
    """A block that the recipe wishes for."""

    technique: str
    minutes: float
    places: tuple[str, ...] = ()
    strong: bool = False


@frozen(kw_only=True)
class Recipe:
    """What to do in each phase, in order, with the minutes wished for; and how firm at most."""

    preset: str
    top_level: int
    phases: dict[str, tuple[Wish, ...]]
    spot_minutes: float
    """0 where the recipe has no room for spots."""

    def minutes(self, phase: str) -> float:
        """Return the minutes that the recipe gives to a phase."""
        spots = self.spot_minutes if phase == "P4" else 0.0
        return spots + sum(wish.minutes for wish in self.phases.get(phase, ()))


def choose(session: Session, minutes: int, limits: Limits) -> Recipe:
    """Return the recipe for this session at this length."""
    presets = load().preset
    if session.preset is not None:
        preset = presets[session.preset]
    elif minutes < SHORT_MINUTES:
        preset = presets[SHORT]
    elif limits.light_only:
        preset = presets[LIGHT]
    else:
        lengths = [p for p in presets.values() if p.kind == "length" and p.minutes <= minutes]
        preset = max(lengths, key=lambda p: p.minutes)
    return _made(preset, session, minutes, limits)


def _made(preset: Preset, session: Session, minutes: int, limits: Limits) -> Recipe:
    phases: dict[str, list[Wish]] = {}
    spots = 0.0
    for block in preset.block:
        if minutes < SHORT_MINUTES and block.phase not in SHORT_PHASES:
            continue
        if block.spots:
            spots += block.minutes
            continue
        wish = Wish(technique=block.technique, minutes=block.minutes, places=block.places)
        phases.setdefault(block.phase, []).append(_chosen(wish, session))
    if limits.light_only:
        phases.pop("P4", None)
    if minutes >= SHORT_MINUTES and not limits.light_only:
        _add_asked(phases, session)
        if preset.kind == "length" and preset.minutes >= SHORT_MINUTES:
            spots = spots or SPOT_SHARE * preset.minutes
        if limits.strong and "P3" in phases:
            _add_strong(phases["P3"])
    else:
        spots = 0.0
    return Recipe(
        preset=preset.id,
        top_level=max(preset.top_level, 4 if limits.strong and preset.top_level == 3 else 1),
        phases={name: tuple(wishes) for name, wishes in phases.items() if wishes},
        spot_minutes=spots,
    )


def _chosen(wish: Wish, session: Session) -> Wish:
    """Return the wish with what the learner chose for the technique."""
    choice = session.choice(wish.technique)
    if choice.place is not None:
        wish = evolve(wish, places=(choice.place, *wish.places))
    if choice.minutes is not None:
        return evolve(wish, minutes=float(choice.minutes))
    # More strokes than usual in the finish ask for more of its time.
    more = {"T20": session.down_strokes / 6, "T21": session.feathers / 4}
    return evolve(wish, minutes=wish.minutes * more.get(wish.technique, 1.0))


def _add_asked(phases: dict[str, list[Wish]], session: Session) -> None:
    """Add the strokes that the receiver asked for to the first phase that may hold them."""
    present = {wish.technique for wishes in phases.values() for wish in wishes}
    for technique in sorted(session.asked - present):
        for name, phase in load().phase.items():
            if name not in phases and name != "P4":
                continue
            if technique in phase.techniques + phase.if_asked and not _for_spots(technique):
                wish = _chosen(Wish(technique=technique, minutes=ASKED_MINUTES), session)
                wishes = phases.setdefault(name, [])
                wishes.insert(0 if name == "P5" else max(1, len(wishes) - 1), wish)
                break


def _for_spots(technique: str) -> bool:
    """Return whether a technique only works on single sore spots."""
    return technique in ("T11", "T12", "T15")


def _add_strong(wishes: list[Wish]) -> None:
    """Add a block for level 4 where level 3 has been for a while."""
    after = [i for i, wish in enumerate(wishes) if wish.technique in STRONG_AFTER]
    if after:
        wishes.insert(
            after[-1] + 1,
            Wish(technique=STRONG, minutes=ASKED_MINUTES, places=("upper",), strong=True),
        )


def with_only(recipe: Recipe, possible: Callable[[str], bool]) -> Recipe:
    """Return the recipe with only the strokes that are possible.

    Where a phase loses all of its strokes, others of the same phase take their place; where there
    are none, the phase falls out.
    """
    phases: dict[str, tuple[Wish, ...]] = {}
    for name, wishes in recipe.phases.items():
        kept = tuple(wish for wish in wishes if possible(wish.technique))
        if not kept and name != "P4":
            others = [t for t in load().phase[name].techniques if possible(t)]
            kept = tuple(Wish(technique=t, minutes=ASKED_MINUTES) for t in others)
        if kept:
            phases[name] = kept
    return evolve(recipe, phases=phases)
