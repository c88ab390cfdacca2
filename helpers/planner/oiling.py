"""Oil for this receiver: which products suit, how much, and how long to test first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
from attrs import frozen

from helpers.content import load
from helpers.content.models.prepare import GRADES, Oil
from helpers.content.phrases import small
from helpers.session import Answer, Session

from .screening import length_of

UNSURE = "unsure"
SHORT_TEST, LONG_TEST = 48, 168
"""Hours of the patch test: without and with an allergy or eczema (Q06)."""

PLENTY, PER_MINUTE, EXTRA = 20, 0.1, 2.5
"""Minutes for which Q03 is meant; ml more or less for each minute off; ml more if dry or hairy."""

MAY = "Read the list of ingredients: it may hold {what}."
NO_TEST = "Nothing goes on the skin, so there is nothing to test."


@frozen(kw_only=True)
class OilVerdict:
    """What is said of one product for one receiver: a grade (`GRADES`) and plain reasons."""

    oil: str
    grade: str
    reasons: tuple[str, ...]


@frozen(kw_only=True)
class OilAmount:
    """How much to use, ml: into the palm at first, in all, and to top up; all 0 for dry hands."""

    first: float
    total: float
    top_up: float


@frozen(kw_only=True)
class PatchTest:
    """How long to try the product on a small spot (0 h: no need), and what to mind."""

    hours: int
    notes: tuple[str, ...]


def allergies_of(session: Session) -> frozenset[str]:
    """Return the ids of all allergies known: those ticked, and those that the answers tell of.

    A yes to the question about allergies that names none counts as "not sure what".
    """
    found = set(session.prepare.allergies)
    about = _said(session, "O01")
    if _said(session, "O02") == "yes":
        found.add("coconut")
    if about == "yes" and not found & {"nuts", UNSURE}:
        found.add(UNSURE)
    if about == "other" and not found:
        found.add(UNSURE)
    return frozenset(found)


def traits_of(session: Session) -> frozenset[str]:
    """Return the ids of what is known of the back: from the choices and from the answers."""
    found = set(session.prepare.skin)
    for trait in load().trait.values():
        if trait.question and _said(session, trait.question) == "yes":
            found.add(trait.id)
    return frozenset(found)


def judge_oil(session: Session, oil: str) -> OilVerdict:
    """Return the verdict on one product (an id of ``oils.toml``) for this receiver."""
    content = load()
    entry = content.oil[oil]
    found = [*_allergic(entry, allergies_of(session))]
    traits = traits_of(session)
    found += [(r.grade, r.say) for r in entry.reason if r.when is None or r.when in traits]
    if entry.kind != "none":
        found += [("caution", t.says) for t in content.trait.values() if t.says and t.id in traits]
    grade = max((one for one, _ in found), key=GRADES.index)
    # What speaks for a product does not matter any more once something speaks against it.
    said = [say for one, say in found if grade != "avoid" or one != "good"]
    order = {say: -GRADES.index(one) for one, say in found}
    return OilVerdict(
        oil=oil, grade=grade, reasons=tuple(sorted(dict.fromkeys(said), key=lambda s: order[s]))
    )


def judge_oils(session: Session) -> tuple[OilVerdict, ...]:
    """Return the verdicts on all products, in the order of the content."""
    return tuple(judge_oil(session, oil) for oil in load().oil)


def oil_amount(session: Session) -> OilAmount:
    """Return how much of the chosen product this massage needs (Q02 to Q04)."""
    if load().oil[session.prepare.oil].kind == "none":
        return OilAmount(first=0.0, total=0.0, top_up=0.0)
    number = load().number
    more = len(session.prepare.skin)
    first, total, top = (number[name] for name in ("Q02", "Q03", "Q04"))
    wanted = (total.default or 0) + PER_MINUTE * (length_of(session) - PLENTY) + EXTRA * more
    whole = round(min(max(wanted, total.lo or 0), total.hi or 0) * 2) / 2
    coat = first.hi if more else first.default
    return OilAmount(
        first=min(coat or 0, whole),
        total=whole,
        top_up=(top.hi if more > 1 else top.default) or 0,
    )


def patch_test(session: Session) -> PatchTest:
    """Return how long to test the chosen product on a small spot before it goes on the back."""
    content = load()
    if content.oil[session.prepare.oil].kind == "none":
        return PatchTest(hours=0, notes=(NO_TEST,))
    allergies = allergies_of(session)
    known = [content.allergen[one].test for one in content.allergen if one in allergies]
    long = bool(allergies) or "sensitive" in traits_of(session)
    return PatchTest(hours=LONG_TEST if long else SHORT_TEST, notes=tuple(known))


def with_allergies(session: Session, ids: Iterable[str]) -> dict[str, Any]:
    """Return the changes for these allergies: the choice itself, and the two safety answers.

    No ids at all means that the receiver was asked and has none.
    """
    named = frozenset(ids)
    about = "yes" if named & {"nuts", UNSURE} else "other" if named else "no"
    answers = with_answer(session.answers, "O01", about)
    answers = with_answer(answers, "O02", "yes" if "coconut" in named else "no")
    prepare = attrs.evolve(session.prepare, allergies=named)
    return {"prepare": prepare, "answers": answers}


def with_traits(session: Session, ids: Iterable[str]) -> dict[str, Any]:
    """Return the changes for what the back is like; only a yes can turn into a no."""
    named, answers = frozenset(ids), session.answers
    for trait in load().trait.values():
        if trait.question and trait.id in named:
            answers = with_answer(answers, trait.question, "yes")
        elif trait.question and _said(session, trait.question) == "yes":
            answers = with_answer(answers, trait.question, "no")
    skin = frozenset(t.id for t in load().trait.values() if not t.question and t.id in named)
    return {"prepare": attrs.evolve(session.prepare, skin=skin), "answers": answers}


def with_answer(answers: tuple[Answer, ...], question: str, choice: str) -> tuple[Answer, ...]:
    """Return the safety answers with one given or replaced."""
    old = next((one for one in answers if one.question == question), None)
    if old is None:
        return (*answers, Answer(question=question, choice=choice))
    if old.choice == choice:
        return answers
    new = Answer(question=question, choice=choice)
    return tuple(new if one is old else one for one in answers)


def _said(session: Session, question: str) -> str:
    """Return the id of the choice that answers a question; "" where it is open."""
    answer = session.answer(question)
    return answer.choice if answer else ""


def _allergic(oil: Oil, allergies: frozenset[str]) -> Iterable[tuple[str, str]]:
    allergen = load().allergen
    # A yes that names nothing may be about nuts: then nothing from nuts, refined or not.
    strict = allergies | {"nuts"} if UNSURE in allergies else allergies
    for one in oil.contains:
        if one in strict:
            yield "avoid", allergen[one].says
    for one in oil.may_contain:
        if one in allergies:
            yield "caution", MAY.format(what=small(allergen[one].name))
    if UNSURE in allergies and oil.kind != "none":
        yield "caution", allergen[UNSURE].says
