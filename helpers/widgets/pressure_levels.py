"""The two pressure scales as one card each: what the giver does, what the receiver says."""

from __future__ import annotations

from helpers.content import load

from .controls import Card, Row


def pressure_card() -> Row:
    """Return the giver's scale, the receiver's scale, and what to say, side by side."""
    content = load()
    steps = [
        f"Level {step.level}, {step.name}: {step.feels}{'' if step.taught else ' Not taught here.'}"
        for step in content.pressure.values()
    ]
    bands = [
        f"{band.lo if band.lo == band.hi else f'{band.lo} to {band.hi}'}: {band.feels} {band.do}"
        for band in content.comfort.values()
    ]
    scripts = [f"“{script.say}” {script.when}" for script in content.script.values()]
    return Row(
        [
            Card("Your scale, 1 to 5", bullets=steps),
            Card("Their scale, 0 to 10", bullets=bands),
            Card("What to say, and when", bullets=scripts, tone="note"),
        ]
    )
