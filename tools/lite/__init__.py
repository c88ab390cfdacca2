"""Builds the browser-only site: lessons, helpers, and a Python that runs in the browser."""
