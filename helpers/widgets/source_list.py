"""Where something comes from: the works that a reader can look up, behind a line that opens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from traitlets import Tuple

from helpers.content.models.common import Source
from helpers.stage import Element

from .controls_files import script, style
from .sources import remarks, works


class SourceList(Element):
    """The citable works behind ``sources``, with their addresses, and what else is to be said."""

    _esm = script("claim_cards_parts", "source_list")
    _css = style("source_list")

    works: Any = Tuple().tag(sync=True)
    remarks: Any = Tuple().tag(sync=True)

    def __init__(self, sources: Iterable[Source], **traits: Any) -> None:
        listed = tuple(sources)
        super().__init__(works=works(listed), remarks=remarks(listed), **traits)

    def text(self) -> str:
        """Return the works and remarks."""
        lines = [f"{text} {address}".strip() for text, address in self.works]
        return "\n".join(["Where this comes from:", *(f"- {x}" for x in [*lines, *self.remarks])])
