"""The score: all that the player needs to play a routine in a browser, as one JSON value.

=========== ==================================================================================
``v``       version of the form, 1
``id``      12 letters that stand for exactly this score; a browser remembers its place by it
``title``   one line
``seconds`` length of the whole, s
``blocked`` a sentence when there is no massage today, else empty; then there are no steps
``ask``     sentences to read before the start: open questions, what was changed and why
``signs``   what the giver may notice, and what to do: pairs of sentences
``words``   label and help of every control of the player, by its id
``symbols`` the hands as SVG symbols; ``tokens`` the CSS of the colours
``parts``   pieces of SVG; a picture lists the numbers of its pieces
``pictures`` ``svg`` (numbers of parts), ``name``, ``description``, ``w`` and ``h`` px
``tracks``  one pass of a movement each, see `helpers.player.tracks`; ``turns`` its parts in order
``steps``   see `_step`
=========== ==================================================================================
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from attrs import evolve

from helpers.body import back
from helpers.content import load
from helpers.diagrams import css, hand_symbols, stroke_view
from helpers.routine import Routine, Step
from helpers.stage.drawn import Drawn
from helpers.strokes import Stroke

from .drawings import Drawings
from .signs import SIDES, breath, place_name, signs
from .tracks import same, track
from .turns import turns

VERSION = 1
PREFIX = "player-"
NOT_TODAY = "There is no massage today, so there is nothing to follow."
NO_STEPS = "The plan has no steps, so there is nothing to follow."
OPEN = "Some safety questions are still open: {}. Answer them first, in the lesson “Welcome”."


def score(routine: Routine) -> dict[str, Any]:
    """Return the score of a routine; always the same for the same routine."""
    stopped = routine.verdict.blocks or not routine.steps
    drawings, tracks = Drawings(), Tracks()
    steps = (
        [] if stopped else [_step(routine, i, drawings, tracks) for i in range(len(routine.steps))]
    )
    minutes = routine.minutes
    found: dict[str, Any] = {
        "v": VERSION,
        "title": f"A back massage of {minutes} minute{'' if minutes == 1 else 's'}",
        "seconds": sum(step["seconds"] for step in steps),
        "blocked": _blocked(routine),
        "ask": [OPEN.format(routine.verdict.open)] if routine.verdict.open else [],
        "notes": list(routine.notes),
        "signs": [[one.sign, one.do] for one in load().sign.values()],
        "words": _words(),
        "symbols": symbols_of(tracks.found),
        "tokens": css(),
        "parts": drawings.parts,
        "pictures": drawings.pictures,
        "tracks": tracks.found,
        "steps": steps,
    }
    text = json.dumps(found, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return {**found, "id": hashlib.sha256(text.encode()).hexdigest()[:12]}


@lru_cache(maxsize=4)
def packed(routine: Routine) -> bytes:
    """Return the score as the browser gets it: JSON in UTF-8, deflated with zlib's frame."""
    text = json.dumps(score(routine), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 9)


def first_picture(score: bytes) -> tuple[Drawn, ...]:
    """Return what a packed score shows first; nothing when it has no steps."""
    found = json.loads(zlib.decompress(score))
    if not found["steps"]:
        return ()
    one = found["pictures"][found["steps"][0]["picture"]]
    still = "".join(found["parts"][number] for number in one["svg"])
    return (Drawn(still, "", one["name"], one["description"]),)


class Tracks:
    """Movements, each stored once."""

    def __init__(self) -> None:
        self.found: list[dict[str, Any]] = []
        self._known: list[Stroke] = []

    def add(self, stroke: Stroke) -> int:
        """Return the number of a movement, which is stored if it is new."""
        for number, known in enumerate(self._known):
            if known is stroke or same(known, stroke):
                return number
        view = stroke_view(stroke.technique, stroke.place, back(stroke.size))
        self._known.append(stroke)
        self.found.append({**track(stroke, view), "turns": turns(stroke, view)})
        return len(self.found) - 1


def _step(routine: Routine, index: int, drawings: Drawings, tracks: Tracks) -> dict[str, Any]:
    """Return one step.

    ``parts`` are [track, how often, [how light each time]] in order, ``rest`` seconds in which the
    hands then lie still at level 1 at most; together they fill ``seconds``. ``breath`` is None or
    ``period`` s, ``in`` (the share that goes in) and ``from``, s until a breath goes out for the
    first time. ``longer``: whether it may be made longer or done again.
    """
    step = routine.steps[index]
    entry = load().technique[step.technique]
    parts: list[list[Any]] = []
    if step.link is not None:
        parts.append([tracks.add(_seen(step.link, step)), 1, []])
    parts.append([tracks.add(step.stroke), step.passes, list(step.fade)])
    return {
        "phase": load().phase[step.phase].name,
        "name": entry.plain,
        "place": place_name(step),
        "side": SIDES.get(step.side, ""),
        "level": step.level,
        "level_word": load().pressure_level(step.level).short,
        "seconds": step.seconds,
        "cue": step.cue,
        "note": step.note,
        "hand": entry.hand,
        "picture": drawings.add(step.stroke),
        "parts": parts,
        "rest": round(step.rest, 3),
        "breath": breath(routine, step),
        "longer": step.spot is None and entry.max_seconds is None,
        "signs": signs(routine, index),
    }


def _seen(link: Stroke, step: Step) -> Stroke:
    """Return the way to a step's first place as a movement on that step's picture."""
    return evolve(link, technique=step.technique, place=step.place)


def _blocked(routine: Routine) -> str:
    if routine.verdict.blocks:
        return " ".join([NOT_TODAY, *routine.verdict.reasons])
    return "" if routine.steps else NO_STEPS


def _words() -> dict[str, dict[str, str]]:
    entries = load().control.values()
    return {
        one.id.removeprefix(PREFIX): {"label": one.label, "help": one.help}
        for one in entries
        if one.id.startswith(PREFIX)
    }


def symbols_of(tracks: Sequence[Mapping[str, Any]]) -> str:
    """Return the hands that movements use, as SVG symbols."""
    used = {
        contact
        for one in tracks
        for hand in (one["r"], one["l"])
        if hand is not None
        for contact in hand["c"]
    }
    parts = hand_symbols().split("<symbol ")[1:]
    kept = [part for part in parts if any(part.startswith(f'id="gh-hand-{c}"') for c in used)]
    return "".join(f"<symbol {part}" for part in kept)
