"""The stage: shows one SVG picture whose moving part can be swapped in place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from traitlets import Enum, Int, Unicode, validate

from helpers.diagrams.style import css
from helpers.stage.bundle import DOM, THEME, bundle, styles
from helpers.stage.drawn import Drawn
from helpers.stage.element import Element, ElementError, require_text

HERE = Path(__file__).parent
VIEW = (DOM, HERE / "svg_text.js", HERE / "stage_view.js")
STYLE = HERE / "stage.css"
"""The modules and the look of the stage, for an element that adds something to it."""


class Stage(Element):
    """A picture with a name and a description, of which one group can move.

    ``stage.update(moving=..., description=...)`` changes the picture and its words in one message;
    the browser then replaces the moving group alone.

    Parameters
    ----------
    still
        A whole SVG with a ``viewBox``: all that does not move. A group in it with the id
        ``gh-moving`` (or the attribute ``data-moving``) marks where the moving part belongs;
        without one it comes last, on top of the rest.
    moving
        One ``<g>…</g>``, or nothing. It may refer to ids in `still`, by ``<use href="#hand">``,
        say; its own ids may be the same as ids in `still`.
    name
        The accessible name: what the picture is, in a few words.
    description
        All that the picture shows, in words; a blank line begins a new paragraph. A reader opens
        it below the picture; it is never spoken by itself.
    caption
        Shown below the picture.
    summary
        What a screen reader says once the picture has stood still for a moment after a change;
        without one, nothing is said.
    tokens
        CSS that gives the colours named in the picture (``var(--gh-…)``) their values in both
        themes; that of `helpers.diagrams.style.css` unless said otherwise. (A ``<style>`` in the
        SVG itself is left out, because it would hold for the whole page.)
    width
        The greatest width on the screen, in px; the stage shrinks with the page.
    opens
        What is seen first of a picture that is wider than the page: its "middle", or its "left",
        where it is read from there.
    """

    _esm = bundle(*VIEW, HERE / "stage.js")
    _css = styles(THEME, STYLE)

    still = Unicode().tag(sync=True)
    moving = Unicode().tag(sync=True)
    name = Unicode().tag(sync=True)
    description = Unicode().tag(sync=True)
    caption = Unicode().tag(sync=True)
    summary = Unicode().tag(sync=True)
    tokens = Unicode().tag(sync=True)
    width = Int(640).tag(sync=True)
    opens = Enum(("middle", "left"), "middle").tag(sync=True)

    def __init__(
        self,
        still: str,
        moving: str = "",
        *,
        name: str,
        description: str,
        caption: str = "",
        summary: str = "",
        tokens: str | None = None,
        width: int = 640,
        opens: str = "middle",
        **traits: Any,
    ) -> None:
        super().__init__(
            still=_check_still(still),
            moving=_check_moving(moving),
            name=require_text(name, "The name of a picture"),
            description=require_text(description, "The description of a picture"),
            caption=caption,
            summary=summary,
            tokens=_check_tokens(css() if tokens is None else tokens),
            width=_check_width(width),
            opens=opens,
            **traits,
        )

    def text(self) -> str:
        """Return the name and the description."""
        return f"Stage: {self.name}\n\n{self.description}"

    def pictures(self) -> tuple[Drawn, ...]:
        """Return the picture as it is now."""
        return (Drawn(self.still, self.moving, self.name, self.description, self.width),)

    @validate("still", "moving", "name", "description", "tokens", "width")
    def _valid(self, proposal: Any) -> Any:
        return CHECKS[proposal["trait"].name](proposal["value"])


def _check_still(still: object) -> str:
    text = require_text(still, "The still part of a picture")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise ElementError(f"The still part of a picture is not sound XML: {error}.") from None
    if root.tag.rpartition("}")[2] != "svg":
        raise ElementError("The still part of a picture must be one <svg> element.")
    box = root.get("viewBox", "").replace(",", " ").split()
    if len(box) != 4 or not all(_is_number(part) for part in box):
        raise ElementError("The still part of a picture needs a viewBox of four numbers.")
    if float(box[2]) <= 0 or float(box[3]) <= 0:
        raise ElementError("The viewBox of a picture must have a width and a height.")
    return text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _check_moving(moving: object) -> str:
    # Looked at only from outside: this runs at every move of a slider.
    if not isinstance(moving, str):
        raise ElementError(f"The moving part of a picture must be text, not {moving!r}.")
    text = moving.strip()
    if text and not (re.match(r"<g[\s/>]", text) and text.endswith(("</g>", "/>"))):
        raise ElementError("The moving part of a picture must be one <g> element.")
    return text


def _check_tokens(tokens: object) -> str:
    if not isinstance(tokens, str):
        raise ElementError(f"The colours of a picture must be CSS text, not {tokens!r}.")
    if re.search(r"@import|url\(|\\|<", tokens):
        raise ElementError("The colours of a picture may not load or escape anything.")
    if tokens.count("{") != tokens.count("}"):
        raise ElementError("The colours of a picture need as many '}' as '{'.")
    return tokens


def _check_width(width: object) -> int:
    if not isinstance(width, int) or width < 100:
        raise ElementError(f"The width of a picture must be 100 px or more, not {width!r}.")
    return width


CHECKS = {
    "still": _check_still,
    "moving": _check_moving,
    "name": lambda value: require_text(value, "The name of a picture"),
    "description": lambda value: require_text(value, "The description of a picture"),
    "tokens": _check_tokens,
    "width": _check_width,
}
"""What each trait must fulfil, whenever it is set."""
