"""From a session to a routine: ``plan``, the ``screen`` that it starts with, and own lists."""

from .acts import Outcome, act
from .editing import Edits, add
from .learning import Learnt, after, learn
from .making import Row
from .plan import plan
from .realize import Realized, from_routine, realize, routine_for
from .refit import fit, replan
from .rest import RestPlan, RisePart, rest_plan
from .screening import Screening, length_of, screen

__all__ = [
    "Edits",
    "Learnt",
    "Outcome",
    "Realized",
    "RestPlan",
    "RisePart",
    "Row",
    "Screening",
    "act",
    "add",
    "after",
    "fit",
    "from_routine",
    "learn",
    "length_of",
    "plan",
    "realize",
    "replan",
    "rest_plan",
    "routine_for",
    "screen",
]
