"""The planner of the oil: what suits this receiver, how much, and how long to test it first."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from helpers.content import load
from helpers.planner import length_of
from helpers.planner.oiling import (
    OilVerdict,
    allergies_of,
    judge_oil,
    judge_oils,
    oil_amount,
    patch_test,
    traits_of,
    with_allergies,
    with_traits,
)
from helpers.session import Prepare, Store
from helpers.stage import set_shown

from .controls import Card, Checklist, Choice, Row
from .session_panel import SessionPanel
from .words import control

FIELDS = ("prepare.oil", "prepare.allergies", "prepare.skin", "prepare.patch_tested")
ALLERGY_QUESTIONS = ("O01", "O02")
GRADES = {
    "good": ("These suit", "note"),
    "caution": ("With care", "plain"),
    "avoid": ("Leave these on the shelf", "warning"),
}
"""By the grade of a product: the heading of its card, and the card's tone."""

TESTED = [("no", "Not yet"), ("yes", "Done, and the skin stayed calm")]


class OilPlanner(SessionPanel):
    """Allergies and skin in, verdicts on eleven products out; nobody is offered what harms them.

    ``owner`` lets two lessons show it, each with a history of its own.
    """

    def __init__(self, owner: str = "oil", store: Store | None = None) -> None:
        super().__init__(owner, FIELDS, store)
        content, session = load(), self.session
        allergens = [(one.id, one.name) for one in content.allergen.values()]
        self.allergies = Checklist(
            **control("oil-allergies"), options=allergens, value=sorted(allergies_of(session))
        )
        traits = [(one.id, one.name) for one in content.trait.values()]
        self.about_skin = Checklist(
            **control("oil-traits"), options=traits, value=sorted(traits_of(session))
        )
        oils = [(one.id, one.name) for one in content.oil.values()]
        self.oil = Choice(**control("oil-product"), options=oils, value=session.prepare.oil)
        self.tested = Choice(
            **control("oil-tested"), options=TESTED, value=_tested(session.prepare.patch_tested)
        )
        self.chosen = Card("Your choice", speaks=True)
        self.amount = Card("How much", tone="note")
        self.grades = {grade: Card(words, tone=tone) for grade, (words, tone) in GRADES.items()}
        self._tie()
        self.compose(
            controls=[self.allergies, self.about_skin, self.oil, self.tested],
            picture=[self.chosen, self.amount],
            below=Row(self.grades.values()),
            name="Choose an oil or lotion",
        )
        self.show()

    def show(self) -> None:
        """Judge all products anew."""
        session, content = self.session, load()
        verdict, entry = judge_oil(session, session.prepare.oil), content.oil[session.prepare.oil]
        tone = GRADES[verdict.grade][1]
        said = {"good": "This one suits.", "caution": "This one needs care.", "avoid": "Not this."}
        self.chosen.update(
            heading=f"{entry.name}: {said[verdict.grade]}",
            paragraphs=(entry.what, *verdict.reasons),
            tone=tone,
        )
        self.amount.update(paragraphs=self._amount(), bullets=patch_test(session).notes)
        set_shown(self.tested, bool(patch_test(session).hours))
        verdicts = judge_oils(session)
        for grade, card in self.grades.items():
            found = [one for one in verdicts if one.grade == grade]
            card.update(bullets=tuple(_line(one) for one in found))
            set_shown(card, bool(found))

    def reset(self) -> None:
        """Forget the product, the test, and what was said of allergies and skin."""
        asked = {*ALLERGY_QUESTIONS, *(one.question for one in load().trait.values())}
        usual = Prepare()
        self.store.change(
            self.owner,
            lambda latest: {
                "prepare": evolve(
                    latest.prepare,
                    oil=usual.oil,
                    allergies=usual.allergies,
                    skin=usual.skin,
                    patch_tested=usual.patch_tested,
                ),
                "answers": tuple(one for one in latest.answers if one.question not in asked),
            },
        )

    def _amount(self) -> tuple[str, ...]:
        amount, test = oil_amount(self.session), patch_test(self.session)
        if not amount.total:
            return ("Dry hands need no oil. Press and hold more, and glide less.",)
        return (
            f"Begin with {amount.first:g} ml: {amount.first / 5:.1f} teaspoons. For these "
            f"{length_of(self.session)} minutes you need about {amount.total:g} ml in all, "
            f"{amount.top_up:g} ml at each top-up. These amounts are our choice.",
            f"Test it for {test.hours // 24} days first.",
        )

    def _tie(self) -> None:
        content = load()
        self.bind(
            self.allergies,
            lambda s: tuple(one for one in content.allergen if one in allergies_of(s)),
            lambda v: with_allergies(self.session, v),
        )
        self.bind(
            self.about_skin,
            lambda s: tuple(one for one in content.trait if one in traits_of(s)),
            lambda v: with_traits(self.session, v),
        )
        self.bind(self.oil, lambda s: s.prepare.oil, self._with_oil)
        self.bind(
            self.tested,
            lambda s: _tested(s.prepare.patch_tested),
            lambda v: {"prepare": evolve(self.session.prepare, patch_tested=v == "yes")},
        )

    def _with_oil(self, oil: str) -> dict[str, Any]:
        # A test of one product says nothing about another.
        return {"prepare": evolve(self.session.prepare, oil=oil, patch_tested=False)}


def _tested(done: bool) -> str:
    return "yes" if done else "no"


def _line(verdict: OilVerdict) -> str:
    return f"{load().oil[verdict.oil].name}: {' '.join(verdict.reasons)}"
