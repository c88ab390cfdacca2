"""What the notebooks show and the learner works with."""

from .controls import Card, Checklist, Choice, Panel, Slider
from .drill_planner import DrillPlanner
from .lesson_stills import back_map
from .pressure_card import pressure_card
from .stroke_planner import StrokePlanner

__all__ = [
    "Card", "Checklist", "Choice", "DrillPlanner", "Panel", "Slider", "StrokePlanner",
    "back_map", "pressure_card",
]  # fmt: skip
