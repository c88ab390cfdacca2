"""Checks that need more than one entry: ids are unique, and every id that is named exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import fields, has

from .errors import Problem
from .models.common import Source
from .models.technique import Technique

LINKS: dict[tuple[str, str], str] = {
    ("Technique", "contact"): "contacts.contact",
    ("Leg", "contact"): "contacts.contact",
    ("Station", "contact"): "contacts.contact",
    ("Station", "muscle"): "muscles.muscle",
    ("Place", "muscles"): "muscles.muscle",
    ("ZonePart", "banned"): "contacts.contact",
    ("Area", "levels"): "techniques.technique",
    ("Area", "on_request"): "techniques.technique",
    ("Area", "passing"): "techniques.technique",
    ("Region", "areas"): "areas.area",
    ("ErectorRow", "level"): "body.level",
    ("Phase", "techniques"): "techniques.technique",
    ("Phase", "if_asked"): "techniques.technique",
    ("Block", "phase"): "phases.phase",
    ("Block", "technique"): "techniques.technique",
    ("Choice", "action"): "actions.action",
    ("StopSign", "action"): "actions.action",
    ("Effect", "areas"): "areas.area",
    ("Effect", "techniques"): "techniques.technique",
    ("Amount", "number"): "numbers.number",
}
"""Which field names an entry of which file."""

MIXED = {("Shape", "of"), ("Contact", "clear_of")}
"""Fields that may name entries of two kinds."""

SHARED = ("red_flags", "conditions", "local", "products")
"""Files whose questions share one space of ids."""


def crosscheck(files: Mapping[str, Any]) -> list[Problem]:
    """Return the problems found between the structured ``files`` (stem to file model)."""
    known = {
        f"{stem}.{array.name}": [entry.id for entry in getattr(parsed, array.name)]
        for stem, parsed in files.items()
        for array in fields(type(parsed))
    }
    problems = list(_duplicates(known))
    references = set(known["references.reference"])
    sets = {name: set(ids) for name, ids in known.items()}
    bones_and_muscles = sets["body.bone"] | sets["muscles.muscle"]
    for stem, parsed in files.items():
        for array in fields(type(parsed)):
            for entry in getattr(parsed, array.name):
                for path, owner, name, value in _named(entry, ""):
                    found = Problem(f"{stem}.toml", entry.id, path, "")
                    if isinstance(value, Source):
                        allowed = references
                        value = value.ref
                    elif (owner, name) == ("Shape", "of"):
                        allowed = bones_and_muscles
                    elif (owner, name) == ("Contact", "clear_of"):
                        allowed = sets["zones.zone"] | sets["body.bone"]
                    else:
                        allowed = sets[LINKS[owner, name]]
                    if value not in allowed:
                        problems.append(_unknown(found, value, allowed))
    problems.extend(_levels(files))
    problems.extend(_block_places(files))
    return problems


def _named(item: Any, path: str) -> Iterator[tuple[str, str, str, Any]]:
    """Yield every id that ``item`` names: its path, the owning class, the field and the id."""
    if isinstance(item, Source) or not has(type(item)):
        return
    owner = type(item).__name__
    for attribute in fields(type(item)):
        value = getattr(item, attribute.name)
        here = f"{path}.{attribute.name}" if path else attribute.name
        if value is None:
            continue
        if (owner, attribute.name) in LINKS or (owner, attribute.name) in MIXED:
            for one in [value] if isinstance(value, str) else value:
                yield here, owner, attribute.name, one
        elif isinstance(value, tuple):
            for number, part in enumerate(value, 1):
                if isinstance(part, Source):
                    yield f"{here}[{number}]", owner, attribute.name, part
                yield from _named(part, f"{here}[{number}]")
        else:
            yield from _named(value, here)


def _unknown(where: Problem, value: str, allowed: set[str]) -> Problem:
    near = sorted(allowed)
    shown = ", ".join(near[:12]) + (" and more" if len(near) > 12 else "")
    message = f"found the unknown id {value!r}; allowed: {shown}"
    return Problem(where.file, where.entry, where.field, message)


def _duplicates(known: Mapping[str, list[str]]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for name, ids in known.items():
        stem, array = name.split(".")
        space = "question" if stem in SHARED else name
        for one in ids:
            if (space, one) in first:
                message = f"found the id {one!r} twice; allowed: each id once (also in {first[space, one]})"
                yield Problem(f"{stem}.toml", one, "id", message)
            first[space, one] = f"{stem}.toml"


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


def _block_places(files: Mapping[str, Any]) -> Iterator[Problem]:
    places = {t.id: {place.id for place in t.place} for t in files["techniques"].technique}
    for preset in files["presets"].preset:
        for number, block in enumerate(preset.block, 1):
            for place in block.places:
                if place not in places.get(block.technique, set()):
                    allowed = ", ".join(sorted(places.get(block.technique, set())))
                    yield Problem(
                        "presets.toml",
                        preset.id,
                        f"block[{number}].places",
                        f"found the unknown place {place!r}; allowed: {allowed}",
                    )
