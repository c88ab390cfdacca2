"""The set-up in words: the labels in the picture, and all of it for readers without one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from helpers.content import load
from helpers.content.models.prepare import Pillow
from helpers.content.phrases import small
from helpers.planner.preparing import knuckle_height, pillows_used, reach, setting_of, uses_oil
from helpers.session import Session

from .words import amount, listed

Label = tuple[str, tuple[float, float], int]
"""Text, the point it belongs to (cm), and the column: -1 left, 1 right."""

VISIBLE: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "forehead-roll": (-11.5, -20.0),
        "cradle": (-13.0, -21.0),
        "belly": (-16.2, 28.0),
        "ankles": (-26.0, 138.0),
        "side-head": (-24.0, -28.0),
        "hug": (-38.0, 42.0),
        "side-knees": (-49.0, 94.0),
        "lean": (-17.0, -25.0),
        "up-head": (-21.0, -10.0),
        "up-knees": (-27.0, 96.0),
    }
)
"""The part of each pillow that nothing hides, in cm of its picture; else its middle."""

COVER: Mapping[str, tuple[str, tuple[float, float]]] = MappingProxyType(
    {
        "face_down": ("sheet, tucked in at the hips", (-17.0, 62.0)),
        "side_lying": ("sheet, tucked in at the hips", (-40.0, 112.0)),
        "face_up": ("sheet and blanket", (14.0, 46.0)),
    }
)


def labels(
    session: Session,
    side: float,
    stand: tuple[float, float] | None,
    tray: tuple[float, float] | None,
) -> list[Label]:
    """Return what is written beside the picture: what supports them on the far side, you near.

    ``stand`` and ``tray`` are where the giver and the small table are; without them, the receiver
    rests on the back.
    """
    near = 1 if side > 0 else -1
    position = session.position if stand else "face_up"
    found: list[Label] = [
        (small(p.name), _at(VISIBLE.get(p.id, p.at), side), -near)
        for p in pillows_used(session, position)
    ]
    if position in COVER:
        text, at = COVER[position]
        found.append((text, _at(at, side), -near if stand else near))
    if stand and tray:
        found += _yours(session, near, stand, tray)
    return found


def _at(at: tuple[float, float], side: float) -> tuple[float, float]:
    return at[0] * side, at[1]


def _yours(
    session: Session, near: int, stand: tuple[float, float], tray: tuple[float, float]
) -> list[Label]:
    arm = reach(session.prepare.giver_cm)
    turn = np.radians(64.0)
    edge = (stand[0] + near * arm * float(np.cos(turn)), stand[1] + arm * float(np.sin(turn)))
    things = ["oil or lotion"] if uses_oil(session) else []
    kneels = setting_of(session).giver == "kneels" and session.position != "seated"
    you = "you, kneeling on a cushion" if kneels else "you, one foot ahead"
    found = [
        (listed([*things, "towel", "water", "clock"]), (tray[0] + near * 17.0, tray[1]), near),
        (you, (stand[0] + near * 14.0, stand[1] + 3.0), near),
        (f"your reach is {arm:.0f} cm", edge, near),
    ]
    if session.position == "face_down":
        found.append(("then move up; do not reach across", (stand[0] + near * 6.0, -2.0), near))
    if session.position == "side_lying":
        found.append(("then move down; do not reach across", (stand[0] + near * 9.0, 78.0), near))
    return found


def describe_setup(session: Session, *, resting: bool = False) -> str:
    """Return the picture in words: place, position, pillows, the giver, reach and supplies."""
    content, setting = load(), setting_of(session)
    resting = resting and session.position != "seated"
    position = "face_up" if resting else session.position
    size = f"{setting.width:g} by {setting.length:g} cm"
    lines = [
        f"Seen from above and drawn to scale. {setting.name}, {size}. "
        f"{content.posture[position].name}: {small(content.posture[position].what)}",
        _pillows(pillows_used(session, position)),
    ]
    if position in COVER:
        lines.append(
            "A sheet covers them up to the hips; the back is bare."
            if not resting
            else "Sheet and blanket cover them from the chest down."
        )
    if not resting:
        lines += _giver(session)
    lines.append("The bar shows 50 cm. Body lengths are survey medians; your person differs.")
    return "\n".join(lines)


def setup_summary(session: Session, *, resting: bool = False) -> str:
    """Return the picture in short: "Bed, on the back. Supports: pillow under the knees."."""
    content = load()
    resting = resting and session.position != "seated"
    position = "face_up" if resting else session.position
    named = [small(one.name) for one in pillows_used(session, position)]
    begin = f"{setting_of(session).name}, {small(content.posture[position].name)}"
    return f"{begin}. Supports: {listed(named)}." if named else f"{begin}, without pillows."


def _pillows(pillows: tuple[Pillow, ...]) -> str:
    if not pillows:
        return "There are no pillows."
    named = [f"{small(p.name)} ({amount(p.width)} by {amount(p.length)} cm)" for p in pillows]
    return f"Supports: {listed(named)}."


def _giver(session: Session) -> list[str]:
    side = session.prepare.hand
    setting, arm = setting_of(session), reach(session.prepare.giver_cm)
    note = load().giver_measure["reach"].note
    seated = session.position == "seated"
    if seated:
        where = "You stand behind them, one foot ahead, with both hands on the upper back."
    else:
        how = "kneel on a cushion" if setting.giver == "kneels" else "stand with one foot ahead"
        turned = (
            "beside their hips and turned to the head"
            if session.position == "face_down"
            else "behind their back"
        )
        where = (
            f"You {how} on the {side} of the picture, {turned}, with both hands on the back. "
            "A dashed outline shows where you go next."
        )
    things = ["oil or lotion"] if uses_oil(session) else []
    found = [
        where,
        f"A dashed circle with a radius of {arm:.0f} cm shows how far your arm reaches. {note}",
        f"Inside it, by your {side} hand, stands a small table with "
        f"{listed([*things, 'a towel', 'two glasses of water', 'a clock'])}.",
    ]
    if not seated and setting.giver == "stands":
        height = knuckle_height(session.prepare.giver_cm)
        found.append(f"Set the table {height:.0f} cm high, where your knuckles hang.")
    return found
