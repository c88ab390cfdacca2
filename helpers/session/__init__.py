"""The learner's choices: one immutable, checked value that is saved and shared as JSON."""

from .choices import FEELS, PLACES, Answer, Mark, Prepare, Spot, TechniqueChoice
from .errors import SessionError
from .model import (
    AREAS,
    LEAST_MINUTES,
    MOST_MINUTES,
    MOST_SPOTS,
    POSITIONS,
    Session,
)

__all__ = [
    "AREAS",
    "FEELS",
    "LEAST_MINUTES",
    "MOST_MINUTES",
    "MOST_SPOTS",
    "PLACES",
    "POSITIONS",
    "Answer",
    "Mark",
    "Prepare",
    "Session",
    "SessionError",
    "Spot",
    "TechniqueChoice",
]
