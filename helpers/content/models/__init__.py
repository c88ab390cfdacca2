"""Typed models of the files in ``content/``: one module per subject, no behaviour beyond checks."""
