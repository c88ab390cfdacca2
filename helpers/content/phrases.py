"""How a phrase of the content is put inside a sentence."""

from __future__ import annotations

import re
from typing import Final

_KEPT: Final = re.compile(r"I\b|.[A-Z0-9]")


def small(text: str) -> str:
    """Return a phrase with a small first letter, except for "I" and names such as C7 or TENS."""
    return text if _KEPT.match(text) else text[:1].lower() + text[1:]
