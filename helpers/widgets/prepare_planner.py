"""The planner of getting ready: where, how they lie, what supports them, what is at hand, when."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from helpers.content import load
from helpers.content.phrases import small
from helpers.diagrams import describe_setup, setup_summary, setup_svg
from helpers.planner.preparing import (
    clock,
    countdown,
    height_words,
    minutes_words,
    missing,
    needs,
    pillows_of,
    pillows_used,
    room_words,
    setting_of,
    with_pillows,
    with_place,
    with_position,
)
from helpers.session import POSITIONS, Session, Store
from helpers.stage import Stage, set_shown

from .controls import Card, Checklist, Choice, Row, Slider
from .session_panel import SessionPanel
from .words import control

FIELDS = (
    "position", "minutes", "prepare.place", "prepare.pillows_out", "prepare.rest", "prepare.start",
    "prepare.room_c", "prepare.hand", "prepare.giver_cm", "prepare.ready",
)  # fmt: skip
STARTS = range(7 * 60, 23 * 60 + 1, 30)
"""The times to start that can be chosen, in minutes after midnight."""

HANDS = [("right", "Right"), ("left", "Left")]
RESTS = [("stay", "They stay as they are"), ("face_up", "They turn on the back")]
ALL_READY = "Nothing is missing. Lay your hands down and begin."


class PreparePlanner(SessionPanel):
    """All that comes before the first stroke, with the set-up drawn to scale from above."""

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("prepare", FIELDS, store)
        self._showing = False
        self._drawn: dict[Stage, object] = {}
        session = self.session
        prepare = session.prepare
        content = load()
        places = [(one.id, one.name) for one in content.setting.values()]
        self.place = Choice(**control("prepare-place"), options=places, value=prepare.place)
        positions = [(one, content.posture[one].name) for one in POSITIONS]
        self.position = Choice(
            **control("prepare-position"), options=positions, value=session.position
        )
        self.pillows = Checklist(**control("prepare-pillows"), **self._pillows(session))
        self.rest = Choice(**control("prepare-rest"), options=RESTS, value=prepare.rest)
        self.minutes = Slider(
            **control("minutes"), value=session.minutes, min=3, max=45, step=1, unit="minutes"
        )
        self.start = Choice(
            **control("prepare-start"), options=self._starts(session), value=str(prepare.start)
        )
        self.room = Slider(
            **control("prepare-room"), value=prepare.room_c, min=16, max=30, step=1, unit="°C"
        )
        self.hand = Choice(**control("prepare-hand"), options=HANDS, value=prepare.hand)
        self.height = Slider(
            **control("prepare-height"), value=prepare.giver_cm, min=140, max=210, step=1, unit="cm"
        )
        self.ready = Checklist(**control("prepare-ready"), **self._needs(session))
        self.stage = Stage(setup_svg(session), **self._words(session, resting=False))
        self.resting = Stage(setup_svg(session, resting=True), **self._words(session, resting=True))
        self.missing = Card("Still missing", speaks=True)
        self.setting = Card("This place", tone="note")
        self.when = Card("What to do when")
        self._tie()
        self.compose(
            controls=[
                self.place, self.position, self.pillows, self.rest, self.minutes, self.start,
                self.room, self.hand, self.height,
            ],
            picture=[self.stage, self.resting],
            below=[self.ready, Row([self.missing, self.setting, self.when])],
            name="Get everything ready",
        )  # fmt: skip
        self.show()

    def show(self) -> None:
        """Show what the session asks for now; the pictures only where they change."""
        session = self.session
        self._showing = True
        try:
            self.pillows.update(**self._pillows(session))
            self.ready.update(**self._needs(session))
        finally:
            self._showing = False
        # On a chair nobody turns round for the rest.
        set_shown(self.rest, session.position != "seated")
        self._draw(self.stage, session, resting=False)
        set_shown(self.resting, _turns(session))
        if _turns(session):
            self._draw(self.resting, session, resting=True)
        left = missing(session)
        self.missing.update(
            heading="Still missing" if left else "All ready",
            paragraphs=() if left else (ALL_READY,),
            bullets=left,
            tone="plain" if left else "note",
        )
        setting, posture = setting_of(session), load().posture[session.position]
        self.setting.update(
            heading=f"{setting.name}, {small(posture.name)}",
            paragraphs=(setting.suits, height_words(session), room_words(session)),
            bullets=(setting.watch, posture.watch, *minutes_words(session)),
        )
        self.when.update(bullets=tuple(f"{one.when}: {one.what}" for one in countdown(session)))

    # --- inside -------------------------------------------------------------------------------

    def _tie(self) -> None:
        def piece(name: str, control: Any, kind: Any) -> None:
            self.bind(
                control,
                lambda s: type(control.value)(getattr(s.prepare, name)),
                lambda v: {"prepare": evolve(self.session.prepare, **{name: kind(v)})},
            )

        self.bind(self.place, lambda s: s.prepare.place, lambda v: with_place(self.session, v))
        self.bind(self.position, lambda s: s.position, lambda v: with_position(self.session, v))
        self.bind(self.minutes, lambda s: s.minutes, lambda v: {"minutes": int(v)})
        piece("rest", self.rest, str)
        piece("room_c", self.room, float)
        piece("hand", self.hand, str)
        piece("giver_cm", self.height, int)
        self.bind(
            self.start,
            self._start,
            lambda v: {"prepare": evolve(self.session.prepare, start=int(v))},
        )
        self.pillows.observe(self._moved_pillows, names="value")
        self.ready.observe(self._moved_ready, names="value")

    def _start(self, session: Session) -> str:
        """Return the start; a time that another lesson or a link has set joins the list."""
        self.start.options = self._starts(session)
        return str(session.prepare.start)

    def _moved_pillows(self, change: dict[str, Any]) -> None:
        if not self._showing:
            self.change(lambda latest: with_pillows(latest, tuple(change["new"])))

    def _moved_ready(self, change: dict[str, Any]) -> None:
        if not self._showing:
            self.change(
                lambda latest: {"prepare": evolve(latest.prepare, ready=_ticked(latest, change))}
            )

    def _draw(self, stage: Stage, session: Session, *, resting: bool) -> None:
        prepare = session.prepare
        now = (
            session.position, prepare.place, prepare.pillows_out, prepare.hand, prepare.giver_cm,
            prepare.oil,
        )  # fmt: skip
        if self._drawn.get(stage) != now:
            self._drawn[stage] = now
            stage.update(
                still=setup_svg(session, resting=resting), **self._words(session, resting=resting)
            )

    def _words(self, session: Session, *, resting: bool) -> dict[str, Any]:
        name = "The rest afterwards, from above" if resting else "The set-up, from above"
        return {
            "name": name,
            "description": describe_setup(session, resting=resting),
            "summary": setup_summary(session, resting=resting),
        }

    def _pillows(self, session: Session) -> dict[str, Any]:
        return {
            "options": tuple((one.id, one.name, one.why) for one in pillows_of(session)),
            "value": tuple(one.id for one in pillows_used(session)),
        }

    def _needs(self, session: Session) -> dict[str, Any]:
        found = needs(session)
        options = [
            (one.id, f"{one.name}{' (if you like)' if one.optional else ''}", one.why)
            for one in found
        ]
        return {"options": tuple(options), "value": tuple(one.id for one in found if one.done)}

    def _starts(self, session: Session) -> tuple[tuple[str, str], ...]:
        times = sorted({*STARTS, session.prepare.start})
        return tuple((str(one), clock(one)) for one in times)


def _turns(session: Session) -> bool:
    """Return whether they lie on the back for the rest, which has a picture of its own."""
    return session.prepare.rest == "face_up" and session.position != "seated"


def _ticked(session: Session, change: dict[str, Any]) -> frozenset[str]:
    """Return what is ready: what is not in the list at present stays as it was."""
    shown = {one.id for one in needs(session)}
    return (session.prepare.ready - shown) | set(change["new"])
