"""Builds the notebooks: runs them, and writes outputs and widgets back in the same bytes."""

from tools.notebooks.build import BuildError, Built, build

__all__ = ["BuildError", "Built", "build"]
