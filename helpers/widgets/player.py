"""The player of the shared session."""

from __future__ import annotations

from helpers.planner import routine_for
from helpers.player import RoutinePlayer
from helpers.session import Session, Store, current


class Player(RoutinePlayer):
    """Plays the session's routine.

    When the session changes, the player offers the new plan and goes on with what it has, so that
    nothing is drawn at every move of a slider, and nobody is interrupted in a massage.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.store = current() if store is None else store
        self._shown = routine_for(self.store.session)
        super().__init__(self._shown, on_renew=self.renew)
        self.store.observe("player", self._changed)

    def renew(self) -> None:
        """Take the plan of the present session."""
        self._shown = routine_for(self.store.session)
        self.play(self._shown)

    def _changed(self, old: Session, new: Session) -> None:
        # The plans that were made last are kept, so this costs next to nothing.
        self.update(stale=routine_for(new) is not self._shown)
