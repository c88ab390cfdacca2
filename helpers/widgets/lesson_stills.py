"""The pictures of the lessons that nothing moves, each in one call."""

from __future__ import annotations

from helpers.diagrams import back_picture, svg
from helpers.diagrams.contacts_chart import contacts_page, describe_contacts, draw_contacts
from helpers.stage import Stage


def keep_off_map(size: str = "reference") -> Stage:
    """Return the map of the places where nobody should press."""
    made = back_picture(name="Where to keep off", size=size, show=("bones", "zones"))
    return Stage(made.svg, name=made.name, description=made.description, caption=made.name)


def contacts_chart() -> Stage:
    """Return the chart of what may touch: to scale, how firm at most, what for."""
    with contacts_page() as (figure, axes):
        draw_contacts(axes)
        return Stage(
            svg(figure), name="What touches, and how much of it",
            description=describe_contacts(), opens="left",
        )  # fmt: skip
