"""How the questions of the lessons ended: kept for the learner, never a gate."""

from __future__ import annotations

from typing import Any

from attrs import Attribute

from .checks import listed, named, shown
from .errors import SessionError

RESULTS = ("first", "second", "shown")
"""Right at the first try, right at the second, or shown to the learner."""

MOST = 200
_named = named("The results of the questions", str, MOST)


def results(_self: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validator: a mapping of question ids to one of `RESULTS`.

    A question that the content no longer has may stay: it does no harm.
    """
    _named(None, attribute, value)
    for name, how in value.items():
        if how not in RESULTS:
            raise SessionError(
                f"The question {shown(name)} can end as {listed(RESULTS)}; found {shown(how)}."
            )
