"""Checks that need more than one entry: ids are unique, and every id that is named exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import fields, has

from .crosscheck_lessons import crosscheck_lessons
from .errors import Problem
from .models.common import Source
from .models.technique import Technique
from .wording import unknown

LINKS: dict[tuple[str, str], tuple[str, ...]] = {
    ("Source", "ref"): ("references.reference",),
    ("Technique", "contact"): ("contacts.contact",),
    ("Leg", "contact"): ("contacts.contact",),
    ("Station", "contact"): ("contacts.contact",),
    ("Station", "muscle"): ("muscles.muscle",),
    ("Grip", "contact"): ("contacts.contact",),
    ("Place", "muscles"): ("muscles.muscle",),
    ("Contact", "clear_of"): ("zones.zone", "body.bone"),
    ("Shape", "of"): ("body.bone", "muscles.muscle"),
    ("ZonePart", "banned"): ("contacts.contact",),
    ("Area", "levels"): ("techniques.technique",),
    ("Area", "on_request"): ("techniques.technique",),
    ("Area", "passing"): ("techniques.technique",),
    ("Region", "areas"): ("areas.area",),
    ("ErectorRow", "level"): ("body.level",),
    ("Phase", "techniques"): ("techniques.technique",),
    ("Phase", "if_asked"): ("techniques.technique",),
    ("Block", "phase"): ("phases.phase",),
    ("Block", "technique"): ("techniques.technique",),
    ("Choice", "action"): ("actions.action",),
    ("StopSign", "action"): ("actions.action",),
    ("Effect", "areas"): ("areas.area",),
    ("Effect", "techniques"): ("techniques.technique",),
    ("Amount", "number"): ("numbers.number",),
    ("Claim", "verdict"): ("verdicts.verdict",),
    ("Faq", "claims"): ("claims.claim",),
    ("Mistake", "rules"): ("rules.rule",),
    ("PuzzleStep", "phase"): ("phases.phase",),
    ("PuzzleStep", "technique"): ("techniques.technique",),
    ("Hint", "rule"): ("rules.rule",),
    ("Trait", "question"): ("products.question",),
    ("Oil", "contains"): ("oils.allergen",),
    ("Oil", "may_contain"): ("oils.allergen",),
    ("OilReason", "when"): ("oils.trait",),
    ("QuizQuestion", "lesson"): ("lessons.lesson",),
    ("Show", "zones"): ("zones.zone",),
    ("Show", "regions"): ("regions.region",),
    ("Show", "muscles"): ("muscles.muscle",),
    ("Show", "technique"): ("techniques.technique",),
    ("Term", "lessons"): ("lessons.lesson",),
    ("ScreeningItem", "questions"): (
        "red_flags.question",
        "conditions.question",
        "local.question",
    ),
    ("Outcome", "actions"): ("actions.action",),
    ("Press", "contact"): ("contacts.contact",),
    ("Rise", "number"): ("numbers.number",),
    ("LongerRest", "question"): ("conditions.question",),
}
"""Which field names an entry of which files."""

WIDEST, HIGHEST, LOWEST = 20.0, -10.0, 66.0
"""How far the drawn back reaches on the reference body, cm."""

SHARED = ("red_flags", "conditions", "local", "products")
"""Files whose questions share one space of ids."""

PARTS = (
    ("techniques", "technique", "place"),
    ("lessons", "lesson", "objective"),
    ("quizzes", "quiz", "option"),
    *((stem, "question", "choice") for stem in SHARED),
)
"""Parts that are named by an id within their entry: file, array, field."""


def crosscheck(files: Mapping[str, Any]) -> list[Problem]:
    """Return the problems found between the structured ``files`` (stem to file model)."""
    known = {
        f"{stem}.{array}": [entry.id for entry in getattr(parsed, array)]
        for stem, parsed in files.items()
        for array in _names(type(parsed))
    }
    return [
        *_duplicates(known),
        *_duplicate_parts(files),
        *_unknown_ids(files, {name: dict.fromkeys(ids) for name, ids in known.items()}),
        *_levels(files),
        *_off_the_body(files),
        *_block_places(files),
        *_puzzle_places(files),
        *crosscheck_lessons(files),
    ]


def _duplicates(known: Mapping[str, list[str]]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for name, ids in known.items():
        file, array = name.split(".")
        space = array if file in SHARED or array == "control" else name
        for one in ids:
            if other := first.get((space, one)):
                message = f'found the id "{one}" twice; allowed: each id once (also in {other})'
                yield Problem(f"{file}.toml", one, "id", message)
            first[space, one] = f"{file}.toml"


def _duplicate_parts(files: Mapping[str, Any]) -> Iterator[Problem]:
    for stem, array, field in PARTS:
        for entry in getattr(files[stem], array):
            ids = [part.id for part in getattr(entry, field)]
            for number, one in enumerate(ids):
                if one in ids[:number]:
                    message = f'found the id "{one}" twice; allowed: each id once in an entry'
                    yield Problem(f"{stem}.toml", entry.id, f"{field}[{number + 1}].id", message)


def _unknown_ids(
    files: Mapping[str, Any], known: Mapping[str, Mapping[str, None]]
) -> Iterator[Problem]:
    for stem, parsed in files.items():
        for array in _names(type(parsed)):
            for entry in getattr(parsed, array):
                for path, link, name in _named(entry, ""):
                    if not any(name in known[space] for space in link):
                        kind = " or ".join(space.split(".")[1] for space in link)
                        allowed = [one for space in link for one in known[space]]
                        message = unknown(kind, name, allowed)
                        yield Problem(f"{stem}.toml", entry.id, path, message)


def _named(item: Any, path: str) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield every id that ``item`` names: its path, what it may name, and the id."""
    owner = type(item)
    for name in _names(owner):
        value = getattr(item, name)
        here = f"{path}.{name}" if path else name
        link = LINKS.get((owner.__name__, name))
        if value is None:
            continue
        if link:
            where = path if owner is Source else here
            for one in [value] if isinstance(value, str) else value:
                yield where, link, one
        elif isinstance(value, tuple):
            for number, part in enumerate(value, 1):
                yield from _named(part, f"{here}[{number}]")
        else:
            yield from _named(value, here)


_FIELDS: dict[type, tuple[str, ...]] = {}
"""What `_names` has found; every entry of every file asks."""


def _names(kind: type) -> tuple[str, ...]:
    if kind not in _FIELDS:
        named = fields(kind) if has(kind) else ()
        _FIELDS[kind] = tuple(attribute.name for attribute in named)
    return _FIELDS[kind]


def _levels(files: Mapping[str, Any]) -> Iterator[Problem]:
    """No area may allow more than the technique's own cap."""
    caps: dict[str, Technique] = {t.id: t for t in files["techniques"].technique}
    for area in files["areas"].area:
        for field, levels in (("levels", area.levels), ("on_request", area.on_request)):
            for technique_id, level in levels.items():
                cap = caps[technique_id].level if technique_id in caps else None
                if cap is None:
                    continue
                most = max(cap.max, cap.on_request or 0) if field == "on_request" else cap.max
                if not 1 <= level <= most:
                    yield Problem(
                        "areas.toml",
                        area.id,
                        f"{field}.{technique_id}",
                        f"found level {level}; allowed: 1 to {most}, the cap of {technique_id}",
                    )


def _off_the_body(files: Mapping[str, Any]) -> Iterator[Problem]:
    """Places are given on the right side of the body; only strokes across both have a left."""
    for technique in files["techniques"].technique:
        across = technique.motion is not None and technique.motion.hands == "across"
        left = -WIDEST if across else 0.0
        for number, place in enumerate(technique.place, 1):
            named = [
                (f"legs[{i}].points", p) for i, g in enumerate(place.legs, 1) for p in g.points
            ]
            named += [(f"stations[{i}].at", s.at) for i, s in enumerate(place.stations, 1)]
            named += [(f"stations[{i}].to", s.to) for i, s in enumerate(place.stations, 1) if s.to]
            for field, (x, y) in named:
                if not (left <= x <= WIDEST and HIGHEST <= y <= LOWEST):
                    yield Problem(
                        "techniques.toml",
                        technique.id,
                        f"place[{number}].{field}",
                        f"found the point [{x:g}, {y:g}], which is not on the back; allowed: "
                        f"x from {left:g} to {WIDEST:g}, y from {HIGHEST:g} to {LOWEST:g} (cm)",
                    )


def _block_places(files: Mapping[str, Any]) -> Iterator[Problem]:
    places = {t.id: [place.id for place in t.place] for t in files["techniques"].technique}
    for preset in files["presets"].preset:
        for number, block in enumerate(preset.block, 1):
            allowed = places.get(block.technique, block.places)
            for place in block.places:
                if place not in allowed:
                    message = unknown("place", place, allowed)
                    yield Problem("presets.toml", preset.id, f"block[{number}].places", message)


def _puzzle_places(files: Mapping[str, Any]) -> Iterator[Problem]:
    places = {t.id: [place.id for place in t.place] for t in files["techniques"].technique}
    for puzzle in files["faulty"].puzzle:
        for field in ("step", "solution"):
            for number, step in enumerate(getattr(puzzle, field), 1):
                allowed = places.get(step.technique, [step.place])
                if step.place not in allowed:
                    message = unknown("place", step.place, allowed)
                    yield Problem("faulty.toml", puzzle.id, f"{field}[{number}].place", message)
