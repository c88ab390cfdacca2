"""The still pictures of the lessons, each in one call."""

from __future__ import annotations

from helpers.diagrams import Still, back_picture


def keep_off_map(size: str = "reference") -> Still:
    """Return the map of the places where nobody should press."""
    return back_picture(name="Where to keep off", size=size, show=("bones", "zones"))
