"""What the safety answers add up to: go ahead, go ahead with care, or not today."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Verdict:
    """The most severe action of all answers, and whether it stops the massage.

    ``action`` is an id of ``actions.toml``; ``reasons`` are the sentences behind it; ``open`` is
    the number of safety questions that have no answer yet.
    """

    action: str = "NONE"
    blocks: bool = False
    reasons: tuple[str, ...] = ()
    open: int = 0
