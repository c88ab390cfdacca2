"""The session: every choice that one learner made, in one value that never changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
from attrs import field, frozen

from .against import check_against_content
from .checks import (
    as_float,
    as_map,
    as_set,
    as_tuple,
    each,
    named,
    number,
    only,
    shown,
    text,
    texts,
    whole,
    word,
    words,
)
from .choices import Answer, Prepare, Spot, TechniqueChoice
from .consent import Consent
from .edits import MOST_EDITS, StepEdit
from .errors import SessionError
from .finish import Finish
from .kinds import many_of_kind, named_kind, one_of_kind
from .log import MOST_ENTRIES, LogEntry
from .quizzes import results
from .rhythm import Rhythm

AREAS = ("neck", "low_back", "sides", "buttock")
"""What the two of you may agree on; the rest of the back is what the massage is about."""

POSITIONS = ("face_down", "side_lying", "seated")
LEAST_MINUTES, MOST_MINUTES, MOST_SPOTS = 3, 45, 6


@frozen(kw_only=True)
class Session:
    """All choices for every phase; the defaults give a good massage of twenty minutes.

    Every value is checked on the way in: a wrong one raises :class:`SessionError` with one plain
    sentence. To change something, take :meth:`changed`, which returns a new session.
    """

    minutes: int = field(
        default=20, validator=whole("The length in minutes", LEAST_MINUTES, MOST_MINUTES)
    )
    preset: str | None = field(
        default=None, validator=attrs.validators.optional(text("The ready-made session", 40))
    )
    """None: the recipe is chosen by the minutes."""
    size: str = field(default="reference", validator=text("The body size", 40))
    top_level: int = field(default=3, validator=whole("The firmest pressure", 1, 4))
    """4 only where the receiver asked for strong pressure."""
    agreed: frozenset[str] = field(
        default=frozenset({"neck", "low_back", "sides"}),
        converter=as_set,
        validator=words("The areas that were agreed on", AREAS),
    )
    answers: tuple[Answer, ...] = field(
        default=(),
        converter=as_tuple,
        validator=each("The safety answers", Answer, 200),
        metadata=many_of_kind(Answer, "A safety answer"),
    )
    spots: tuple[Spot, ...] = field(
        default=(),
        converter=as_tuple,
        validator=each("The sore spots", Spot, MOST_SPOTS),
        metadata=many_of_kind(Spot, "A spot"),
    )
    asked: frozenset[str] = field(
        default=frozenset(),
        converter=as_set,
        validator=texts("The strokes that were asked for", 30),
    )
    left_out: frozenset[str] = field(
        default=frozenset(),
        converter=as_set,
        validator=texts("The strokes that were left out", 30),
    )
    position: str = field(default="face_down", validator=word("The position", POSITIONS))
    breaths_per_minute: float = field(
        default=6.0, converter=as_float, validator=number("Breaths a minute", 5, 18)
    )
    down_strokes: int = field(default=6, validator=whole("The long strokes down", 4, 8))
    feathers: int = field(default=4, validator=whole("The feather strokes", 3, 6))
    finish: Finish = field(
        factory=Finish,
        validator=only(Finish, "The finish"),
        metadata=one_of_kind(Finish, "The finish"),
    )
    prepare: Prepare = field(
        factory=Prepare,
        validator=only(Prepare, "Getting ready"),
        metadata=one_of_kind(Prepare, "Getting ready"),
    )
    rhythm: Rhythm = field(
        factory=Rhythm,
        validator=only(Rhythm, "How often"),
        metadata=one_of_kind(Rhythm, "How often"),
    )
    puzzles: frozenset[str] = field(
        default=frozenset(), converter=as_set, validator=texts("The solved puzzles", 20)
    )
    """Faulty plans that the learner has put right."""
    consent: Consent = field(
        factory=Consent,
        validator=only(Consent, "The agreement"),
        metadata=one_of_kind(Consent, "The agreement"),
    )
    technique_choices: Mapping[str, TechniqueChoice] = field(
        factory=dict,
        converter=as_map,
        validator=named("The strokes' choices", TechniqueChoice, 40),
        hash=False,
        metadata=named_kind(TechniqueChoice, "The choice for"),
    )

    edits: tuple[StepEdit, ...] = field(
        default=(),
        converter=as_tuple,
        validator=each("The steps of the list", StepEdit, MOST_EDITS),
        metadata=many_of_kind(StepEdit, "A step"),
    )
    """The learner's own list of steps; empty means the plan as it is."""

    log: tuple[LogEntry, ...] = field(
        default=(),
        converter=as_tuple,
        validator=each("The entries of the log", LogEntry, MOST_ENTRIES),
        metadata=many_of_kind(LogEntry, "An entry of the log"),
    )
    """The massages that were given, the latest last."""
    quiz: Mapping[str, str] = field(factory=dict, converter=as_map, validator=results, hash=False)
    """How the questions of the lessons ended, by question."""

    def __attrs_post_init__(self) -> None:
        check_against_content(self)

    def changed(self, **changes: Any) -> Session:
        """Return a new session with some values changed, checked like any other."""
        if unknown := sorted(set(changes) - {a.name for a in attrs.fields(Session)}):
            raise SessionError(f"A session has no {shown(unknown[0])}.")
        return attrs.evolve(self, **changes)

    def choice(self, technique: str) -> TechniqueChoice:
        """Return the learner's choice for a technique; all None where there is none."""
        return self.technique_choices.get(technique, TechniqueChoice())

    def answer(self, question: str) -> Answer | None:
        """Return the answer to a safety question, or None where it was not asked yet."""
        return next((a for a in self.answers if a.question == question), None)

    def to_json(self) -> str:
        """Return the session as JSON text; equal sessions give the same text."""
        from .saving import to_json

        return to_json(self)

    @classmethod
    def from_json(cls, text: str) -> Session:
        """Read a session back from JSON text; raises :class:`SessionError` and nothing else."""
        from .saving import from_json

        return from_json(text)
