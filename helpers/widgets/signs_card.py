"""The stop signs of a session as cards: call for help, stop, go lighter."""

from __future__ import annotations

from helpers.content import load
from helpers.diagrams.comfort import comfort_page, describe_comfort, draw_comfort
from helpers.diagrams.still import Still
from helpers.diagrams.svg import svg

from .controls import Card, Panel, Row

GROUPS = (
    ("Stop, and be ready to call for help", ("EMERGENCY",), "stop"),
    ("Stop what you are doing", ("STOP_SEE", "POSTPONE", "SKIP_AREA"), "warning"),
    ("Go lighter, and ask", ("MODIFY", "LIGHT_ONLY"), "note"),
)
"""Heading, action codes and tone of each card."""


def stop_signs() -> Panel:
    """Return all signs that a giver may notice during a session, the most urgent first."""
    signs = load().sign.values()
    urgent, *others = (
        Card(
            heading,
            bullets=[f"{one.sign} {one.do}" for one in signs if one.action in actions],
            tone=tone,
        )
        for heading, actions, tone in GROUPS
    )
    return Panel(urgent, below=Row(others), name="Signs that mean stop")


def comfort_scale() -> Still:
    """Return the receiver's scale from 0 to 10 as a picture."""
    with comfort_page() as (fig, ax):
        draw_comfort(ax)
        return Still(svg(fig), "Their scale, 0 to 10", describe_comfort())
