"""What the two people agreed on, in sentences, and what they still have to say."""

from __future__ import annotations

from attrs import frozen

from helpers.content import load
from helpers.content.phrases import small
from helpers.session import AREAS, Session

UNTOUCHED = "open"
"""The clothes nobody has talked about."""


@frozen(kw_only=True)
class Agreement:
    """A heading, what holds, and what is missing before anybody starts."""

    heading: str
    sentences: tuple[str, ...]
    missing: tuple[str, ...]


def agreement(session: Session) -> Agreement:
    """Return the agreement of a session."""
    content = load()
    open_ = [one for one in content.talk.values() if one.id not in session.consent.said]
    missing = []
    if open_:
        count = f"{len(open_)} sentence{'' if len(open_) == 1 else 's'}"
        missing.append(f"Still to say: {count}. Next: “{open_[0].say}”")
    if session.consent.clothes == UNTOUCHED:
        missing.append("Still to ask: what do they want to wear?")
    sentences = [
        f"When one of you says “{session.prepare.stop_word}”, all hands stop at once.",
        *(_area(session, name) for name in AREAS),
        content.clothes[session.consent.clothes].means,
    ]
    heading = "You are agreed" if not missing else "Not yet: talk first, then touch"
    return Agreement(heading=heading, sentences=tuple(sentences), missing=tuple(missing))


def _area(session: Session, name: str) -> str:
    entry = load().agreed_area[name]
    return f"{entry.name}: {small(entry.on if name in session.agreed else entry.off)}"
