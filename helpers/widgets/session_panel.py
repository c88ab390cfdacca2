"""The base of every planner: controls that change the session which all lessons share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import ipywidgets
from attrs import frozen

from helpers.session import Session, SessionError, Store, current

from .controls import History, Panel
from .controls_panel import Widgets, listed

Read = Callable[[Session], Any]
Write = Callable[[Any], Mapping[str, Any]]


@frozen(eq=False)
class _Bond:
    """A control and the part of the session that it shows and changes."""

    control: Any
    read: Read
    write: Write
    trait: str


class SessionPanel(Panel):
    """A panel whose controls read and change the shared session.

    A subclass calls ``super().__init__``, makes its controls from ``self.session``, ties each to
    the session by :meth:`bind`, and puts everything in place by :meth:`compose`. Whenever the
    session changes, here or in another notebook, the controls follow, and then :meth:`show` is
    called to draw anew.

    Parameters
    ----------
    owner
        A short name of the planner's own. Undo, redo and reset work on its own changes only.
    fields
        The fields of the session that "Reset" gives their usual values; "prepare.oil" names a
        piece of a field.
    store
        Where the session is; the one that all lessons share when left out.
    """

    def __init__(self, owner: str, fields: Iterable[str], store: Store | None = None) -> None:
        ipywidgets.Box.__init__(self)
        self.owner = owner
        self.store = current() if store is None else store
        self.fields = tuple(fields)
        self.name = ""
        self._bonds: list[_Bond] = []
        self._following = False
        self._acting = False
        """Whether what changes now is changed here, and not in another cell or lesson."""
        self.history = History("Your changes", self._act)

    @property
    def session(self) -> Session:
        """The latest session."""
        return self.store.session

    def bind(self, control: Any, read: Read, write: Write, trait: str = "value") -> None:
        """Tie a control to the session, both ways.

        ``read`` returns the control's value for a session; ``write`` returns the session's changes
        for a value, and may look at ``self.session`` for the rest.
        """
        bond = _Bond(control, read, write, trait)
        self._bonds.append(bond)
        control.observe(lambda change: self._moved(bond, change["new"]), names=trait)

    def compose(
        self, controls: Widgets, picture: Widgets = (), below: Widgets = (), *, name: str
    ) -> None:
        """Put controls, picture and the rest in place; the history comes below the controls."""
        self.history.label = f"Your changes: {name}"
        self.arrange([*listed(controls), self.history], picture, below, name=name)
        self.store.observe(self.owner, self._changed)

    def show(self) -> None:
        """Draw what depends on ``self.session`` anew."""

    def change(self, wish: Mapping[str, Any] | Callable[[Session], Mapping[str, Any]]) -> bool:
        """Change the session; returns whether that was possible, and says why where it was not."""
        return self._tried(lambda: self.store.change(self.owner, wish))

    def reset(self) -> None:
        """Give the planner's fields their usual values."""
        self.store.reset(self.owner, self.fields)

    # --- inside -------------------------------------------------------------------------------

    def _tried(self, act: Callable[[], object]) -> bool:
        self._acting = True
        try:
            act()
        except SessionError as error:
            self._tell(str(error))
            self._follow()
            return False
        finally:
            self._acting = False
        self._tell(self.store.trouble)
        return True

    def _tell(self, problem: str) -> None:
        self.history.update(
            undo=self.store.can_undo(self.owner),
            redo=self.store.can_redo(self.owner),
            said="; ".join(self.store.said(self.owner)),
            problem=problem,
        )

    def _moved(self, bond: _Bond, value: Any) -> None:
        if not self._following:
            self.change(lambda _latest: bond.write(value))

    def _changed(self, old: Session, new: Session) -> None:
        self._follow()
        self.show()

    def _follow(self) -> None:
        """Give every control the value that the session has."""
        self._following = True
        try:
            for bond in self._bonds:
                value = bond.read(self.session)
                if getattr(bond.control, bond.trait) != value:
                    setattr(bond.control, bond.trait, value)
        finally:
            self._following = False

    def _act(self, action: str) -> None:
        if action == "seen":
            self.store.refresh()
            return
        acts: dict[str, Callable[[], object]] = {
            "undo": lambda: self.store.undo(self.owner),
            "redo": lambda: self.store.redo(self.owner),
            "reset": self.reset,
        }
        self._tried(acts[action])
