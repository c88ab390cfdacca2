"""What leaves this computer when the learner wants it: a plan as a short code, and links."""

from .code import LONGEST_IN_LINK, Received, decode, encode
from .parts import PRIVATE
from .places import NOT_SET, Published, arrived, here, published, written

__all__ = [
    "LONGEST_IN_LINK",
    "NOT_SET",
    "PRIVATE",
    "Published",
    "Received",
    "arrived",
    "decode",
    "encode",
    "here",
    "published",
    "written",
]
