"""How a phrase of the content is put inside a sentence."""

from __future__ import annotations


def small(text: str) -> str:
    """Return a phrase with a small first letter, except for "I" and names such as C7 or TENS."""
    return text if text[:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]
