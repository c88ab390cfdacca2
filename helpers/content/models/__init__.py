"""Typed models of the files in ``content/``: one module per subject, no behaviour beyond checks.

An entry is read once and is equal only to itself (``eq=False``): comparing and hashing by value
would never be used, and making them takes a fifth of the time of importing the helpers.
"""
