"""What the lesson on getting ready shows beside its planners: positions, the giver's body."""

from __future__ import annotations

from attrs import evolve

from helpers.content import load
from helpers.diagrams import describe_setup, setup_svg
from helpers.session import Session
from helpers.stage import Stage

from .controls import Card, Row


def setup_of(position: str, place: str) -> Stage:
    """Return the usual set-up of a position at a place, from above.

    Raises
    ------
    SessionError
        When there is no such position or place.
    """
    usual = Session()
    session = usual.changed(position=position, prepare=evolve(usual.prepare, place=place))
    content = load()
    name = f"{content.setting[place].name}, {content.posture[position].name.lower()}, from above"
    return Stage(
        setup_svg(session),
        name=name,
        description=describe_setup(session),
        caption=content.posture[position].what,
        width=560,
    )


def giver_care() -> Row:
    """Return how to spare your own hands and back, one card for each rule."""
    return Row(Card(one.name, [one.rule, one.why]) for one in load().care.values())
