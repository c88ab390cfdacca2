"""The claims, the five questions, the twelve mistakes and the measured effects."""

import pytest

from helpers.content import load
from helpers.content.models.claims import Claim, Faq
from tests.notebooks.reading import grade

CONTENT = load()
CLAIMS = list(CONTENT.claim.values())
FAQ = list(CONTENT.faq.values())

CHECKED = {
    "C14": ("false",),
    "C38": ("false", "unsafe"),
    "C22": ("unsupported",),
    "C25": ("unsafe",),
    "C31": ("unsafe",),
    "C40": ("unsupported",),
    "C41": ("partly", "false"),
    "C05": ("partly",),
    "C34": ("unsafe",),
    "C47": ("unsafe",),
    "C33": ("supported",),
    "C43": ("unsupported",),
}
"""The verdicts that matter most, as the evidence has them."""


def test_all_claims_are_there() -> None:
    assert sorted(CONTENT.claim) == [f"C{number:02}" for number in range(1, 50)]


@pytest.mark.parametrize("name", CHECKED)
def test_the_verdicts_that_matter_most(name: str) -> None:
    assert CONTENT.claim[name].verdict == CHECKED[name]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_is_plain_to_read(claim: Claim) -> None:
    for words in (claim.said, claim.evidence, claim.teach):
        assert words.strip()[-1] in ".?!”", words
    assert grade(f"{claim.evidence} {claim.teach}") <= 8
    assert len(claim.said) <= 130
    assert len(claim.evidence) <= 420


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_what_rests_on_nobody_says_so(claim: Claim) -> None:
    """A claim that names no study that readers can look up is no firm verdict on the body."""
    named = [s for s in claim.sources if s.ref in CONTENT.reference]
    citable = [s for s in named if CONTENT.reference[s.ref].citable]
    if not citable:
        assert claim.verdict[0] != "false"


def test_every_question_of_the_article_is_answered() -> None:
    assert [f for one in FAQ for f in one.article if f.startswith("F")] == [
        "F1", "F2", "F3", "F4", "F5",
    ]  # fmt: skip


@pytest.mark.parametrize("one", FAQ, ids=lambda one: one.id)
def test_an_answer_is_plain_and_named(one: Faq) -> None:
    assert one.question.endswith("?")
    assert grade(" ".join([one.short, *one.evidence, *one.teach])) <= 8
    assert any(CONTENT.reference[s.ref].citable for s in one.sources if s.ref in CONTENT.reference)


def test_there_are_twelve_mistakes_and_the_five_usual_ones_come_first() -> None:
    mistakes = list(CONTENT.mistake.values())
    assert len(mistakes) == 12
    assert [one.usual for one in mistakes] == [True] * 5 + [False] * 7
    assert all("F2" in one.article for one in mistakes if one.usual)


def test_measured_effects_are_those_of_the_studies() -> None:
    seen = {one.id: (one.value, one.lo, one.hi) for one in CONTENT.measured.values()}
    assert seen["pain-treatment"] == (0.37, 0.13, 0.62)
    assert seen["pain-acute"] == (1.24, 0.64, 1.85)
    assert seen["press-pain"] == (0.22, -0.09, 0.53)
    assert seen["trouble-relaxing"] == (2.9, 1.8, 4.0)
    for one in CONTENT.measured.values():
        assert all(CONTENT.reference[s.ref].citable and s.mark == "V" for s in one.sources)
