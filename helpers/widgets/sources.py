"""Where a statement comes from, as a reader sees it: works with names, and plain remarks."""

from __future__ import annotations

from collections.abc import Iterable

from helpers.content import load
from helpers.content.models.common import COMMON, OURS, Source

TAUGHT = "Some of this is how massage is taught; we found no study of it."
KNOWN = "Some of this is common knowledge that nobody has checked."
OUR_CHOICE = "Some of this is our choice."

Work = tuple[str, str]
"""The work as it is cited, and its address ("" where it has none)."""


def works(sources: Iterable[Source]) -> tuple[Work, ...]:
    """Return the works that may be cited to readers, each once, in order."""
    known = load().reference
    named = dict.fromkeys(source.ref for source in sources if source.ref in known)
    cited = [known[ref] for ref in named if known[ref].citable]
    return tuple(
        (f"{one.text} {one.year}." if one.year else one.text, _address(one.doi)) for one in cited
    )


def remarks(sources: Iterable[Source]) -> tuple[str, ...]:
    """Return what else a reader has to know of the sources: taught only, unchecked, our choice."""
    listed = tuple(sources)
    known = load().reference
    found = []
    cited = [source for source in listed if source.ref not in (OURS, COMMON)]
    if any(not known[source.ref].citable for source in cited):
        found.append(TAUGHT)
    if any(source.ref == COMMON for source in listed):
        found.append(KNOWN)
    if any(source.is_ours for source in listed):
        found.append(OUR_CHOICE)
    return tuple(found)


def _address(doi: str) -> str:
    return f"https://doi.org/{doi}" if doi else ""
