"""Good Hands: plan, draw and play a safe back massage.

Import what you need from the rooms (``helpers.content``, ``helpers.widgets`` …);
this file imports nothing, so that a notebook pays only for what it uses.
"""

__version__ = "0.1.0"
