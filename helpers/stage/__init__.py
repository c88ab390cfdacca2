"""The one picture element of the series, and the base that all our widgets share."""

from helpers.stage.bundle import DOM, bundle
from helpers.stage.drawn import Drawn
from helpers.stage.element import Element, ElementError, PlainText
from helpers.stage.layouts import is_shown, layout, set_shown
from helpers.stage.stage import Stage

__all__ = [
    "DOM",
    "Drawn",
    "Element",
    "ElementError",
    "PlainText",
    "Stage",
    "bundle",
    "is_shown",
    "layout",
    "set_shown",
]
