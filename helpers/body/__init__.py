"""The back in centimetres: outlines, bones, muscles, zones, and the level allowed at each point."""

from .back import Back, back
from .limits import Cap, Limits, Skip
from .places import Looked

__all__ = ["Back", "Cap", "Limits", "Looked", "Skip", "back"]
