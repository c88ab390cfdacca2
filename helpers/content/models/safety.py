"""Models of the safety files: questions, answers, their actions and their effects on a plan."""

from __future__ import annotations

from attrs import field, frozen

from .checks import Each, one_of, within
from .common import Entry, Source, identifier, listed, prose, sources_field

ACTIONS = (
    "EMERGENCY", "STOP_SEE", "POSTPONE", "ASK_FIRST", "SEE_SOON", "SKIP_AREA", "LIGHT_ONLY",
    "MODIFY", "NONE",
)  # fmt: skip

POSITIONS = ("face_down", "side_lying", "seated")

EFFECTS = (
    "stop", "ask_first", "skip_area", "light_only", "cap_level", "cap_minutes", "forbid",
    "position", "setup", "advice",
)  # fmt: skip


@frozen(kw_only=True, eq=False, repr=False)
class Action(Entry):
    """An action code, its rank (1 the most severe) and what it says to the giver."""

    id: str = identifier()
    name: str = prose()
    meaning: str = prose()
    rank: int = field(validator=within(1, 9))
    blocks: bool
    """Whether it stops the session from starting."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class ActionFile(Entry):
    """``actions.toml``."""

    action: tuple[Action, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Effect(Entry):
    """What an answer does to the plan, for the machine.

    ``stop`` and ``ask_first`` block the session; ``skip_area`` keeps every contact ``margin`` cm
    clear of the places marked (or of ``area`` ids); ``light_only`` limits the whole session (or,
    with ``marked``, the places marked) to level 2 and the light techniques; ``cap_level`` caps
    ``level`` for the session, the marked places (``marked``) or ``quarter``; ``cap_minutes`` caps
    the length; ``forbid`` takes techniques or areas out; ``position`` names the positions that
    remain; ``setup`` and ``advice`` only say something.
    """

    kind: str = field(validator=one_of(*EFFECTS))
    say: str = prose()
    """The plain sentence the learner reads about this change."""
    level: int | None = field(default=None, validator=within(0, 4))
    minutes: int | None = field(default=None, validator=within(3, 45))
    margin: float | None = field(default=None, validator=within(0, 30))
    marked: bool = False
    areas: tuple[str, ...] = ()
    quarter: str | None = field(default=None, validator=one_of("upper", "lower"))
    techniques: tuple[str, ...] = ()
    positions: tuple[str, ...] = field(default=(), validator=Each(one_of(*POSITIONS)))

    def __attrs_post_init__(self) -> None:
        needs = {
            "skip_area": ("margin",),
            "cap_level": ("level",),
            "cap_minutes": ("minutes",),
            "position": ("positions",),
        }.get(self.kind, ())
        missing = [name for name in needs if getattr(self, name) in (None, ())]
        if missing:
            raise ValueError(f"found no {', '.join(missing)}; a {self.kind} effect needs it")
        if self.kind == "skip_area" and not (self.marked or self.areas):
            raise ValueError("found neither marked nor areas; a skip_area effect needs one")
        if self.kind == "forbid" and not (self.techniques or self.areas):
            raise ValueError("found neither techniques nor areas; a forbid effect needs one")


@frozen(kw_only=True, eq=False, repr=False)
class Choice(Entry):
    """One possible answer to a question other than a plain no."""

    id: str = identifier()
    label: str = prose()
    """What the learner picks, in plain words: "Yes", "Yes, and I am short of breath"."""
    action: str = field(validator=one_of(*ACTIONS))
    effect: tuple[Effect, ...] = ()
    needs_place: bool = False
    """The receiver has to mark where (side, place, size)."""


@frozen(kw_only=True, eq=False, repr=False)
class Question(Entry):
    """A safety question: asked in plain words, one at a time, with why."""

    id: str = identifier()
    ask: str = prose()
    why: str = prose()
    choice: tuple[Choice, ...] = listed()
    """The answers that are not "no"; the first is the plain yes. "No" is always possible."""
    adds_up: bool = False
    """Whole-session conditions of 2.2: two ASK_FIRST or LIGHT_ONLY answers make ASK_FIRST."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class QuestionFile(Entry):
    """``red_flags.toml``, ``conditions.toml``, ``local.toml`` or ``products.toml``."""

    question: tuple[Question, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class StopSign(Entry):
    """Something the giver may notice during a session, and what to do at once."""

    id: str = identifier()
    sign: str = prose()
    do: str = prose()
    action: str = field(validator=one_of(*ACTIONS))
    """The most severe action it can lead to."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class StopSignFile(Entry):
    """``stop_signs.toml``."""

    sign: tuple[StopSign, ...] = listed()
