"""The printed card: one page with the whole massage, as PDF or PNG."""

from __future__ import annotations

import io
from typing import Final

import matplotlib
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from helpers.planner import routine_for
from helpers.session import Session

from .card_page import Page, compose
from .card_text import card_text

PAPERS: Final = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
"""Width and height, pt."""

PNG_DPI: Final = 150


def card_page(session: Session, paper: str = "a4") -> Page:
    """Return the card of a session's massage, laid out.

    Raises
    ------
    ValueError
        When there is no such paper.
    """
    if paper not in PAPERS:
        raise ValueError(f"There is no paper {paper!r}; there are {', '.join(PAPERS)}.")
    return compose(card_text(routine_for(session), session), PAPERS[paper])


def card_pdf(session: Session, paper: str = "a4") -> bytes:
    """Return the card as PDF; the same session gives the same bytes."""
    page = card_page(session, paper)
    known = {"Title": page.text.title, "Creator": "Good Hands", "CreationDate": None}
    return _saved(page, "pdf", 72, known)


def card_png(session: Session, paper: str = "a4") -> bytes:
    """Return the card as a picture of 150 dots to the inch, on white."""
    return _saved(card_page(session, paper), "png", PNG_DPI, {"Software": None})


def _saved(page: Page, kind: str, dpi: int, metadata: dict[str, str | None]) -> bytes:
    width, height = page.paper
    figure = Figure(figsize=(width / 72, height / 72), facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set_axis_off()
    axes.set_autoscale_on(False)
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    page.draw(axes)
    out = io.BytesIO()
    # Type 42: the fonts go into the PDF whole, so that its text can be searched and read out.
    with matplotlib.rc_context({"pdf.fonttype": 42}):
        figure.savefig(out, format=kind, dpi=dpi, metadata=metadata, facecolor="white")
    return out.getvalue()
