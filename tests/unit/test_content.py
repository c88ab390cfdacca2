"""What the content holds once it is loaded: complete, frozen, and open about its own choices."""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import pytest

from helpers.content import Content, load
from helpers.content.models.common import Source
from helpers.content.models.technique import Technique
from tests.unit.tables import TABLES

TECHNIQUES = load().technique
TAUGHT = [technique for technique in TECHNIQUES.values() if technique.taught]


def inside(item: Any) -> Iterator[Any]:
    """Everything that ``item`` is made of, itself included."""
    yield item
    if attrs.has(type(item)):
        for attribute in attrs.fields(type(item)):
            yield from inside(getattr(item, attribute.name))
    elif isinstance(item, Mapping):
        for value in item.values():
            yield from inside(value)
    elif isinstance(item, tuple):
        for value in item:
            yield from inside(value)


# One content for everyone, that nobody changes


def test_it_is_read_once() -> None:
    assert load() is load()


def test_it_has_a_short_name() -> None:
    assert repr(load()) == "Content()"


def test_nothing_in_it_can_be_changed() -> None:
    seen = list(inside(load()))
    assert len(seen) > 10_000
    for item in seen:
        if attrs.has(type(item)):
            name = attrs.fields(type(item))[0].name
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(item, name, getattr(item, name))
        elif isinstance(item, Mapping):
            with pytest.raises(TypeError):
                item["new"] = 1  # type: ignore[index]
        else:
            assert item is None or isinstance(item, str | bool | int | float | tuple)


def test_entries_stand_under_their_ids_in_the_order_of_the_file() -> None:
    content = load()
    assert list(content.technique) == [entry["id"] for entry in TABLES["techniques"]["technique"]]
    for attribute in attrs.fields(Content):
        entries = getattr(content, attribute.name)
        assert entries, attribute.name
        assert all(entry.id == name for name, entry in entries.items())


def test_no_entry_is_lost() -> None:
    in_files = sum(len(entries) for table in TABLES.values() for entries in table.values())
    assert in_files == sum(len(getattr(load(), a.name)) for a in attrs.fields(Content))


def test_pressure_levels_are_found_by_number() -> None:
    assert [load().pressure_level(n).level for n in range(1, 6)] == [1, 2, 3, 4, 5]


# Our own choices stay marked as such


def ours(entries: Mapping[str, Any]) -> int:
    return sum(isinstance(item, Source) and item.is_ours for item in inside(entries))


@pytest.mark.parametrize(
    "name",
    ["technique", "number", "phase", "rule", "preset", "area", "zone", "pressure", "contact"],
)
def test_what_the_planner_uses_says_which_part_is_our_choice(name: str) -> None:
    assert ours(getattr(load(), name)) > 0


def test_every_mark_in_the_files_survives() -> None:
    def marks(item: Any) -> Iterator[str]:
        if isinstance(item, dict):
            for key, value in item.items():
                yield from value if key == "sources" else marks(value)
        elif isinstance(item, list):
            for value in item:
                yield from marks(value)

    loaded = [f"{s.ref}:{s.mark}" for s in inside(load()) if isinstance(s, Source)]
    assert sorted(loaded) == sorted(marks(dict(TABLES)))


@pytest.mark.parametrize("technique", TAUGHT, ids=lambda technique: technique.id)
def test_numbers_of_our_own_name_real_fields(technique: Technique) -> None:
    assert technique.ours
    assert all(getattr(technique, name) for name in technique.ours)


# The catalogue is whole


def test_all_techniques_are_there_in_order() -> None:
    assert list(TECHNIQUES) == [f"T{number:02}" for number in range(1, 23)]


def test_the_elbow_is_not_taught_and_says_why() -> None:
    (elbow,) = (technique for technique in TECHNIQUES.values() if not technique.taught)
    assert elbow.id == "T18"
    assert "elbow" in elbow.not_taught_because.lower()
    assert "nerve" in elbow.not_taught_because.lower()
    assert not elbow.place


def test_forearm_and_percussion_wait_to_be_asked_for() -> None:
    assert {t.id for t in TAUGHT if t.only_if_asked} == {"T17", "T19"}


@pytest.mark.parametrize("technique", TAUGHT, ids=lambda technique: technique.id)
def test_a_taught_technique_says_all_that_a_learner_needs(technique: Technique) -> None:
    for words in (technique.cue, technique.purpose, technique.why_here, technique.hand):
        assert words.strip()
        assert words.strip()[-1] in ".?!", words
    assert len(technique.mistakes) >= 2
    assert technique.good_for
    assert technique.never_on
    assert technique.place
    assert technique.sources
    assert technique.level is not None
    assert technique.level.max <= 4


def test_every_stroke_of_the_article_is_taught_by_some_technique() -> None:
    taught = {fact for technique in TAUGHT for fact in technique.article}
    spoken = {"C10"}  # to keep asking about the pressure: a sentence to say, not a stroke
    assert {f"C{number}" for number in range(1, 16)} - taught == spoken
    assert any("pressure" in script.say for script in load().script.values())
