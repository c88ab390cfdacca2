"""What one planner has changed and taken back: the steps of its undo and redo."""

from __future__ import annotations

from attrs import Factory, define, evolve, frozen

from .difference import Pieces

ONE_MOVE = 1.0
"""Changes of the same pieces that come so close together are one step to undo, s."""

MOST_STEPS = 100
"""So many steps can be undone."""


@frozen
class Done:
    """One change: the pieces before and after, and when it was made (s, any clock)."""

    before: Pieces
    after: Pieces
    at: float


@define
class Past:
    """The steps that were done and those that were taken back, oldest first.

    ``said`` is what the last of them did, in sentences.
    """

    done: list[Done] = Factory(list)
    undone: list[Done] = Factory(list)
    said: tuple[str, ...] = ()

    def add(self, change: Done) -> bool:
        """Keep a change; returns whether it is one move with the change before it."""
        self.undone.clear()
        last = self.done[-1] if self.done else None
        if last and last.after.keys() == change.after.keys() and change.at - last.at < ONE_MOVE:
            self.done[-1] = evolve(change, before=last.before)
            return True
        self.done.append(change)
        del self.done[:-MOST_STEPS]
        return False

    def settle(self) -> None:
        """End the last step: what comes next is never one move with it."""
        if self.done:
            self.done[-1] = evolve(self.done[-1], at=-ONE_MOVE)

    def next(self, *, back: bool) -> Done | None:
        """Return the step that undo (``back``) or redo would take; None: there is none."""
        steps = self.done if back else self.undone
        return steps[-1] if steps else None

    def took(self, *, back: bool) -> None:
        """Note that the step of :meth:`next` was taken; it is never one move with what comes."""
        source, target = (self.done, self.undone) if back else (self.undone, self.done)
        target.append(evolve(source.pop(), at=-ONE_MOVE))
