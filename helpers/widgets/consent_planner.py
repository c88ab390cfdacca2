"""The agreement before the first touch: what was said, which places, which clothes, a stop word."""

from __future__ import annotations

from attrs import evolve

from helpers.body import back
from helpers.content import load
from helpers.diagrams.describe_limits import describe_limits
from helpers.diagrams.limits import limits_moving, limits_still
from helpers.planner.agreement import agreement
from helpers.planner.limit_places import agreed_places
from helpers.session import Store
from helpers.stage import Stage

from .controls import Card, Checklist, Choice, Field
from .session_panel import SessionPanel
from .words import control


class ConsentPlanner(SessionPanel):
    """What the two people agree on, and what each yes and no changes on the back."""

    def __init__(self, store: Store | None = None) -> None:
        super().__init__("consent", fields=("agreed", "consent", "prepare.stop_word"), store=store)
        content, session = load(), self.session
        talks = [(one.id, f"“{one.say}”", one.why) for one in content.talk.values()]
        self.talk = Checklist(**control("agree-talk"), options=talks, value=session.consent.said)
        areas = [(one.id, one.name) for one in content.agreed_area.values()]
        self.areas = Checklist(**control("agree-areas"), options=areas, value=session.agreed)
        wear = [(one.id, one.label) for one in content.clothes.values()]
        self.clothes = Choice(
            **control("agree-clothes"), options=wear, value=session.consent.clothes
        )
        self.stop_word = Field(
            **control("agree-stop-word"), value=session.prepare.stop_word, most=30
        )
        self.stage = Stage(limits_still(), name="What you agreed on", description="The back.")
        self.card = Card("Your agreement", speaks=True)
        self.bind(
            self.talk,
            lambda s: tuple(one for one in content.talk if one in s.consent.said),
            lambda v: {"consent": evolve(self.session.consent, said=v)},
        )
        self.bind(
            self.areas,
            lambda s: tuple(one for one in content.agreed_area if one in s.agreed),
            lambda v: {"agreed": v},
        )
        self.bind(
            self.clothes,
            lambda s: s.consent.clothes,
            lambda v: {"consent": evolve(self.session.consent, clothes=v)},
        )
        self.bind(
            self.stop_word,
            lambda s: s.prepare.stop_word,
            lambda v: {"prepare": evolve(self.session.prepare, stop_word=v)},
        )
        self.compose(
            controls=[self.talk, self.areas, self.clothes, self.stop_word],
            picture=[self.card, self.stage],
            name="Agree before you touch",
        )
        self.show()

    def show(self) -> None:
        """Draw the map and the agreement anew."""
        found = agreement(self.session)
        places = agreed_places(self.session)
        self.card.update(
            heading=found.heading,
            paragraphs=found.sentences,
            bullets=found.missing,
            tone="note" if not found.missing else "warning",
        )
        self.stage.update(moving=limits_moving(places), description=describe_limits(back(), places))
