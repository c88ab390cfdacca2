"""The follow-along player: what it plays, and the element that plays it in the browser."""

from .element import RoutinePlayer
from .score import first_picture, packed, score
from .stroke_stage import StrokeStage, motion_of

__all__ = ["RoutinePlayer", "StrokeStage", "first_picture", "motion_of", "packed", "score"]
