"""The learner's choices: one immutable, checked value that is saved and shared as JSON."""

from .choices import FEELS, PLACES, Answer, Mark, Prepare, Spot, TechniqueChoice
from .consent import Consent
from .edits import EDIT_SIDES, LEAST_STEP, MOST_EDITS, MOST_STEP, StepEdit
from .errors import NewerSessionError, SessionError
from .finish import RHYTHMS, Finish
from .log import FEELINGS, MOST_ENTRIES, WISHES, LogEntry, SpotFelt
from .model import (
    AREAS,
    LEAST_MINUTES,
    MOST_MINUTES,
    MOST_SPOTS,
    POSITIONS,
    Session,
)
from .quizzes import RESULTS
from .rhythm import Rhythm
from .store import Store, current

__all__ = [
    "AREAS",
    "EDIT_SIDES",
    "FEELINGS",
    "FEELS",
    "LEAST_MINUTES",
    "LEAST_STEP",
    "MOST_EDITS",
    "MOST_ENTRIES",
    "MOST_MINUTES",
    "MOST_SPOTS",
    "MOST_STEP",
    "PLACES",
    "POSITIONS",
    "RESULTS",
    "RHYTHMS",
    "WISHES",
    "Answer",
    "Consent",
    "Finish",
    "LogEntry",
    "Mark",
    "NewerSessionError",
    "Prepare",
    "Rhythm",
    "Session",
    "SessionError",
    "Spot",
    "SpotFelt",
    "StepEdit",
    "Store",
    "TechniqueChoice",
    "current",
]
