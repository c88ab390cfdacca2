"""The errors of the session: something about the learner's choices is not possible."""

from __future__ import annotations


class SessionError(ValueError):
    """A choice that is not possible; the message is one plain sentence for the learner."""


class NewerSessionError(SessionError):
    """A session that a newer version of the course has saved; it is fine, but not for us."""
