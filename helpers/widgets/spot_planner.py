"""The planner of the sore spots: where, how they feel, what to do, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import asdict, evolve

from helpers.content import load
from helpers.diagrams.body_map import place_name
from helpers.diagrams.spot_breath import NOTHING, describe_press, press_moving, press_still
from helpers.diagrams.spots_map import describe_spots, spots_moving, spots_still
from helpers.planner.spot_plan import SpotPlan, spot_plan
from helpers.session import MOST_SPOTS, Session, Spot, Store
from helpers.session.spot_work import LEAST_HOLD, MOST_HOLD, MOST_PRESSES
from helpers.stage import Stage

from .controls import BodyMap, Card, Checklist, Choice, Slider
from .session_panel import SessionPanel
from .spot_words import caption, notes, pin, place_and_feel, sequence, spots_from
from .words import control

FOREARM = "T17"
NONE = "none"
NOT_ASKED = "not-yet"
THUMB = "thumb"


class SpotPlanner(SessionPanel):
    """A map to mark spots on, choices for each, and the plan on the back and over time.

    ``plan`` is what the session's plan does with every spot; ``chosen`` is the index of the spot
    that the controls are about, -1 where there is none.
    """

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("spots", ("spots",), store)
        self.chosen = 0 if self.session.spots else -1
        self._seen: Session | None = None
        content = load()
        feels = [(one.id, one.name, one.note) for one in content.feel.values()]
        self.fresh = Choice(**control("spot-new"), options=feels)
        self.map = BodyMap(
            **control("spot-map"),
            kinds=[(one.id, one.short) for one in content.feel.values()],
            fresh=pin(Spot(0, 0)), most=MOST_SPOTS,
        )  # fmt: skip
        self.which = Choice(**control("spot-which"), options=self._names())
        self.feel = Choice(**control("spot-feel"), options=[(k, name) for k, name, _ in feels])
        self.strength = Slider(
            **control("spot-strength"), value=4, min=0, max=10, unit="of 10", unit_one="of 10"
        )
        self.way = Choice(
            **control("spot-way"), options=[(w.id, w.name, w.note) for w in content.way.values()]
        )
        self.contact = Choice(
            **control("spot-contact"),
            options=[(g.contact, g.name) for g in content.grip.values() if g.presses],
        )
        self.hold = Slider(
            **control("spot-hold"), value=20, min=LEAST_HOLD, max=MOST_HOLD, step=5, unit="seconds"
        )
        self.presses = Slider(
            **control("spot-presses"), value=2, min=1, max=MOST_PRESSES, unit="times",
            unit_one="time",
        )  # fmt: skip
        self.comfort = Choice(**control("spot-comfort"), options=_numbers())
        self.forearm = Checklist(
            **control("spot-forearm"), options=[(FOREARM, content.technique[FOREARM].plain)]
        )
        self._bind()
        self._follow()
        plan = self.plan
        self.back = Stage(spots_still(self.session.size), **self._back(plan))
        self.chart = Stage(press_still(), **self._chart(plan), opens="left")
        self.steps = Card("How the massage goes", bullets=sequence(plan))
        self.notes = Card("What the plan did, and why", **notes(self.session, plan), speaks=True)
        choices = [
            self.fresh, self.map, self.which, self.feel, self.strength, self.way, self.contact,
            self.hold, self.presses, self.comfort, self.forearm,
        ]  # fmt: skip
        self.compose(
            choices, [self.back, self.notes, self.chart, self.steps], name="Plan the spots"
        )
        self._fit()

    @property
    def plan(self) -> SpotPlan:
        """What the plan of the session as it is now does with its spots."""
        if self._seen is not self.session:
            self._seen, self._plan = self.session, spot_plan(self.session)
        return self._plan

    def reset(self) -> None:
        """Take all spots away, and the forearm glide; other strokes asked for stay."""
        self.store.change(
            self.owner, lambda latest: {"spots": (), "asked": latest.asked - {FOREARM}}
        )

    def show(self) -> None:
        """Draw the spots of the session as it is now."""
        self.chosen = min(self.chosen, len(self.session.spots) - 1)
        if self.session.spots and self.chosen < 0:
            self.chosen = 0
        plan = self.plan
        self._fit()
        self.back.update(still=spots_still(self.session.size), **self._back(plan))
        self.chart.update(**self._chart(plan))
        self.steps.update(bullets=tuple(sequence(plan)))
        self.notes.update(**notes(self.session, plan))

    # --- the session --------------------------------------------------------------------------

    def _bind(self) -> None:
        self.bind(self.map, lambda s: tuple(_mark(one) for one in s.spots), self._marked, "marks")
        self.bind(self.feel, lambda s: self._spot(s).feel, self._put("feel"))
        self.bind(self.strength, lambda s: self._spot(s).strength, self._put("strength", int))
        for name, kind in {"way": str, "contact": str, "hold": int, "presses": int}.items():
            self.bind(getattr(self, name), self._read(name), self._work(name, kind))
        self.bind(
            self.comfort,
            lambda s: _said(self._spot(s).work.comfort),
            self._work("comfort", lambda v: None if v == NOT_ASKED else int(v)),
        )
        self.bind(
            self.forearm,
            lambda s: tuple(s.asked & {FOREARM}),
            lambda v: {"asked": (self.session.asked - {FOREARM}) | set(v)},
        )
        self.fresh.observe(self._refreshed, names="value")
        self.map.observe(lambda change: self._choose(change["new"]), names="selected")
        self.which.observe(self._picked, names="value")

    def _spot(self, session: Session) -> Spot:
        """Return the chosen spot, or a fresh one where none is marked."""
        spots = session.spots
        return spots[min(self.chosen, len(spots) - 1)] if spots and self.chosen >= 0 else Spot(0, 0)

    def _marked(self, marks: tuple[dict[str, Any], ...]) -> Mapping[str, Any]:
        known = self.session.spots
        # A browser far away may mark a place before it has heard of the last choice.
        new = tuple({**mark, "kind": self.fresh.value} for mark in marks[len(known) :])
        return {"spots": spots_from(marks[: len(known)] + new, known)}

    def _put(
        self, name: str, kind: Callable[[Any], Any] = str
    ) -> Callable[[Any], Mapping[str, Any]]:
        return lambda value: self._with(evolve(self._spot(self.session), **{name: kind(value)}))

    def _read(self, name: str) -> Callable[[Session], Any]:
        return lambda session: getattr(self._spot(session).work, name)

    def _work(self, name: str, kind: Callable[[Any], Any]) -> Callable[[Any], Mapping[str, Any]]:
        def write(value: Any) -> Mapping[str, Any]:
            spot = self._spot(self.session)
            return self._with(evolve(spot, work=evolve(spot.work, **{name: kind(value)})))

        return write

    def _with(self, spot: Spot) -> Mapping[str, Any]:
        spots = self.session.spots
        if self.chosen < 0:
            return {}
        return {"spots": (*spots[: self.chosen], spot, *spots[self.chosen + 1 :])}

    # --- which spot ---------------------------------------------------------------------------

    def _choose(self, index: int) -> None:
        if index != self.chosen and 0 <= index < len(self.session.spots):
            self.chosen = index
            self._follow()
            self.show()

    def _picked(self, change: dict[str, Any]) -> None:
        if not self._following and change["new"] not in ("", NONE):
            self._choose(int(change["new"]))

    def _refreshed(self, _change: dict[str, Any]) -> None:
        self.map.update(fresh=_mark(Spot(0, 0, self.fresh.value)))

    def _names(self) -> list[tuple[str, str]]:
        spots = self.session.spots
        if not spots:
            return [(NONE, "No spot is marked yet")]
        return [
            (str(k), f"{k + 1}: {place_name(one.x, one.y) or 'off the map'}")
            for k, one in enumerate(spots)
        ]

    def _fit(self) -> None:
        """Show which spot it is about, and switch off what would do nothing for it."""
        spots = self.session.spots
        self._following = True
        try:
            value = str(self.chosen) if spots else NONE
            self.which.update(options=self._names(), value=value)
            self.map.update(words=tuple(place_and_feel(one) for one in spots))
            if self.map.selected != self.chosen:
                self.map.selected = self.chosen
        finally:
            self._following = False
        planned = self.plan.spots[self.chosen] if spots else None
        alone = planned is None or planned.fate == "leave"
        lump = planned is None or load().feel[planned.spot.feel].do == "leave"
        self.feel.disabled = planned is None
        for part in (self.way, self.contact, self.presses):
            part.disabled = alone
        self.strength.disabled = self.comfort.disabled = lump
        self.hold.disabled = alone or self.contact.value == THUMB

    # --- pictures -----------------------------------------------------------------------------

    def _back(self, plan: SpotPlan) -> dict[str, Any]:
        words = caption(plan)
        return {
            "moving": spots_moving(plan, self.chosen + 1),
            "name": "Your spots, in their order",
            "description": describe_spots(plan),
            "caption": words,
            "summary": words,
        }

    def _chart(self, plan: SpotPlan) -> dict[str, Any]:
        step = plan.spots[self.chosen].press if 0 <= self.chosen < len(plan.spots) else None
        breaths = self.session.breaths_per_minute
        nothing = "Nothing is pressed at this spot." if self.session.spots else NOTHING
        number = f" of spot {self.chosen + 1}" if step else ""
        return {
            "moving": press_moving(step, breaths, nothing),
            "name": f"The still press{number}, with the breath",
            "description": describe_press(step, breaths),
            "caption": "Shaded: breathing out. Lean in as they breathe out, and wait for it."
            if step
            else nothing,
        }


def _mark(spot: Spot) -> dict[str, Any]:
    return asdict(pin(spot))


def _said(comfort: int | None) -> str:
    return NOT_ASKED if comfort is None else str(comfort)


def _numbers() -> list[tuple[str, str]]:
    bands = load().comfort.values()
    numbers = [
        (str(n), f"{n}: {next(b.feels for b in bands if b.lo <= n <= b.hi).rstrip('.').lower()}")
        for n in range(11)
    ]
    return [(NOT_ASKED, "Not asked yet"), *numbers]
