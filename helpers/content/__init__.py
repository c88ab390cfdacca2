"""What is taught, as validated data: ``load()`` reads the TOML files of ``content/``."""

from .errors import ContentError, Problem
from .library import Content
from .loader import load

__all__ = ["Content", "ContentError", "Problem", "load"]
