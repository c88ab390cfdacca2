"""The follow-along player: what it plays, and the element that plays it in the browser."""

from .element import RoutinePlayer
from .score import packed, score

__all__ = ["RoutinePlayer", "packed", "score"]
