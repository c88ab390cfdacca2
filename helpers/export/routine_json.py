"""The routine as a file for other programs: JSON, described by ``routine.schema.json``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from helpers.content import load
from helpers.planner import routine_for
from helpers.routine import Routine, Step
from helpers.session import Session

FORMAT: Final = "good-hands-routine"
VERSION: Final = 1
SCHEMA: Final = Path(__file__).with_name("routine.schema.json")
"""The schema of the file, in JSON Schema's own language."""


def routine_json(session: Session) -> str:
    """Return the routine of a session as JSON text; the same session gives the same text."""
    table = _routine(routine_for(session))
    return json.dumps(table, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _routine(routine: Routine) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "minutes": routine.minutes if routine.steps else 0,
        "seconds": routine.seconds,
        "position": routine.position,
        "body_size": routine.size,
        "breaths_per_minute": routine.breaths_per_minute,
        "stopped": routine.verdict.blocks,
        "reasons": list(routine.verdict.reasons),
        "open_questions": routine.verdict.open,
        "notes": list(routine.notes),
        "steps": [_step(number, step) for number, step in enumerate(routine.steps, start=1)],
    }


def _step(number: int, step: Step) -> dict[str, Any]:
    technique = load().technique[step.technique]
    place = next(place.name for place in technique.place if place.id == step.place)
    return {
        "number": number,
        "phase": {"id": step.phase, "name": load().phase[step.phase].name},
        "stroke": {"id": step.technique, "name": technique.plain},
        "place": {"id": step.place, "name": place},
        "side": step.side,
        "spot": None if step.spot is None else step.spot + 1,
        "level": step.level,
        "start": step.start,
        "seconds": step.seconds,
        "passes": step.passes,
        "ask_for_a_number": step.check_in,
        "cue": step.cue,
        "note": step.note,
    }
