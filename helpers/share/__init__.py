"""What leaves this computer when the learner wants it: a plan as a short code, and links."""

from .places import NOT_SET, Published, here, published, written

__all__ = ["NOT_SET", "Published", "here", "published", "written"]
