"""The one error of the session: something about the learner's choices is not possible."""

from __future__ import annotations


class SessionError(ValueError):
    """A choice that is not possible; the message is one plain sentence for the learner."""
