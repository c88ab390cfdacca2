"""What a learner asks for at one step of the list, done and said in one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from helpers.content import load
from helpers.session import Session, StepEdit

from .editing import (
    Edits,
    firmer,
    lengthen,
    lighten,
    lock,
    move,
    remove,
    shorten,
)


@frozen(kw_only=True)
class Outcome:
    """The list after it, the step that it was about (or that is there now), and what to say."""

    edits: Edits
    chosen: int
    said: str


def act(edits: Sequence[StepEdit], wish: str, row: int, to: int, session: Session) -> Outcome:
    """Do what is asked for at a row, and return what came of it.

    ``wish`` is one of up, down, move (to an index), shorter, longer, lighter, firmer, lock (which
    also unlocks) and remove.

    Raises
    ------
    SessionError
        Where it is not possible; the message is one plain sentence.
    """
    name = load().technique[edits[row].technique].plain
    if wish in ("up", "down", "move"):
        goal = {"up": row - 1, "down": row + 1}.get(wish, to)
        return _moved(edits, row, min(max(goal, 0), len(edits) - 1), name)
    if wish == "remove":
        left = remove(edits, row)
        said = f"Removed: {name}. {len(left)} steps are left."
        return Outcome(edits=left, chosen=-1, said=said)
    if wish == "lock":
        locked = not edits[row].locked
        said = f"Step {row + 1} is {'locked' if locked else 'not locked any more'}."
        return Outcome(edits=lock(edits, row, locked), chosen=row, said=said)
    if wish in ("shorter", "longer"):
        changed = (shorten if wish == "shorter" else lengthen)(edits, row)
        said = f"Step {row + 1} takes {changed[row].seconds} seconds now."
    else:
        changed = lighten(edits, row) if wish == "lighter" else firmer(edits, row, session)
        said = f"Step {row + 1} is at level {changed[row].level} now."
    return Outcome(edits=changed, chosen=row, said=said)


def _moved(edits: Sequence[StepEdit], row: int, goal: int, name: str) -> Outcome:
    result = move(edits, row, goal)
    at = next(index for index, edit in enumerate(result) if edit is edits[row])
    said = f"{name} is step {at + 1} of {len(result)} now."
    if at == row:
        said = f"{name} stays step {at + 1}: it cannot move further that way."
    return Outcome(edits=result, chosen=at, said=said)
