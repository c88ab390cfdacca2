"""From a session to a routine: ``plan``, the ``screen`` that it starts with, and own lists."""

from .plan import plan
from .realize import from_routine, realize, routine_for
from .screening import Screening, screen

__all__ = ["Screening", "from_routine", "plan", "realize", "routine_for", "screen"]
