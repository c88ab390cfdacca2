"""Routines: timed steps with hand paths, and the check that finds their mistakes."""

from .check import check
from .findings import Finding
from .model import Routine, Step
from .verdict import Verdict

__all__ = ["Finding", "Routine", "Step", "Verdict", "check"]
