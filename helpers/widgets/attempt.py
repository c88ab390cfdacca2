"""One attempt at a plan: the list as it is, and the lists before it."""

from __future__ import annotations

from helpers.planner import Edits


class Attempt:
    """A list of steps with undo, redo and the way back to where it began."""

    def __init__(self, edits: Edits) -> None:
        self.edits = edits
        self._begun = edits
        self._past: list[Edits] = []
        self._undone: list[Edits] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return bool(self._undone)

    def change(self, edits: Edits) -> None:
        """Put another list in place; one that is the same changes nothing."""
        if edits != self.edits:
            self._past.append(self.edits)
            self._undone.clear()
            self.edits = edits

    def undo(self) -> None:
        """Take the last change back, if there is one."""
        if self._past:
            self._undone.append(self.edits)
            self.edits = self._past.pop()

    def redo(self) -> None:
        """Make the change again that was taken back last, if there is one."""
        if self._undone:
            self._past.append(self.edits)
            self.edits = self._undone.pop()

    def reset(self) -> None:
        """Go back to where it began; that can be undone as well."""
        self.change(self._begun)
