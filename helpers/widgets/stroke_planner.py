"""The planner of one stroke: where, which side, how fast, how often, how firm, on which body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from helpers.body import Limits
from helpers.content import load
from helpers.diagrams import stroke_still
from helpers.player import StrokeStage, motion_of
from helpers.session import Session, Store
from helpers.strokes import Blocked, Stroke, build, sides

from . import stroke_controls as choices
from .controls import Choice, Slider
from .later import ahead, later
from .session_panel import SessionPanel
from .stroke_asked import Asked
from .stroke_picture import stroke_cards, stroke_picture
from .words import control

LEFT_OUT = "This stroke is left out for this person: {reason}"
NOBODY = "The safety answers say: nobody is massaged now. Practise on a cushion."


class StrokePlanner(SessionPanel):
    """Controls for one technique beside its picture on the back, to scale and within all limits.

    ``technique`` is a catalogue id such as "T02"; ``place`` one of its place ids, shown until the
    learner chooses another. What is chosen goes into the session; what the safety answers forbid
    is not drawn. Every change plans and draws the stroke anew, and the picture swaps its moving
    part only. ``stroke`` is the stroke that is shown, or None where it is left out.
    """

    def __init__(
        self, technique: str, place: str | None = None, *, store: Store | None = None
    ) -> None:
        fields = (f"technique_choices.{technique}", "size")
        super().__init__(f"stroke-{technique}", fields, store)
        self.technique = entry = load().technique[technique]
        self._usual = place
        where = self._place()
        assert entry.passes is not None
        self.place = Choice(**control("stroke-place"), options=self._places(), value=where.id)
        self.side = Choice(
            **control("stroke-side"),
            options=[(one, choices.SIDE_NAMES.get(one, one)) for one in sides(technique)],
        )
        self.pace = Slider(**choices.pace(entry, where, self.session), ours="pace" in entry.ours)
        few, most = entry.passes.lo, max(entry.passes.hi, entry.passes.lo + 1)
        self.passes = Slider(
            **control("stroke-passes"), value=choices.passes(entry, self.session), min=few,
            max=most, step=1, unit="passes", unit_one="pass", ours="passes" in entry.ours,
        )  # fmt: skip
        self.level = Choice(
            **control("stroke-level"), options=choices.levels(entry, where),
            value=choices.level(entry, where, self.session),
        )  # fmt: skip
        self.size = Choice(
            **control("size"), options=[(size.id, size.name) for size in load().size.values()]
        )
        self._tie()
        super()._follow()
        self._drawn = self._asked()
        self.stroke, self._reason = self._build()
        self.stage = StrokeStage(
            stroke_still(entry.id, where.id, self.session.size), self._moving(),
            stroke=self.stroke, **self._words(), **self._pace(),
            follows={"pace": self.pace, "passes": self.passes, "level": self.level},
        )  # fmt: skip
        self.compose(self._shown(), self.stage, stroke_cards(entry), name=f"Plan: {entry.plain}")

    def show(self) -> None:
        """Draw the stroke anew if it is another one: at once if it was changed here, else soon."""
        if self._acting:
            self._draw()
        elif self._asked() != self._drawn:
            later.do(self, self._draw)

    # --- controls and the session -------------------------------------------------------------

    def _tie(self) -> None:
        entry = self.technique
        self.bind(self.place, lambda _s: self._place().id, self._move)
        self.bind(self.side, self._side, lambda v: self._with(side=None if v == "both" else v))
        self.bind(
            self.pace, lambda s: choices.pace(entry, self._place(), s)["value"],
            lambda v: self._with(pace=v),
        )  # fmt: skip
        self.bind(
            self.passes, lambda s: float(choices.passes(entry, s)),
            lambda v: self._with(passes=int(v)),
        )  # fmt: skip
        self.bind(
            self.level, lambda s: choices.level(entry, self._place(), s),
            lambda v: self._with(level=int(v)),
        )  # fmt: skip
        self.bind(self.size, lambda s: s.size, lambda v: {"size": v})

    def _shown(self) -> list[Choice | Slider]:
        """Return the controls that have more than one value to choose."""
        passes = self.technique.passes
        assert passes is not None
        wanted: dict[Choice | Slider, bool] = {
            self.place: len(self.technique.place) > 1,
            self.side: len(self.side.options) > 1,
            self.pace: True,
            self.passes: passes.hi > passes.lo,
            self.level: len(self.level.options) > 1,
            self.size: True,
        }
        return [one for one, here in wanted.items() if here]

    def _place(self) -> Any:
        return choices.place_of(self.technique, self.session, self._usual)

    def _places(self) -> list[tuple[str, str]]:
        return [(p.id, p.name) for p in choices.places(self.technique, self.session).values()]

    def _side(self, session: Session) -> str:
        known = sides(self.technique.id)
        chosen = session.choice(self.technique.id).side
        return chosen if chosen in known else known[0]

    def _with(self, **changes: Any) -> Mapping[str, Any]:
        return choices.with_choice(self.session, self.technique.id, **changes)

    def _move(self, place: str) -> Mapping[str, Any]:
        """Return the change of the place; a pace that does not fit there is given up."""
        amount = next(p for p in self.technique.place if p.id == place).pace or self.technique.pace
        chosen = self.session.choice(self.technique.id).pace
        fits = chosen is None or (amount is not None and amount.lo <= chosen <= amount.hi)
        return self._with(place=place, **({} if fits else {"pace": None}))

    def _follow(self) -> None:
        """Give pressure, pace and places the ranges of this session, then all their values."""
        self._following = True
        try:
            if self._places() != [option[:2] for option in self.place.options]:
                self.place.update(options=self._places(), value=self._place().id)
            levels = choices.levels(self.technique, self._place())
            if levels != [option[:2] for option in self.level.options]:
                value = choices.level(self.technique, self._place(), self.session)
                self.level.update(options=levels, value=value)
            fresh = choices.pace(self.technique, self._place(), self.session)
            if (fresh["min"], fresh["max"]) != (self.pace.min, self.pace.max):
                self.pace.update(**fresh)
        finally:
            self._following = False
        super()._follow()

    # --- planning and drawing -----------------------------------------------------------------

    def _limits(self) -> Limits:
        """Return this person's limits; whoever looks at a stroke here has asked for it."""
        found = choices.limits_for(self.session)
        return evolve(found, asked=found.asked | {self.technique.id})

    def _asked(self) -> Asked:
        names = ("place", "side", "pace", "passes", "level", "size")
        return Asked(
            **{name: getattr(self, name).value for name in names},
            limits=self._limits(), keeps_off=choices.keeps_off(self.session),
        )  # fmt: skip

    def _build(self, pace: float | None = None) -> tuple[Stroke | None, str]:
        """Return the stroke, at the chosen pace or another one, or why this person has none."""
        try:
            stroke = build(
                self.technique.id,
                place=self.place.value,
                side=self.side.value,
                level=int(self.level.value),
                pace=self.pace.value if pace is None else pace,
                size=self.size.value,
                limits=self._limits(),
            )
        except Blocked as answer:
            return None, LEFT_OUT.format(reason=answer)
        return stroke, ""

    def _pace(self) -> dict[str, Any]:
        """Return what the motion in the browser follows."""
        return {name: getattr(self, name).value for name in ("pace", "passes", "level")}

    def _moving(self) -> str:
        if self.stroke is None:
            return ""
        return stroke_picture(self.stroke, int(self.passes.value)).moving

    def _draw(self) -> None:
        asked, before = self._asked(), self._drawn
        self._drawn = asked
        self.stroke, self._reason = self._build()
        parts = {"moving": self._moving(), **self._words(), **self._pace()}
        # On another way the hands must not go along what is no longer drawn. Of the rest the
        # browser knows already, so the picture goes first.
        if self.stroke is None or not asked.same_way(before):
            parts["motion"] = motion_of(self.stroke)
        else:
            later.do((self, "motion"), self._move_hands)
        if not asked.same_back(before):
            parts["still"] = stroke_still(self.technique.id, asked.place, asked.size)
        self.stage.update(**parts)
        following = asked.next(before, self.pace.step)
        ahead.do(self, lambda: self._look_ahead(*following))

    def _look_ahead(self, pace: float, passes: int) -> None:
        stroke, _ = self._build(pace)
        if stroke is not None and self.passes.min <= passes <= self.passes.max:
            stroke_picture(stroke, passes)

    def _move_hands(self) -> None:
        self.stage.update(motion=motion_of(self.stroke))

    # --- words --------------------------------------------------------------------------------

    def _words(self) -> dict[str, Any]:
        if self.stroke is None:
            summary = description = self._reason
        else:
            shown = stroke_picture(self.stroke, int(self.passes.value))
            summary, description = shown.summary, shown.description
        if choices.keeps_off(self.session):
            summary = f"{NOBODY} {summary}"
        return {
            "name": f"{self.technique.plain}: {self._place().name}",
            "description": description,
            "caption": summary,
            "summary": summary,
        }
