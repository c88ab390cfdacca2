"""A picture as a file beside the notebook, for where widgets do not run.

An untrusted notebook, a web viewer and a saved HTML page show no widget. For them every output also
has a line of HTML that names the picture's file, with all of its words as alternative text.
``make notebooks`` writes the files; nothing else does.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from attrs import frozen

from helpers.diagrams.style import SCOPE, color
from helpers.diagrams.svg import escape

FOLDER = "pictures"
"""Where the files lie, beside the notebooks."""

_COLOUR = re.compile(r"var\(--gh-[a-z0-9-]+, ?(#[0-9a-f]{6})\)")
_PLACE = re.compile(r'<g (?:id="(?:gh-)?moving"|data-moving="")(?:/>|></g>)')

_SCREEN = re.compile(r' (?:class|style|aria-hidden)="[^"]*"')


@frozen
class Drawn:
    """What a widget draws now: SVG text as a `Stage` has it, and its words."""

    still: str
    moving: str
    name: str
    description: str
    width: int = 640
    """The greatest width on the screen, px."""

    @property
    def file(self) -> str:
        """The name of its file: always the same for the same drawing."""
        digest = hashlib.sha256(f"{self.still}\n{self.moving}".encode()).hexdigest()
        return f"{digest[:12]}.svg"

    @property
    def words(self) -> str:
        """All of it in words, on one line."""
        return " ".join(f"{self.name.rstrip('.')}. {self.description}".split())

    def svg(self) -> str:
        """Return the whole picture in its light colours, as a file of its own."""
        whole = self.still
        if self.moving:
            whole, found = _PLACE.subn(lambda _: self.moving, whole, count=1)
            if not found:
                whole = whole.replace("</svg>", f"{self.moving}</svg>")
        whole = _COLOUR.sub(r"\1", whole)
        paper = f'class="{SCOPE[1:]}" style="background:{color("paper")};font-family:sans-serif"'
        head, rest = whole.split(">", 1)
        return f"{_SCREEN.sub('', head)} {paper}>{rest}\n"


def html(pictures: Iterable[Drawn]) -> str:
    """Return one figure for each picture."""
    return "\n".join(
        f'<figure><img src="{FOLDER}/{one.file}" width="{one.width}" alt="{escape(one.words)}">'
        f"<figcaption>{escape(one.name)}</figcaption></figure>"
        for one in pictures
    )
