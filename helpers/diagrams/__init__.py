"""Drawings: pure functions on an Axes, the same in words, and SVG for the page."""

from .anatomy import body_outline
from .answer import answer_picture
from .back import draw_back, draw_zones
from .breath import breath_moving, breath_still, describe_breath
from .canvas import BACK_MAP, View, chart, figure
from .curve import curve_page, describe_curve, draw_curve
from .describe import describe_back, describe_pressure, describe_timeline
from .describe_finish import describe_finish
from .describe_stroke import describe_stroke
from .ending import Ending
from .finish import finish_moving, finish_still
from .history import describe_history, draw_history, history_page
from .moving import draw_stroke_picture, moving_svg
from .overview import describe_overview, draw_overview, overview_page
from .pictures import (
    back_picture,
    back_svg,
    curve_mark,
    curve_svg,
    history_svg,
    overview_svg,
    pressure_picture,
    pressure_svg,
    setup_picture,
    setup_svg,
    stroke_picture,
    timeline_picture,
    timeline_svg,
)  # fmt: skip
from .pressure import draw_pressure, pressure_page
from .rising import describe_rising, rising_moving, rising_still
from .setup import draw_setup, setup_view
from .setup_words import describe_setup, setup_summary
from .still import Still
from .stroke import draw_stroke
from .stroke_back import draw_stroke_back, stroke_still, stroke_view
from .style import css
from .svg import fragment, svg
from .symbols import hand_symbols
from .timeline import clock, draw_timeline, timeline_key, timeline_page

__all__ = [
    "BACK_MAP",
    "Ending",
    "Still",
    "View",
    "answer_picture",
    "back_picture",
    "back_svg",
    "body_outline",
    "breath_moving",
    "breath_still",
    "chart",
    "clock",
    "css",
    "curve_mark",
    "curve_page",
    "curve_svg",
    "describe_back",
    "describe_breath",
    "describe_curve",
    "describe_finish",
    "describe_history",
    "describe_overview",
    "describe_pressure",
    "describe_rising",
    "describe_setup",
    "describe_stroke",
    "describe_timeline",
    "draw_back",
    "draw_curve",
    "draw_history",
    "draw_overview",
    "draw_pressure",
    "draw_setup",
    "draw_stroke",
    "draw_stroke_back",
    "draw_stroke_picture",
    "draw_timeline",
    "draw_zones",
    "figure",
    "finish_moving",
    "finish_still",
    "fragment",
    "hand_symbols",
    "history_page",
    "history_svg",
    "moving_svg",
    "overview_page",
    "overview_svg",
    "pressure_page",
    "pressure_picture",
    "pressure_svg",
    "rising_moving",
    "rising_still",
    "setup_picture",
    "setup_summary",
    "setup_svg",
    "setup_view",
    "stroke_picture",
    "stroke_still",
    "stroke_view",
    "svg",
    "timeline_key",
    "timeline_page",
    "timeline_picture",
    "timeline_svg",
]
