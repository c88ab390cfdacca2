"""The still pictures of the lessons, each in one call."""

from __future__ import annotations

from helpers.diagrams import Still, back_picture


def back_map(size: str = "reference") -> Still:
    """Return the map of the back: regions, bones, landmarks and the places to keep off."""
    return back_picture(name="The back, and where to keep off", size=size)
