"""What the check of a routine finds: one finding per mistake, with its reason and source."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from helpers.content import load
from helpers.content.models.common import Source


@frozen(kw_only=True)
class Finding:
    """One thing that is wrong (error) or could be better (advice)."""

    severity: str
    """"error" or "advice"."""
    rule: str
    """An id of ``rules.toml``."""
    step: int | None
    """The index of the step, or None where it is about the whole routine."""
    message: str
    """What was found, as a plain sentence."""
    reason: str
    """Why it matters, as a plain sentence."""
    sources: tuple[Source, ...]


Findings = Iterator[Finding]


def found(rule: str, message: str, step: int | None = None) -> Finding:
    """Return a finding of ``rule``; severity, reason and sources come from the content."""
    entry = load().rule[rule]
    return Finding(
        severity=entry.severity,
        rule=rule,
        step=step,
        message=message,
        reason=entry.reason,
        sources=entry.sources,
    )


def limit(rule: str) -> float:
    """Return the number of a rule, in the unit that ``rules.toml`` gives it."""
    value = load().rule[rule].value
    assert value is not None, rule
    return value
