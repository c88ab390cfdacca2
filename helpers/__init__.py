"""Good Hands: plan, draw and play a safe back massage.

Import what you need from the rooms (``helpers.content``, ``helpers.widgets`` …);
this file imports next to nothing, so that a notebook pays only for what it uses.
"""

import logging
import sys

if sys.platform == "emscripten":
    # In a browser every kernel starts without matplotlib's list of fonts, and it says so each time,
    # in red and in the middle of the lesson.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

__version__ = "0.1.0"
