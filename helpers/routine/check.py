"""The mistake spotter: run every rule over a routine, planned or edited by hand."""

from __future__ import annotations

from . import rules_frame, rules_hands, rules_place, rules_pressure, rules_spots
from .findings import Finding
from .model import Routine

RULES = (
    *rules_frame.RULES,
    *rules_pressure.RULES,
    *rules_spots.RULES,
    *rules_hands.RULES,
    *rules_place.RULES,
)
"""Every rule: a function of the routine that yields findings."""


def check(routine: Routine) -> tuple[Finding, ...]:
    """Return what is wrong with a routine: errors first, then advice, each in time order."""
    findings = [finding for rule in RULES for finding in rule(routine)]
    unique = dict.fromkeys(findings)
    return tuple(
        sorted(
            unique,
            key=lambda f: (f.severity != "error", -1 if f.step is None else f.step, f.rule),
        )
    )
