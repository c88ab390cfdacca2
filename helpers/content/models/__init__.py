"""Typed models of the files in ``content/``: one module per subject, no behaviour beyond checks.

An entry is read once and equals only itself, and all are shown by one method (``eq=False,
repr=False``): code of its own for each model would be a quarter of importing the helpers.
"""
