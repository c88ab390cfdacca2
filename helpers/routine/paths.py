"""Join the link, the passes and the rest of a step into one sampled movement."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from helpers.strokes import Hand, Stroke

Floats = NDArray[np.float64]

HOLD = 0
"""The role of a hand that lies still."""


def joined(
    link: Stroke | None,
    stroke: Stroke,
    passes: int,
    rest: float,
    seconds: float,
    fade: tuple[float, ...] = (),
) -> tuple[Floats, Hand, Hand]:
    """Return (t, right, left) of a whole step; ``t`` goes from 0 to ``seconds``, s.

    ``fade`` holds a share for each pass, by which its pressure is multiplied.
    Each piece keeps its own samples; where two pieces meet, the first sample of the later one is
    left out, so that times always rise.
    """
    contacts = list(dict.fromkeys([*stroke.contacts, *(link.contacts if link else ())]))
    shares = [fade[min(k, len(fade) - 1)] if fade else 1.0 for k in range(passes)]
    pieces = ([link] if link else []) + [
        stroke if share == 1.0 else stroke.lightened(share) for share in shares
    ]
    t: list[Floats] = []
    right: list[Hand] = []
    left: list[Hand] = []
    begin = 0.0
    for piece in pieces:
        keep = slice(0 if not t else 1, None)
        t.append(begin + piece.t[keep])
        right.append(_renumbered(piece.right, piece, contacts, keep))
        left.append(_renumbered(piece.left, piece, contacts, keep))
        begin += piece.seconds
    if rest > 1e-6:
        t.append(np.array([min(begin + 0.5, begin + rest), begin + rest]))
        right.append(_resting(right[-1]))
        left.append(_resting(left[-1]))
    times = np.concatenate(t)
    return times, _together(right), _together(left)


def _renumbered(hand: Hand, piece: Stroke, contacts: list[str], keep: slice) -> Hand:
    number = np.array([contacts.index(name) for name in piece.contacts], dtype=np.int8)
    return Hand(
        xy=hand.xy[keep],
        pressure=hand.pressure[keep],
        role=hand.role[keep],
        contact=number[hand.contact[keep]],
        angle=hand.angle[keep],
    )


def _resting(hand: Hand) -> Hand:
    """Return two samples of the hand lying where it is, at level 1 at most."""
    last = slice(-1, None)
    return Hand(
        xy=np.repeat(hand.xy[last], 2, axis=0),
        pressure=np.repeat(np.minimum(hand.pressure[last], 1.0), 2),
        role=np.full(2, HOLD, dtype=np.int8),
        contact=np.repeat(hand.contact[last], 2),
        angle=np.repeat(hand.angle[last], 2),
    )


def _together(hands: list[Hand]) -> Hand:
    return Hand(
        xy=np.concatenate([hand.xy for hand in hands]),
        pressure=np.concatenate([hand.pressure for hand in hands]),
        role=np.concatenate([hand.role for hand in hands]),
        contact=np.concatenate([hand.contact for hand in hands]),
        angle=np.concatenate([hand.angle for hand in hands]),
    )
