"""From a Figure to SVG text: small, the same bytes every time, colours as CSS variables."""

from __future__ import annotations

import io
import re
from typing import Any, Final

import matplotlib as mpl
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from . import style

_RC: Final[dict[Any, Any]] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "good-hands",
    "path.simplify": False,
}
_HEX: Final = {token.light: token.css for token in style.COLORS.values()}
_COLOR: Final = re.compile("|".join(_HEX))
_LONG_NUMBER: Final = re.compile(r"(?<=\.\d)(?<!opacity: \d\.\d)\d+")
"""Tenths of a px are enough; labels never have more than one decimal."""
_NOISE: Final = re.compile(
    r'font-family: [^;"]*;? ?|text-anchor: start;? ?|; stroke-linejoin: miter'
    r'|stroke-linejoin: miter;? ?|; (?=")'
)
_UNTURNED: Final = re.compile(r' transform="rotate\(-0 [^"]*"')
_GAPS: Final = {
    " \nL ": "L", " \nC ": "C", " \nQ ": "Q", " \nz": "z", ' \n"': '"', '\n"': '"', '"M ': '"M',
    "\nM ": "\nM",
}  # fmt: skip
"""How the ways of paths get shorter; plain texts, as patterns take far longer here."""
_BODY: Final = re.compile(r"</defs>(.*)</svg>", re.S)
_GROUP: Final = re.compile(r'<g id="(?!gh-)[^"]*">')
_INSIDE: Final = re.compile(r'<g>(?:<g>(.*)</g>|<g id="axes_1"/>)</g>', re.S)
_GAP: Final = re.compile(r">\s+<")

MOVING: Final = "gh-moving"
"""Id of the group that is drawn anew while the rest of a picture stays."""
NOTHING_MOVES: Final = f'<g id="{MOVING}"></g>'
"""That group in a still picture, for what moves to come in its place."""


def svg(fig: Figure, *, title: str = "", prefix: str = "") -> str:
    """Return the figure as one SVG element for a page.

    ``title`` names it for screen readers (leave it out when the element around it has the name);
    ``prefix`` goes before each id, so that several pictures fit on one page. The colours need the
    text of ``style.css()`` once somewhere; without it the light values show.
    """
    return wrap(fragment(fig), _size(fig), title=title, prefix=prefix)


def wrap(content: str, size: tuple[int, int], *, title: str = "", prefix: str = "") -> str:
    """Return an SVG element around the groups of one or more pictures of the same size (px)."""
    width, height = size
    name = 'aria-hidden="true"'
    head = ""
    if title:
        label = f"{prefix}gh-title"
        name = f'role="img" aria-labelledby="{label}"'
        head = f'<title id="{label}">{escape(title)}</title>'
    if prefix:
        content = content.replace('id="gh-', f'id="{prefix}gh-')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{style.SCOPE[1:]}" '
        f'viewBox="0 0 {width} {height}" width="{width}" {name} '
        'style="max-width:100%;height:auto" stroke-linejoin="round">'
        f"{head}{content}</svg>"
    )


def fragment(fig: Figure) -> str:
    """Return only the groups inside the SVG, colours as CSS variables and text as text."""
    buffer = io.StringIO()
    with mpl.rc_context(_RC):
        FigureCanvasSVG(fig).print_svg(  # type: ignore[no-untyped-call]
            buffer, metadata={"Date": None, "Creator": None, "Format": None, "Type": None}
        )
    match = _BODY.search(buffer.getvalue())
    assert match, "matplotlib writes its style definitions first"
    return _tidy(match.group(1))


def inside(fig: Figure) -> str:
    """Return what is drawn on the one Axes of a figure, without the groups of figure and Axes."""
    match = _INSIDE.fullmatch(fragment(fig))
    assert match, "matplotlib writes a group for the figure and one for its Axes"
    return match.group(1) or ""


def still(fig: Figure) -> str:
    """Return the figure as one SVG element, with an empty group ``gh-moving`` on top of it."""
    return wrap(fragment(fig) + NOTHING_MOVES, _size(fig))


def moving(fig: Figure) -> str:
    """Return what is drawn on the figure as the group ``gh-moving``."""
    return f'<g id="{MOVING}">{fragment(fig)}</g>'


def _size(fig: Figure) -> tuple[int, int]:
    width, height = fig.get_size_inches()
    return round(width * 72), round(height * 72)


def escape(text: str) -> str:
    """Return text that is safe inside an element or an attribute."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def _tidy(text: str) -> str:
    text = _COLOR.sub(lambda m: _HEX[m.group()], text)
    for wide, narrow in _GAPS.items():
        text = text.replace(wide, narrow)
    text = _NOISE.sub("", text)
    text = _UNTURNED.sub("", text)
    text = _GROUP.sub("<g>", text)
    text = _LONG_NUMBER.sub("", text)
    text = _GAP.sub("><", text)
    for _ in range(4):
        text = text.replace("<g></g>", "")
    return text.strip()
