"""Rest and getting up after the massage: the steps in order, each with its seconds."""

from __future__ import annotations

from attrs import frozen

from helpers.content import load
from helpers.content.models.rising import Rise
from helpers.session import Session

from .answers import given
from .screening import screen

TWICE = 2
DIZZY = "they are dizzy at times when they get up"
RESTS = {"N12": "lying", "N13": "sitting"}
"""Which choice of the session says how long a rest is."""


@frozen(kw_only=True)
class RisePart:
    """One step of getting up, with the time it takes for this person."""

    step: Rise
    seconds: int
    rest: bool
    """Whether it is one of the two rests, which may be longer."""


@frozen(kw_only=True)
class RestPlan:
    """How this person rests and gets up."""

    parts: tuple[RisePart, ...]
    because: tuple[str, ...]
    """Why the rests are twice as long, each to follow "because"; empty where they are not."""

    @property
    def longer(self) -> bool:
        """Whether the rests are twice as long as chosen."""
        return bool(self.because)

    @property
    def seconds(self) -> int:
        """All of it together, s."""
        return sum(part.seconds for part in self.parts)


def rest_plan(session: Session) -> RestPlan:
    """Return how to rest and get up after this massage. Never raises for a valid session.

    The rests are as long as was chosen, and twice as long where a safety answer, or being dizzy at
    times, asks for it. Which steps there are depends on how the person lies or sits.
    """
    content = load()
    yes = {one.question.id for one in given(session)}
    because = [one.because for one in content.longer_rest.values() if one.question in yes]
    if session.finish.dizzy:
        because.append(DIZZY)
    times = TWICE if because else 1
    position = _position(session)
    parts = []
    for step in content.rise.values():
        if position in step.positions:
            seconds = step.seconds or times * int(getattr(session.finish, RESTS[step.number or ""]))
            parts.append(RisePart(step=step, seconds=seconds, rest=step.number is not None))
    return RestPlan(parts=tuple(parts), because=tuple(dict.fromkeys(because)))


def _position(session: Session) -> str:
    """Return the position of the massage: the one chosen, or one that the answers allow."""
    allowed = screen(session).positions
    if session.position in allowed or not allowed:
        return session.position
    return allowed[0]
