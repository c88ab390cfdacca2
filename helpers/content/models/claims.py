"""Models of ``verdicts``, ``claims``, ``faq``, ``mistakes`` and ``effects`` (``.toml``)."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from .checks import Each, in_order, one_of
from .common import Entry, Source, identifier, listed, prose, sources_field
from .technique import FACT

SHAPES = ("tick", "half", "ring", "cross", "stop")
"""How a verdict looks, besides its word."""

TOPICS = ("prepare", "strokes", "spots", "finish", "pain", "often", "oil", "posture")
"""What claims are about; a group of cards each."""

VERDICTS = ("supported", "partly", "unsupported", "false", "unsafe")


def _facts() -> Any:
    return field(default=(), validator=Each(FACT))


@frozen(kw_only=True, eq=False, repr=False)
class ClaimVerdict(Entry):
    """One of the five things that a check of a claim can come to."""

    id: str = field(validator=one_of(*VERDICTS))
    word: str = prose()
    meaning: str = prose()
    shape: str = field(validator=one_of(*SHAPES))
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class VerdictFile(Entry):
    """``verdicts.toml``."""

    verdict: tuple[ClaimVerdict, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Claim(Entry):
    """Something people say about massage, and what came out when it was checked."""

    id: str = identifier()
    topic: str = field(validator=one_of(*TOPICS))
    said: str = prose()
    """The claim, in our words."""
    verdict: tuple[str, ...] = listed()
    """Ids of verdicts, the main one first; guessing any of them is right."""
    remark: str = ""
    """What a verdict alone does not say: "right for lying on the back"."""
    evidence: str = prose()
    teach: str = prose()
    article: tuple[str, ...] = _facts()
    """What it is about, of the things that the source article says."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class ClaimFile(Entry):
    """``claims.toml``."""

    claim: tuple[Claim, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Faq(Entry):
    """A question that learners ask: what is often said, and our answer."""

    id: str = identifier()
    question: str = prose()
    often_said: str = prose()
    short: str = prose()
    """The answer in a sentence or two."""
    evidence: tuple[str, ...] = listed()
    """What has been found out, a paragraph each."""
    teach: tuple[str, ...] = listed()
    """What to do, a point each."""
    claims: tuple[str, ...] = ()
    article: tuple[str, ...] = _facts()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class FaqFile(Entry):
    """``faq.toml``."""

    faq: tuple[Faq, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Mistake(Entry):
    """A common mistake of beginners, why it matters and what to do instead."""

    id: str = identifier()
    what: str = prose()
    why: str = prose()
    instead: str = prose()
    rules: tuple[str, ...] = ()
    """The rules by which the check of a routine finds it; none where no plan can show it."""
    usual: bool = False
    """Whether popular advice names it too."""
    article: tuple[str, ...] = _facts()
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class MistakeFile(Entry):
    """``mistakes.toml``."""

    mistake: tuple[Mistake, ...] = listed()


@frozen(kw_only=True, eq=False, repr=False)
class Measured(Entry):
    """One measured difference between massage and something else, with its uncertainty.

    ``value`` is above 0 where massage did better; ``lo`` to ``hi`` is the range that the study
    gives with it (a 95 % confidence interval).
    """

    id: str = identifier()
    name: str = prose()
    """What was measured."""
    than: str = prose()
    """What massage was compared with."""
    unit: str = field(validator=one_of("sd", "points"))
    """Standard deviations between people, or points of a questionnaire."""
    value: float
    lo: float
    hi: float
    basis: str = prose()
    """How many studies and people."""
    plain: str = prose()
    """What it means, in a sentence."""
    sources: tuple[Source, ...] = sources_field()

    def __attrs_post_init__(self) -> None:
        in_order("lo <= value <= hi", self.lo, self.value, self.hi)


@frozen(kw_only=True, eq=False, repr=False)
class EffectFile(Entry):
    """``effects.toml``."""

    measured: tuple[Measured, ...] = listed()
