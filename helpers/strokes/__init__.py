"""Technique + place + numbers -> timed, pressured paths of both hands."""

from .build import build, lengths, places, sides
from .links import travel
from .model import HOLD, LIFT, LINK, ON_TOP, OVER, PRESS, RETURN, Blocked, Hand, Stroke

__all__ = [
    "HOLD", "LIFT", "LINK", "ON_TOP", "OVER", "PRESS", "RETURN", "Blocked", "Hand", "Stroke",
    "build", "lengths", "places", "sides", "travel",
]  # fmt: skip
