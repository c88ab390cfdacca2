"""What a massage that was given changes about the next one: few rules, each said in a sentence."""

from __future__ import annotations

from typing import Any

from attrs import define, evolve, field, frozen

from helpers.content import load
from helpers.session import LEAST_MINUTES, MOST_ENTRIES, LogEntry, Session, Spot

from .explain import where
from .realize import routine_for
from .refit import replan
from .screening import length_of, screen

TOO_MUCH, HURTS, LITTLE = 6, 7, 3
"""Above 6 the pressure goes down, above 7 the place gets a rest, below 3 it may go up."""

GENTLE, FIRMEST = 2, 3
"""After something hurt, level 2 is the most; what is learned never goes above level 3."""

MORE_MINUTES, LONG = 5, 30
SAME_SPOT = 2.0
"""A spot of the log is a spot of the map where they are this near to each other, cm."""

AREA_NAMES = {
    "neck": "The neck",
    "low_back": "The low back",
    "sides": "The sides",
    "buttock": "The buttocks",
}
NOTHING = "Nothing changes: do it like this again."


@frozen(kw_only=True)
class Learnt:
    """The session for the next massage, and the sentences that say what changed and why."""

    session: Session
    said: tuple[str, ...]


def after(session: Session, entry: LogEntry) -> Session:
    """Return the session for the next massage, the entry at the end of its log."""
    return learn(session, entry).session


def learn(session: Session, entry: LogEntry) -> Learnt:
    """Return what a massage changes about the next one.

    The comfort rules come from evidence: above 6 one level lighter, above 7 the place is left
    alone, below 3 one level firmer if they asked for it and the safety answers allow it.
    """
    levels = [step.level for step in routine_for(session).steps]
    next_time = _Next(session, min(session.top_level, max(levels, default=session.top_level)))
    next_time.number(entry)
    next_time.wishes(entry)
    next_time.spots(entry)
    next_time.strokes(entry)
    return next_time.result(entry)


@define
class _Next:
    """The next session in the making."""

    session: Session
    felt: int
    """The firmest level that the massage had."""
    changes: dict[str, Any] = field(factory=dict)
    said: list[str] = field(factory=list)

    def now(self, name: str) -> Any:
        """Return a field as it is after the changes so far."""
        return self.changes.get(name, getattr(self.session, name))

    def set(self, sentence: str, **values: Any) -> None:
        """Change fields and say why; what is the same already is not said."""
        if any(self.now(name) != value for name, value in values.items()):
            self.changes.update(values)
            self.said.append(sentence)

    # --- rules --------------------------------------------------------------------------------

    def number(self, entry: LogEntry) -> None:
        """Follow the number: too much goes down, and what hurt gets a rest."""
        if entry.number is None or entry.number <= TOO_MUCH:
            return
        level = self.felt
        if entry.number > HURTS:
            lower = max(1, min(GENTLE, level - 1))
            self.set(
                f"They said {entry.number}, so it hurt: next time nothing is firmer than level "
                f"{lower}.",
                top_level=lower,
            )
            self._rest(entry)
        else:
            self.set(
                f"They said {entry.number}, the edge of too much: next time level "
                f"{max(1, level - 1)} is the firmest.",
                top_level=max(1, level - 1),
            )

    def _rest(self, entry: LogEntry) -> None:
        """Leave out the place where it hurt."""
        if entry.where in self.now("agreed"):
            self.set(
                f"{AREA_NAMES[entry.where]} will be left out. Ask again another day.",
                agreed=self.now("agreed") - {entry.where},
            )
        elif entry.where.startswith("spot-"):
            index = int(entry.where.removeprefix("spot-"))
            spots = self.session.spots
            if index < len(spots):
                self._without(spots[index])

    def _without(self, spot: Spot) -> None:
        left = tuple(one for one in self.now("spots") if one != spot)
        self.set(f"The spot {where(spot)} gets a rest: it is off your map.", spots=left)

    def wishes(self, entry: LogEntry) -> None:
        """Follow the wishes, within limits."""
        if "lighter" in entry.wishes and "top_level" not in self.changes:
            lower = max(1, self.felt - 1)
            self.set(f"They would like it lighter: level {lower} is the firmest.", top_level=lower)
        if "firmer" in entry.wishes:
            self._firmer(entry, self.felt)
        if "longer" in entry.wishes:
            self._longer()
        if "shorter" in entry.wishes:
            shorter = max(LEAST_MINUTES, length_of(self.session) - MORE_MINUTES)
            self.set(f"They would like less: {shorter} minutes next time.", minutes=shorter)

    def _longer(self) -> None:
        length, most = length_of(self.session), screen(self.session).minutes
        longer = min(most, max(length, min(LONG, length + MORE_MINUTES)))
        if longer > length:
            self.set(f"They would like more: {longer} minutes next time.", minutes=longer)
        elif length < LONG:
            self.said.append(
                f"They would like more, but their answers allow {most} minutes at most, so it "
                "stays there."
            )
        else:
            self.said.append(
                f"{length} minutes are long enough for a beginner's hands, so it stays there."
            )

    def _firmer(self, entry: LogEntry, level: int) -> None:
        if entry.number is None:
            self.said.append(
                "They would like it firmer, but there is no number. Ask for one next time; until "
                "then the pressure stays."
            )
        elif entry.number >= LITTLE:
            self.said.append(
                f"They would like it firmer, but {entry.number} is not below {LITTLE}, so the "
                "pressure stays."
            )
        elif level >= FIRMEST:
            self.said.append(f"Level {level} is the most without asking anew, so it stays there.")
        elif self.session.top_level > level or self._top(level + 1) <= level:
            self.said.append(
                f"This person's answers or this kind of session allow nothing above level {level}, "
                "so it stays there."
            )
        else:
            self.set(
                f"They said {entry.number} and would like it firmer: up to level {level + 1} next "
                "time.",
                top_level=level + 1,
            )

    def _top(self, level: int) -> int:
        return screen(self.session.changed(top_level=level)).limits.top_level

    def spots(self, entry: LogEntry) -> None:
        """Leave the spots that felt worse well alone."""
        for felt in entry.spots:
            if felt.feeling != "worse":
                continue
            for spot in self.now("spots"):
                near = abs(spot.x - felt.x) < SAME_SPOT and abs(spot.y - felt.y) < SAME_SPOT
                if near and spot.feel in ("tight", "tender"):
                    marked = evolve(spot, feel="pain")
                    spots = tuple(marked if one == spot else one for one in self.now("spots"))
                    self.set(
                        f"The spot {where(spot)} felt worse, so the next plan keeps well clear of "
                        "it. If it still hurts after two days, have it looked at.",
                        spots=spots,
                    )

    def strokes(self, entry: LogEntry) -> None:
        """Plan what they liked, and leave out what they did not like."""
        asked, out = self.now("asked"), self.now("left_out")
        content = load()
        if entry.disliked is not None:
            name = content.technique[entry.disliked].plain
            self.set(
                f"“{name}” is left out next time.",
                asked=asked - {entry.disliked},
                left_out=out | {entry.disliked},
            )
        if entry.liked is not None:
            asked, out = self.now("asked"), self.now("left_out")
            name = content.technique[entry.liked].plain
            self.set(
                f"“{name}” is asked for next time.",
                asked=asked | {entry.liked},
                left_out=out - {entry.liked},
            )

    def result(self, entry: LogEntry) -> Learnt:
        """Return the next session; an own list of steps follows, but for its locked steps."""
        said = list(self.said)
        changes = dict(self.changes)
        if changes and self.session.edits:
            fresh = self.session.changed(**changes)
            if any(edit.locked for edit in self.session.edits):
                changes["edits"] = replan(self.session.edits, fresh)
                said.append("Your list of steps is planned anew around the locked ones.")
            else:
                changes["edits"] = ()
                said.append("Your own list of steps makes way for a new plan.")
        log = (*self.session.log, entry)[-MOST_ENTRIES:]
        session = self.session.changed(**changes, log=log)
        return Learnt(session=session, said=tuple(said) or (NOTHING,))
