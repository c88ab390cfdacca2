"""A static picture in a notebook: inline SVG that follows the theme, caption, and its words."""

from __future__ import annotations

import hashlib
import re
from typing import Any
from urllib.parse import quote

from attrs import field, frozen

from . import style
from .svg import escape

WORDS_BELOW = "All of it in words follows below."
_VARIABLE = re.compile(r"var\(--gh-[a-z0-9-]+, ?(#[0-9a-f]{6})\)")


@frozen(eq=False, repr=False)
class Still:
    """A picture for a notebook's output.

    ``svg`` comes from ``helpers.diagrams.svg``; ``name`` says in a few words what it is;
    ``description`` says all that it shows and is what text-only readers get. Give two equal
    pictures on one page different values of ``key``.
    """

    svg: str
    name: str
    description: str
    caption: str = ""
    """Shown below the picture; without one, its name."""
    key: str = field(default="")
    width: int = 640
    """The greatest width on the screen, px."""

    def __repr__(self) -> str:
        """Return the picture in words: the same for the same picture."""
        return f"{self.name}\n{self.description}"

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, str]:
        """Return the picture for front ends: HTML with inline SVG, and plain text."""
        return {"text/html": self.html(), "text/plain": repr(self)}

    def html(self) -> str:
        """Return a figure element.

        An untrusted notebook's front end drops inline SVG and style sheets from HTML but keeps
        images: then the hidden part stays hidden, and the same picture shows as an image.
        """
        digest = hashlib.sha256(f"{self.key}{self.name}{self.svg}".encode()).hexdigest()[:8]
        mark = f"gh{digest}-"
        caption = f"<figcaption>{escape(self.caption or self.name)}</figcaption>"
        return (
            f"<style>{style.css()}{_CSS}</style>"
            f'<figure class="gh-still" role="group" style="max-width:{self.width}px">'
            f'<div class="gh-inline" hidden="hidden">{self._inline(mark)}</div>'
            f'<img class="gh-plain" alt="{escape(self._words())}" src="{self._image()}">'
            f"{caption}<details><summary>This picture in words</summary>"
            f"{_paragraphs(self.description)}</details></figure>"
        )

    def _inline(self, mark: str) -> str:
        """Return the SVG with a name for screen readers and ids of its own."""
        text = self.svg.replace('id="gh-', f'id="{mark}gh-').replace('aria-hidden="true"', "", 1)
        text = re.sub(r' role="img" aria-labelledby="[^"]*"|<title.*?</title>', "", text)
        start = text.index(">")
        label = (
            f' role="img" aria-labelledby="{mark}title {mark}desc">'
            f'<title id="{mark}title">{escape(self.name)}</title>'
            f'<desc id="{mark}desc">{escape(self.caption or WORDS_BELOW)}</desc>'
        )
        return text[:start].rstrip() + label + text[start + 1 :]

    def _words(self) -> str:
        """Return all of it in words, on one line."""
        return " ".join(f"{self.name.rstrip('.')}. {self.description}".split())

    def _image(self) -> str:
        """Return the picture in its light colours as a data address."""
        plain = _VARIABLE.sub(r"\1", self.svg)
        paper = f"background:{style.color('paper')};font-family:sans-serif;"
        plain = plain.replace('style="', f'style="{paper}', 1)
        return "data:image/svg+xml," + quote(plain, safe=" '=:;,/()-!*?&@+$")


_CSS = (
    ".gh-still{margin:0.5em 0}.gh-still .gh-inline[hidden]{display:block}.gh-plain{width:100%}"
    ".gh-still .gh-inline~.gh-plain{display:none}"
    ".gh-picture{background:var(--gh-paper);border-radius:6px;display:block;width:100%}"
    ".gh-still figcaption{margin:0.4em 0}"
)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
