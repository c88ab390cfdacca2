"""The log: what was said after a massage, so that the next plan can follow from it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from attrs import Attribute, field, frozen
from attrs.validators import optional

from .checks import as_float, as_set, as_tuple, each, number, shown, text, whole, word, words
from .choices import FAR_DOWN, FAR_UP, FAR_X
from .errors import SessionError
from .kinds import many_of_kind

FEELINGS = ("better", "same", "worse")
WISHES = ("firmer", "lighter", "longer", "shorter")
SPOT_PLACES = tuple(f"spot-{k}" for k in range(6))
"""The number was said at one of the session's spots."""

LOG_AREAS = ("neck", "low_back", "sides", "buttock")
ELSEWHERE = "elsewhere"
MOST_ENTRIES = 100
LONGEST_NOTE = 200

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _day(_self: Any, _attribute: Attribute[Any], value: Any) -> None:
    if value == "":
        return
    try:
        if isinstance(value, str) and _DATE.fullmatch(value):
            date.fromisoformat(value)
            return
    except ValueError:
        pass
    raise SessionError(
        f"A date is year, month and day, as in 2026-03-01, or empty; found {shown(value)}."
    )


def _note(_self: Any, attribute: Attribute[Any], value: Any) -> None:
    if value != "":
        text("A note", LONGEST_NOTE)(_self, attribute, value)


@frozen
class SpotFelt:
    """How a spot felt afterwards: where it is (cm, reference body), and better, same or worse."""

    x: float = field(
        converter=as_float, validator=number("A place across the back", -FAR_X, FAR_X, " cm")
    )
    y: float = field(
        converter=as_float, validator=number("A place along the back", FAR_UP, FAR_DOWN, " cm")
    )
    feeling: str = field(default="same", validator=word("How a spot felt", FEELINGS))


@frozen(kw_only=True)
class LogEntry:
    """One massage that was given, as the receiver found it.

    ``number`` is the highest one that they said for the pressure, None where nobody asked;
    ``where`` an area, ``spot-0`` for the first of the session's spots, or "elsewhere". Dates are
    typed by the learner: nothing here looks at a clock.
    """

    date: str = field(default="", validator=_day)
    minutes: int = field(default=20, validator=whole("The minutes of a massage", 1, 90))
    number: int | None = field(
        default=None, validator=optional(whole("The number for the pressure", 0, 10))
    )
    where: str = field(
        default=ELSEWHERE,
        validator=word("Where it was said", (ELSEWHERE, *LOG_AREAS, *SPOT_PLACES)),
    )
    spots: tuple[SpotFelt, ...] = field(
        default=(),
        converter=as_tuple,
        validator=each("The spots of an entry", SpotFelt, 6),
        metadata=many_of_kind(SpotFelt, "A spot of an entry"),
    )
    wishes: frozenset[str] = field(
        default=frozenset(), converter=as_set, validator=words("The wishes", WISHES)
    )
    liked: str | None = field(default=None, validator=optional(text("A stroke they liked", 20)))
    disliked: str | None = field(
        default=None, validator=optional(text("A stroke they did not like", 20))
    )
    note: str = field(default="", validator=_note)

    def __attrs_post_init__(self) -> None:
        for one, other in (("firmer", "lighter"), ("longer", "shorter")):
            if {one, other} <= self.wishes:
                raise SessionError(f"They cannot wish for {one} and {other}; choose one.")
        if self.liked is not None and self.liked == self.disliked:
            raise SessionError("A stroke cannot be one to have again and one to leave out.")
