"""Model of ``faulty.toml``: plans with mistakes in them, for the learner to find and repair."""

from __future__ import annotations

from attrs import field, frozen

from .checks import in_order, one_of, within
from .common import Entry, Source, identifier, listed, prose, sources_field

STEP_SIDES = ("both", "right", "left")


@frozen(kw_only=True, eq=False, repr=False)
class PuzzleStep(Entry):
    """One step of a plan: the part it belongs to, the stroke, where, how firm, for how long."""

    phase: str
    technique: str
    place: str
    side: str = field(default="both", validator=one_of(*STEP_SIDES))
    level: int = field(validator=within(1, 4))
    seconds: int = field(validator=within(5, 600))
    spot: int | None = field(default=None, validator=within(0, 2))
    """Which of the puzzle's spots it works on; the first is 0."""


@frozen(kw_only=True, eq=False, repr=False)
class PuzzleSpot(Entry):
    """A sore spot of the person in the story, in cm on the reference body."""

    at: tuple[float, float]
    feel: str = field(validator=one_of("tight", "tender"))
    strength: int = field(validator=within(0, 10))


@frozen(kw_only=True, eq=False, repr=False)
class Hint(Entry):
    """What to say to somebody who does not see how to repair what one rule finds."""

    rule: str
    say: str = prose()


@frozen(kw_only=True, eq=False, repr=False)
class Puzzle(Entry):
    """A faulty plan, what the check finds in it, and one way to put it right."""

    id: str = identifier()
    name: str = prose()
    story: str = prose()
    well_done: str = prose()
    """Said once it is right."""
    minutes: int = field(validator=within(3, 45))
    spot: tuple[PuzzleSpot, ...] = ()
    step: tuple[PuzzleStep, ...] = listed()
    solution: tuple[PuzzleStep, ...] = listed()
    hint: tuple[Hint, ...] = listed()
    """One for each rule that the plan breaks, the one to look at first first."""
    sources: tuple[Source, ...] = sources_field()

    def __attrs_post_init__(self) -> None:
        used = max((s.spot + 1 for s in self.step + self.solution if s.spot is not None), default=0)
        in_order("spots used <= spots given", used, len(self.spot))


@frozen(kw_only=True, eq=False, repr=False)
class PuzzleFile(Entry):
    """``faulty.toml``."""

    puzzle: tuple[Puzzle, ...] = listed()
