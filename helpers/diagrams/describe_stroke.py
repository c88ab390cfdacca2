"""A stroke in words, good enough to do it without seeing the picture."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from helpers.body import Back, back
from helpers.content.models.technique import Place, Technique
from helpers.content.phrases import small
from helpers.strokes.model import HOLD, LIFT, LINK, OVER, PRESS, RETURN, Hand, Stroke

from . import style
from .about import about_zones, place_of
from .canvas import Array
from .stroke_labels import main_hand
from .trace import Piece, pieces
from .words import HOW_TO_READ, amount, direction, like, listed, plural, where


def describe_stroke(stroke: Stroke, body: Back | None = None, *, passes: int | None = None) -> str:
    """Return a stroke in words: hands, start, each part, time, firmness, what to avoid.

    ``passes`` says how often it is done. Paragraphs are parted by blank lines.
    """
    body = body or back(stroke.size)
    entry, place = place_of(body, stroke.technique, stroke.place)
    lines = [f"{entry.plain}: {small(place.name)}.", f"Hands: {entry.hand}", _who(stroke, entry)]
    lines.append(HOW_TO_READ)
    if stroke.stations:
        lines += _at_stations(stroke, body, entry, place)
    else:
        lines += _along(stroke, body)
    often = f" Do {plural(passes, 'pass').replace('passs', 'passes')}." if passes else ""
    lines.append(f"One pass takes about {plural(round(stroke.seconds), 'second')}.{often}")
    lines.append(_firm(stroke))
    lines += _avoid(stroke, body, entry)
    if entry.cue:
        lines.append(f"You may say: “{entry.cue}”")
    return "\n\n".join([*lines, style.DISCLAIMER])


def _who(stroke: Stroke, entry: Technique) -> str:
    hands = entry.motion.hands if entry.motion else "mirrored"
    if hands == "across":
        return "Both hands work at the same time, each in its own place."
    if hands == "one side":
        other = "left" if stroke.side == "right" else "right"
        return (
            f"Work on the receiver's {stroke.side} side; afterwards do the same on the {other}. "
            "Every place below is on that side."
        )
    turns = "taking turns" if hands == "alternating" else "both at once"
    return f"One hand on each side of the spine, mirror images, {turns}."


def _main(stroke: Stroke) -> Hand:
    return stroke.right if main_hand(stroke) == "right" else stroke.left


def _along(stroke: Stroke, body: Back) -> list[str]:
    """Describe a glide leg by leg."""
    name = main_hand(stroke)
    mine = [p for p in pieces(stroke, apart=False) if p.hand == name]
    if not mine:
        return [f"Place: {where(body, _main(stroke).xy[0])}."]
    lines = [f"Start: {where(body, mine[0].xy[0])}."]
    lines += [f"{k}. {_leg(leg, body)}" for k, leg in enumerate(_legs(mine), start=1)]
    if np.hypot(*(mine[-1].xy[-1] - mine[0].xy[0])) < 3.0:
        lines.append("You are back at the start; without a stop, go on with the next pass.")
    return lines


def _legs(mine: Sequence[Piece]) -> list[list[Piece]]:
    """Group neighbouring pieces of one role."""
    legs: list[list[Piece]] = []
    for piece in mine:
        if legs and legs[-1][-1].role == piece.role:
            legs[-1].append(piece)
        else:
            legs.append([piece])
    return legs


_VERB = {
    PRESS: "Glide", OVER: "Go on", RETURN: "Come back lightly:", LINK: "Glide back lightly:",
    LIFT: "Lift the hand and move it",
}  # fmt: skip


def _leg(leg: Sequence[Piece], body: Back) -> str:
    length = sum(p.length for p in leg)
    seconds = max(leg[-1].end - leg[0].start, 0.1)
    way = direction(np.concatenate([p.xy for p in leg]))
    text = (
        f"{_VERB[leg[0].role]} {way}, {amount(length)} cm in {amount(seconds)} s "
        f"({length / seconds:.0f} cm a second), ending {where(body, leg[-1].xy[-1])}."
    )
    if leg[0].role == LIFT:
        return text
    stretches = [p for p in leg if p.length >= 1] or list(leg)
    parts = [f"level {p.level} for {amount(p.length)} cm" for p in stretches]
    if len(stretches) == 1:
        parts = [f"level {stretches[0].level}"]
    return f"{text} Pressure: {', then '.join(parts)}."


def _at_stations(stroke: Stroke, body: Back, entry: Technique, place: Place) -> list[str]:
    """Describe what is done at each place, and the places in order."""
    hand, across = _main(stroke), entry.motion is not None and entry.motion.hands == "across"
    marks = [np.array(s) for s in stroke.stations]
    lines = [_doing(stroke, body, entry, place)]
    if len(marks) == 1:
        return [*lines, f"The place: {where(body, marks[0])}."]
    lines.append(f"{plural(len(marks), 'place')}, in this order:")
    for number, at in enumerate(marks, start=1):
        level = _level_near(hand if not across or at[0] >= 0 else stroke.left, at)
        firm = f", level {level}" if level else ""
        lines.append(f"{number}. {where(body, at, side=across)}{firm}.")
    if entry.motion and entry.motion.family != "hold":
        lines.append("Glide lightly from one place to the next; keep a hand on the skin.")
    return lines


_PACE = {
    "cm/s": "{:g} cm a second", "s/circle": "{:g} seconds for each circle",
    "circles/s": "{:g} circles a second", "Hz": "{:g} times to and fro a second",
    "strikes/s": "{:g} light strikes a second",
}  # fmt: skip


def _doing(stroke: Stroke, body: Back, entry: Technique, place: Place) -> str:
    """Say what the hand does at each place."""
    motion = entry.motion
    assert motion is not None
    count = stroke.count or 1
    unit = entry.pace.unit if entry.pace else ""
    pace = f", {_PACE[unit].format(stroke.pace)}" if unit in _PACE else ""
    way, reach = _first_stretch(stroke)
    match motion.family:
        case "circles":
            sizes = sorted({2 * s.radius for s in place.stations if s.radius})
            wide = " to ".join(dict.fromkeys(amount(v) for v in (sizes[0], sizes[-1])))
            ways = ", half of them in each direction" if motion.both_ways else ""
            out = (
                " Press on the way up and out; ease on the way in." if motion.press_outward else ""
            )
            begin = " Each begins at the place named, the lowest point of the circle."
            what = f"{plural(count, 'circle')} {wide} cm across{ways}{pace}.{out}{begin}"
        case "zigzag":
            what = f"rub to and fro over {amount(reach)} cm, across the fibres{pace}."
        case "knead" | "press":
            what = _beats(stroke, entry)
        case "hold":
            what = f"rest your hands and keep still for {stroke.pace:g} seconds."
        case "fan":
            what = (
                f"{plural(count, 'fan')}: glide {way} for {amount(reach)} cm, then lightly in a "
                f"curve out, down and in again{pace}."
            )
        case "wring":
            what = f"slide both hands across, {amount(reach)} cm in opposite directions{pace}."
        case "rock":
            what = f"rock the muscle {amount(reach)} cm outwards and back{pace}."
        case _:
            times = "" if count == 1 else f", {plural(count, 'time')}"
            what = f"{small(entry.plain)}: {way} over {amount(reach)} cm{pace}{times}."
    return f"At each place: {what}" if len(stroke.stations) > 1 else f"What to do: {what}"


def _first_stretch(stroke: Stroke) -> tuple[str, float]:
    """Return direction and reach (cm) of the first working stretch."""
    hand = _main(stroke)
    press = np.concatenate([[False], hand.role == PRESS, [False]]).astype(int)
    edges = np.flatnonzero(np.diff(press))
    if not len(edges):
        return "still", 0.0
    xy = hand.xy[edges[0] : edges[1]]
    reach = float(np.hypot(*(xy - xy[0]).T).max())
    far = int(np.argmax(np.hypot(*(xy - xy[0]).T)))
    return direction(xy[: far + 1]) if far else "still", reach


def _beats(stroke: Stroke, entry: Technique) -> str:
    motion = entry.motion
    assert motion is not None
    beats = [amount(b.default) for b in motion.beats]
    if motion.family == "press":
        text = f"lean in slowly, hold still for {stroke.pace:g} seconds, ease out slowly"
        after = " Then two short, light glides over it." if motion.follow else ""
        return f"{text}; {plural(stroke.count or 1, 'time')}.{after}"
    if len(beats) == 3:
        first, hold, last = beats
        return f"squeeze for {first} s, hold or lift for {hold} s, let go over {last} s."
    return f"squeeze and let go, {listed(beats)} seconds." if beats else "squeeze and let go."


def _level_near(hand: Hand, at: Array) -> int:
    near = (np.hypot(*(hand.xy - at).T) < 3.2) & np.isin(hand.role, (PRESS, HOLD))
    return round(float(hand.pressure[near].max())) if near.any() else 0


def _firm(stroke: Stroke) -> str:
    used = sorted({max(1, round(float(v))) for h in stroke.hands for v in h.pressure if v >= 0.5})
    return "Firmness: " + "; ".join(f"level {k} is {like(k)}" for k in used) + "."


def _avoid(stroke: Stroke, body: Back, entry: Technique) -> list[str]:
    zones = about_zones(body, stroke.technique, stroke.place)
    lines = []
    for kind, words in (("off", "Keep off"), ("light", "Only a flat, soft hand on")):
        names = [small(body.content.zone[z].name) for z, how in zones.items() if how == kind]
        if names:
            lines.append(f"{words}: {'; '.join(names)}.")
    if entry.never_on:
        lines.append(f"Never on: {'; '.join(entry.never_on)}.")
    return lines
