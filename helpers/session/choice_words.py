"""What changed in the choices for one stroke, in plain words."""

from __future__ import annotations

from typing import Any

from helpers.content import load
from helpers.content.phrases import small

from .choices import TechniqueChoice
from .difference import GONE

USUAL = "as usual"
LABELS = {
    "place": "place",
    "side": "first side",
    "pace": "pace",
    "passes": "how often",
    "level": "pressure",
    "minutes": "minutes",
}


def choice_words(technique: str, was: Any, now: Any) -> str:
    """Return what differs: "Long glide, pressure: as usual → 1"; `GONE` is a stroke as usual."""
    name = load().technique[technique].plain
    if now is GONE:
        return f"{name}: {USUAL}"
    before = TechniqueChoice() if was is GONE else was
    found = [
        f"{label}: {_said(technique, key, one)} → {_said(technique, key, other)}"
        for key, label in LABELS.items()
        if (one := getattr(before, key)) != (other := getattr(now, key))
    ]
    return f"{name}, {', '.join(found)}" if found else f"{name}: {USUAL}"


def _said(technique: str, key: str, value: Any) -> str:
    if value is None:
        return USUAL
    if key == "place":
        words = next(one.name for one in load().technique[technique].place if one.id == value)
        return small(words)
    return f"{value:g}" if isinstance(value, int | float) else str(value)
