"""Short plain sentences that several planners say: controls, times, how a stroke adds up."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.content import load
from helpers.strokes import PRESS, Stroke

ALONG = ("glide", "fan", "pull", "wring")
"""Families of strokes whose length means something to a learner."""


def control(name: str) -> dict[str, Any]:
    """Return label and help of a control, as a control takes them; ``ours`` where it is true."""
    entry = load().control[name]
    words = {"label": entry.label, "help": entry.help}
    return {**words, "ours": True} if entry.ours else words


def duration(seconds: float) -> str:
    """Return a time in words: "43 seconds", "1 minute", "1 min 43 s"."""
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if minutes == 0:
        return f"{whole} second{'' if whole == 1 else 's'}"
    if rest == 0:
        return f"{minutes} minute{'' if minutes == 1 else 's'}"
    return f"{minutes} min {rest} s"


def stroke_summary(stroke: Stroke, passes: int) -> str:
    """Return what a stroke adds up to: its passes, its time, how far a hand works."""
    times = "One pass takes" if passes == 1 else f"{passes} passes take"
    sentence = f"{times} {duration(passes * stroke.seconds)}."
    if _eased(stroke):
        sentence += " It gets lighter by itself where a place asks for it."
    motion = load().technique[stroke.technique].motion
    if motion is not None and motion.family in ALONG:
        reach = max(_worked(stroke, hand) for hand in (0, 1))
        sentence += f" In one pass each hand works along {reach:.0f} cm of back."
    return sentence


def _eased(stroke: Stroke) -> bool:
    """Return whether the working stroke presses less than its level somewhere."""
    if stroke.level == 1 or load().technique[stroke.technique].motion.press_outward:  # type: ignore[union-attr]
        return False
    least = (h.pressure[(h.role == PRESS) & h.touching] for h in stroke.hands)
    return any(p.size and p.min() < stroke.level - 0.5 for p in least)


def _worked(stroke: Stroke, hand: int) -> float:
    """Return how far one hand works in a pass, cm."""
    chosen = stroke.hands[hand]
    steps = np.hypot(*np.diff(chosen.xy, axis=0).T)
    working = (chosen.role[1:] == PRESS) & (chosen.pressure[1:] > 0)
    return float(steps[working].sum())
