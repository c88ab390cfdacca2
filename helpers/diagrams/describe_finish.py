"""The picture of the finish in words."""

from __future__ import annotations

from helpers.body import back
from helpers.strokes.model import PRESS

from . import style
from .ending import Ending
from .words import amount, listed, plural, where


def describe_finish(ending: Ending) -> str:
    """Return the same picture in words; paragraphs are parted by blank lines."""
    lines = ["The finish on the back, seen from above, head at the top. Both sides are the same."]
    body = back(ending.size)
    if ending.sweeps:
        stroke, weights = ending.sweeps[0].stroke, ending.weights()
        down = stroke.right.role == PRESS
        way, turn = stroke.right.xy[down], float(stroke.t[down][-1])
        lines.append(
            f"1. {plural(len(weights), 'sweep')} down with flat palms, one on each side of the "
            f"spine: from {where(body, way[0])}, to {where(body, way[-1])}, in {amount(turn)} "
            f"seconds. Then lightly back up along the sides in {amount(stroke.seconds - turn)} "
            "seconds."
        )
        lines.append(
            "Firmest point of each sweep, on the scale from 1 to 5: "
            f"{listed([f'{weight:.1f}' for weight in weights])}. In the low back each is lighter."
        )
    if ending.feathers:
        stroke = ending.feathers[0].stroke
        way = stroke.right.xy[stroke.right.role == PRESS]
        lines.append(
            f"2. {plural(sum(step.passes for step in ending.feathers), 'feather')} up with the "
            f"finger pads, one hand after the other: from {where(body, way[0])}, to "
            f"{where(body, way[-1])}. It is drawn a little nearer to the spine than it runs."
        )
    if ending.hold is not None:
        places = [where(body, hand.xy[0]) for hand in ending.hold.stroke.hands]
        lines.append(
            f"{ending.last}. Both palms lie still: {listed(places)}. Then they lift away slowly."
        )
    if ending.main is None:
        lines.append("There is no massage today, so nothing is drawn.")
    return "\n\n".join([*lines, style.DISCLAIMER])
