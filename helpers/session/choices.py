"""The pieces of a session: marks on the back, safety answers, spots, preparation, strokes."""

from __future__ import annotations

from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import optional

from .checks import (
    as_float,
    as_set,
    as_tuple,
    each,
    number,
    only,
    text,
    texts,
    whole,
    word,
    words,
    yes_no,
)
from .errors import SessionError
from .kinds import many_of_kind, one_of_kind
from .spot_work import SpotWork

FEELS = ("tight", "tender", "lump", "pain")
"""What a spot feels like; only tight and tender ones are worked on."""

PLACES = ("bed", "table", "floor", "chair")
SKINS = ("dry", "hairy")
"""What asks for more oil."""

RESTS = ("stay", "face_up")
"""How the receiver rests afterwards: as they are, or on the back."""

SIDES = ("right", "left")
FAR_X, FAR_UP, FAR_DOWN = 30.0, -20.0, 70.0
"""How far from the origin a mark may lie, cm: a little more than the drawn back."""

_across = number("A place across the back", -FAR_X, FAR_X, " cm")
_along = number("A place along the back", FAR_UP, FAR_DOWN, " cm")


def _center(_self: Any, attribute: Attribute[Any], value: Any) -> None:
    if not isinstance(value, tuple) or len(value) != 2:
        raise SessionError("A mark needs two numbers, across and along the back, in cm.")
    _across(None, attribute, value[0])
    _along(None, attribute, value[1])


def _pair(value: Any) -> Any:
    return tuple(as_float(item) for item in value) if isinstance(value, list | tuple) else value


@frozen
class Mark:
    """A place that the receiver pointed out: centre and radius in cm on the reference body."""

    center: tuple[float, float] = field(converter=_pair, validator=_center)
    radius: float = field(
        default=3.0, converter=as_float, validator=number("The size of a mark", 0.5, 15, " cm")
    )


@frozen
class Answer:
    """The answer to one safety question.

    ``choice`` is "no" or the id of one of the question's choices; ``marks`` say where, for the
    choices that need a place; ``cleared`` means that the receiver's own clinician has said yes,
    which lifts "ask first" and nothing else.
    """

    question: str = field(validator=text("The question of an answer", 20))
    choice: str = field(default="yes", validator=text("The choice of an answer", 60))
    marks: tuple[Mark, ...] = field(
        default=(),
        converter=as_tuple,
        validator=each("The marks of an answer", Mark, 12),
        metadata=many_of_kind(Mark, "A mark"),
    )
    cleared: bool = field(default=False, validator=yes_no("A clinician's yes"))


@frozen
class Spot:
    """A spot to work on: where (cm, reference body), what it feels like, how sore from 0 to 10."""

    x: float = field(converter=as_float, validator=_across)
    y: float = field(converter=as_float, validator=_along)
    feel: str = field(default="tight", validator=word("What a spot feels like", FEELS))
    strength: int = field(default=4, validator=whole("How sore a spot is", 0, 10))
    work: SpotWork = field(
        factory=SpotWork,
        validator=only(SpotWork, "The work on a spot"),
        metadata=one_of_kind(SpotWork, "The work on a spot"),
    )


@frozen(kw_only=True)
class Prepare:
    """Getting ready: where, with what, and what was agreed on."""

    place: str = field(default="bed", validator=word("The place", PLACES))
    oil: str = field(default="grapeseed", validator=text("The oil", 40))
    """A short name of the oil or lotion; "none" for dry hands."""
    allergies: frozenset[str] = field(
        default=frozenset(), converter=as_set, validator=texts("Allergies", 20)
    )
    patch_tested: bool = field(default=False, validator=yes_no("The patch test"))
    room_c: float = field(
        default=24.0, converter=as_float, validator=number("The room", 10, 35, " degrees")
    )
    stop_word: str = field(default="stop", validator=text("The stop word", 30))
    ready: frozenset[str] = field(
        default=frozenset(), converter=as_set, validator=texts("The things that are ready", 60)
    )
    """The ticked items of the checklist."""
    hand: str = field(default="right", validator=word("The giver's strong hand", SIDES))
    giver_cm: int = field(default=170, validator=whole("The giver's height in cm", 120, 220))
    skin: frozenset[str] = field(
        default=frozenset(), converter=as_set, validator=words("The back's skin", SKINS)
    )
    start: int = field(
        default=19 * 60, validator=whole("The start, in minutes after midnight,", 0, 24 * 60 - 1)
    )
    rest: str = field(default="stay", validator=word("The rest afterwards", RESTS))
    pillows_out: frozenset[str] = field(
        default=frozenset(), converter=as_set, validator=texts("The pillows left out", 30)
    )
    """Pillows that the course suggests and this receiver does without."""


@frozen(kw_only=True)
class TechniqueChoice:
    """How the learner wants one technique done; None everywhere means the catalogue's default."""

    place: str | None = field(default=None, validator=optional(text("The place of a stroke", 40)))
    side: str | None = field(default=None, validator=optional(word("The first side", SIDES)))
    pace: float | None = field(
        default=None,
        converter=as_float,
        validator=optional(number("The pace of a stroke", 0, 100)),
    )
    """In the unit of the technique's own pace."""
    passes: int | None = field(
        default=None, validator=optional(whole("The passes of a stroke", 1, 60))
    )
    level: int | None = field(
        default=None, validator=optional(whole("The pressure of a stroke", 1, 4))
    )
    minutes: int | None = field(
        default=None, validator=optional(whole("The minutes of a stroke", 1, 10))
    )
    """About how much of the routine to give to it."""
