"""From a session to a routine: ``plan`` and the ``screen`` that it starts with."""

from .plan import plan
from .screening import Screening, screen

__all__ = ["Screening", "plan", "screen"]
