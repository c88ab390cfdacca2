"""What the two people said to each other before the first touch."""

from __future__ import annotations

from attrs import field, frozen

from .checks import as_set, text, texts


@frozen(kw_only=True)
class Consent:
    """The agreement: which sentences were said aloud, and what the receiver wears.

    The areas agreed on are the session's ``agreed``; the stop word is in ``prepare``.
    """

    said: frozenset[str] = field(
        default=frozenset(), converter=as_set, validator=texts("The things that were said", 20)
    )
    """Ids of the sentences of ``agreeing.toml`` that were said."""
    clothes: str = field(default="open", validator=text("The clothes", 40))
    """An id of the clothes of ``agreeing.toml``; "open" as long as nobody has talked about it."""
