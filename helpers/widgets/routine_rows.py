"""A realized list of steps as rows of a `RoutineList`, with what the check has to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from helpers.content import load
from helpers.content.phrases import small
from helpers.diagrams import clock
from helpers.planner import Realized
from helpers.routine import Finding, Step
from helpers.session import StepEdit

Remark = tuple[str, str, str]


def rows(realized: Realized, findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Return the rows for a `RoutineList`; each finding about a step stands at its row."""
    phases = load().phase
    remarks = _remarks(realized, [f for f in findings if f.step is not None])
    before = [None, *(row.edit.phase for row in realized.rows)]
    return [
        {
            "phase": "" if row.edit.phase == last else phases[row.edit.phase].name,
            "name": load().technique[row.edit.technique].plain,
            "where": place_words(row.edit),
            "level": f"level {row.edit.level}",
            "tint": row.edit.level,
            "time": clock(row.edit.seconds),
            "locked": row.edit.locked,
            "out": row.step is None,
            "remarks": [*_own(row.trouble, row.note), *remarks.get(index, ())],
        }
        for index, (last, row) in enumerate(zip(before, realized.rows, strict=False))
    ]


def general(findings: Iterable[Finding]) -> list[str]:
    """Return what is said about the whole routine, mistakes first: the finding and its reason."""
    return [f"{f.message} {f.reason}" for f in findings if f.step is None]


def step_words(step: Step) -> str:
    """Return what a step is and where: "Long glide, whole back"."""
    return f"{load().technique[step.technique].plain}, {place_words(step)}"


def place_words(edit: StepEdit | Step) -> str:
    """Return where a step works: "whole back" or "sore spot 1, receiver's left"."""
    known = {place.id: place.name for place in load().technique[edit.technique].place}
    name = known[edit.place] if edit.spot is None else f"Sore spot {edit.spot + 1}"
    side = "" if edit.side == "both" else f", receiver’s {edit.side}"
    return f"{small(name)}{side}"


def _own(trouble: str, note: str) -> list[Remark]:
    found = [("error", f"Left out. {trouble}", "")] if trouble else []
    return [*found, ("note", note, "")] if note else found


def _remarks(realized: Realized, findings: Sequence[Finding]) -> dict[int, list[Remark]]:
    """Return the remarks by row; what is said alike of several rows is said at the first."""
    at = {row.step: index for index, row in enumerate(realized.rows) if row.step is not None}
    groups: dict[tuple[str, str], list[int]] = {}
    for finding in findings:
        assert finding.step is not None
        groups.setdefault((finding.rule, finding.message), []).append(at[finding.step])
    said = {(f.rule, f.message): f for f in findings}
    result: dict[int, list[Remark]] = {}
    for key, places in groups.items():
        for first, count in _runs(sorted(places)):
            finding = said[key]
            more = f" The same goes for the next {count - 1} steps." if count > 2 else ""
            more = " The same goes for the next step." if count == 2 else more
            result.setdefault(first, []).append(
                (finding.severity, f"{finding.message}{more}", finding.reason)
            )
    return result


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return (first, how many) of each run of neighbours."""
    result = [[places[0], 1]]
    for one, other in pairwise(places):
        if other == one + 1:
            result[-1][1] += 1
        else:
            result.append([other, 1])
    return [(first, count) for first, count in result]
