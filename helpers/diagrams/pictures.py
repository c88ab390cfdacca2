"""Ready-made pictures for notebooks: draw, describe and wrap in one call."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from helpers.body import back
from helpers.strokes.model import Stroke

from .about import place_of
from .back import SHOW, draw_back
from .canvas import BACK_MAP, sheet
from .curve import curve_page, draw_curve, draw_curve_mark
from .describe import describe_back, describe_pressure, describe_timeline
from .describe_stroke import describe_stroke
from .history import draw_history, history_page
from .moving import draw_stroke_picture
from .overview import draw_overview, overview_page
from .pressure import draw_pressure, pressure_page
from .setup import draw_setup, setup_view
from .setup_words import describe_setup
from .still import Still
from .stroke_back import stroke_view
from .svg import moving, svg
from .timeline import draw_timeline, timeline_page

if TYPE_CHECKING:
    from helpers.routine import Routine
    from helpers.session import LogEntry, Session


def back_picture(
    *,
    name: str = "The back",
    size: str = "reference",
    show: Collection[str] = SHOW,
    muscles: Collection[str] | None = None,
    zones: Collection[str] | None = None,
    chosen: Collection[str] = (),
) -> Still:
    """Return the back map as a picture with its words; the choices are those of ``draw_back``."""
    drawn = back_svg(size=size, show=show, muscles=muscles, zones=zones, chosen=chosen)
    words = describe_back(back(size), show=show, muscles=muscles, zones=zones, chosen=chosen)
    return Still(drawn, name, words)


def stroke_picture(stroke: Stroke) -> Still:
    """Return one stroke as a picture with its words."""
    body = back(stroke.size)
    entry, place = place_of(body, stroke.technique, stroke.place)
    with sheet(stroke_view(stroke.technique, stroke.place, body)) as (fig, ax):
        draw_stroke_picture(ax, stroke, body)
        name = f"{entry.plain}: {place.name}"
        return Still(svg(fig), name, describe_stroke(stroke, body))


def setup_svg(session: Session, *, resting: bool = False) -> str:
    """Return the SVG of the set-up from above; the choices are those of ``draw_setup``."""
    with sheet(setup_view(session, resting=resting)) as (fig, ax):
        draw_setup(ax, session, resting=resting)
        return svg(fig)


def setup_picture(session: Session, *, resting: bool = False) -> Still:
    """Return the set-up from above as a picture with its words."""
    name = "The rest afterwards, from above" if resting else "The set-up, from above"
    words = describe_setup(session, resting=resting)
    return Still(setup_svg(session, resting=resting), name, words)


def timeline_svg(routine: Routine) -> str:
    """Return the SVG of a routine's timeline."""
    with timeline_page(routine) as (fig, ax):
        draw_timeline(ax, routine)
        return svg(fig)


def curve_svg(routine: Routine, wrong: Collection[int] = ()) -> str:
    """Return the SVG of a whole routine's pressure, the steps with a mistake marked."""
    with curve_page() as (fig, ax):
        draw_curve(ax, routine, wrong)
        return svg(fig)


def curve_mark(routine: Routine, index: int) -> str:
    """Return the frame around one step as a group, to lie over ``curve_svg``."""
    with curve_page() as (fig, ax):
        draw_curve_mark(ax, routine, index)
        return moving(fig)


def history_svg(log: Sequence[LogEntry]) -> str:
    """Return the SVG of the log: the numbers and the minutes of the sessions."""
    with history_page() as (fig, ax):
        draw_history(ax, log)
        return svg(fig)


def overview_svg(routine: Routine) -> str:
    """Return the SVG of all strokes of a routine, part by part."""
    with overview_page(routine) as (fig, ax):
        draw_overview(ax, routine)
        return svg(fig)


def pressure_svg(subject: Routine | Stroke) -> str:
    """Return the SVG of pressure over time."""
    with pressure_page() as (fig, ax):
        draw_pressure(ax, subject)
        return svg(fig)


def back_svg(
    *,
    size: str = "reference",
    show: Collection[str] = SHOW,
    muscles: Collection[str] | None = None,
    zones: Collection[str] | None = None,
    chosen: Collection[str] = (),
    labels: bool = True,
) -> str:
    """Return the SVG of the back map; the choices are those of ``draw_back``."""
    with sheet(BACK_MAP) as (fig, ax):
        draw_back(
            ax, back(size), show=show, muscles=muscles, zones=zones, chosen=chosen, labels=labels
        )
        return svg(fig)


def timeline_picture(routine: Routine) -> Still:
    """Return the timeline of a routine as a picture with its words."""
    return Still(timeline_svg(routine), "Timeline of the massage", describe_timeline(routine))


def pressure_picture(subject: Routine | Stroke) -> Still:
    """Return pressure over time as a picture with its words."""
    return Still(pressure_svg(subject), "Pressure over time", describe_pressure(subject))
