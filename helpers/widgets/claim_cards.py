"""Cards with claims about massage: guess first, then see what came out when it was checked."""

from __future__ import annotations

from typing import Any

from traitlets import Dict, Int, Tuple, Unicode

from helpers.content import load
from helpers.content.models.claims import TOPICS, Claim
from helpers.diagrams.style import css
from helpers.diagrams.verdicts import verdict_svg
from helpers.stage import Element, ElementError

from .controls_files import script, style
from .sources import remarks, works

NAMES = {
    "prepare": "Claims about getting ready",
    "strokes": "Claims about the strokes",
    "spots": "Claims about problem areas",
    "finish": "Claims about the finish",
    "pain": "Claims about pain, and big promises",
    "often": "Claims about how often",
    "oil": "Claims about oil",
    "posture": "Claims about posture",
}


class ClaimCards(Element):
    """The claims of one topic, one at a time.

    All of it happens in the browser: it works in a saved notebook too, before anything is run.
    ``guesses`` holds what the learner thought, claim id to verdict id ("" for shown without a
    guess).

    Parameters
    ----------
    topic
        One of `helpers.content.models.claims.TOPICS`, such as "strokes".
    """

    _esm = script("claim_cards_parts", "claim_cards")
    _css = "\n".join(
        [
            style("control_buttons"),
            style("source_list", shared=False),
            style("claim_cards", shared=False),
            css(),
        ]
    )

    label = Unicode().tag(sync=True)
    verdicts: Any = Tuple().tag(sync=True)
    cards: Any = Tuple().tag(sync=True)
    guesses: Any = Dict().tag(sync=True)
    place = Int(0).tag(sync=True)

    def __init__(self, topic: str, **traits: Any) -> None:
        if topic not in TOPICS:
            raise ElementError(f"There are claims about {', '.join(TOPICS)}; not {topic!r}.")
        claims = [one for one in load().claim.values() if one.topic == topic]
        super().__init__(
            label=NAMES[topic],
            verdicts=tuple(
                {
                    "id": one.id,
                    "word": one.word,
                    "meaning": one.meaning,
                    "mark": verdict_svg(one.shape),
                }
                for one in load().verdict.values()
            ),
            cards=tuple(_card(one) for one in claims),
            **traits,
        )

    def text(self) -> str:
        """Return every claim with its verdict and what we teach."""
        words = {one.id: one.word for one in load().verdict.values()}
        lines = [f"Claims: {self.label}"]
        for card in self.cards:
            verdict = " / ".join(words[one] for one in card["verdict"])
            remark = f" ({card['remark']})" if card["remark"] else ""
            lines += [f"“{card['said']}” {verdict}{remark}.", card["evidence"], card["teach"], ""]
        return "\n".join(lines).rstrip()


def _card(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "said": claim.said,
        "verdict": list(claim.verdict),
        "remark": claim.remark,
        "evidence": claim.evidence,
        "teach": claim.teach,
        "works": [list(one) for one in works(claim.sources)],
        "remarks": list(remarks(claim.sources)),
    }
