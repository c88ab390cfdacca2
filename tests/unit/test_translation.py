"""Another language: words lie over the content, and nothing but words."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from helpers.content import Content, ContentError, load
from helpers.content.files import folder
from helpers.content.listing import FILES
from helpers.content.speech import spoken
from helpers.content.structure import structure
from helpers.content.translate import translate
from tests.unit.tables import TABLES, put, ways

GERMAN = {p.stem: tomllib.loads(p.read_text("utf-8")) for p in (folder() / "de").glob("*.toml")}
# Fields that hold words; whatever else there is must be the same in every language.
WORDS = (
    *("label", "help", "title", "phase", "promise", "text", "ask", "answer", "feedback"),
    *("name", "say", "also", "short", "meaning", "do", "because", "plain", "purpose"),
    *("why_here", "hand", "good_for", "never_on", "mistakes", "cue"),
)
LESSON = "04"


def differing(one: Any, other: Any, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the way to every value that is not the same."""
    if attrs.has(type(one)) and type(one) is type(other):
        for field in attrs.fields(type(one)):
            name = field.name
            yield from differing(getattr(one, name), getattr(other, name), (*way, name))
    elif isinstance(one, tuple) and isinstance(other, tuple) and way[-1] not in WORDS:
        assert len(one) == len(other), way
        for number, pair in enumerate(zip(one, other, strict=True)):
            yield from differing(*pair, (*way, str(number)))
    elif one != other:
        yield way


def changed(content: Content) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for kind in attrs.fields(Content):
        english = getattr(load(), kind.name)
        others = getattr(content, kind.name)
        assert list(english) == list(others)
        for name, entry in english.items():
            found += differing(entry, others[name], (kind.name, name))
    return found


def test_only_words_differ_from_english() -> None:
    found = changed(load(language="de"))
    assert found
    assert [way for way in found if way[-1] not in WORDS] == []


def leaves(table: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield field and text of all words in a table."""
    if isinstance(table, dict):
        for name, value in table.items():
            if name != "id":
                yield from leaves(value, name)
    elif isinstance(table, list):
        for one in table:
            yield from leaves(one, field)
    else:
        yield field, table


def test_every_field_of_the_translation_is_used() -> None:
    count = sum(1 for table in GERMAN.values() for _ in leaves(table))
    content = load(language="de")
    ways = changed(content)
    lists = ("also", "short", "good_for", "never_on", "mistakes")
    shown = 0
    for kind, name, *rest in ways:
        value: Any = getattr(content, kind)[name]
        for step in rest:
            value = value[int(step)] if step.isdigit() else getattr(value, step)
        shown += len(value) if rest[-1] in lists else 1
    assert shown == count


@pytest.mark.parametrize("stem", GERMAN)
def test_the_words_of_a_lesson_are_all_there(stem: str) -> None:
    def taught(entry: dict[str, Any]) -> bool:
        by_number = {"lessons": entry["id"] == LESSON, "quizzes": entry.get("lesson") == LESSON}
        of_lessons = {"glossary": LESSON in entry.get("lessons", [])}
        strokes = {"techniques": entry["id"] in ("T20", "T21", "T22")}
        return (by_number | of_lessons | strokes).get(stem, stem != "controls_techniques")

    wanted, found = (
        {
            (array, entry["id"])
            for array, entries in TABLES[stem].items()
            for entry in entries
            if taught(entry)
        },
        {(array, entry["id"]) for array, entries in GERMAN[stem].items() for entry in entries},
    )
    assert wanted <= found


SHOW = """
import json
from ipywidgets.widgets.widget import _instances
from helpers import widgets
widgets.terms("04"), widgets.StrokePlanner("T20"), widgets.FinishPlanner()
widgets.RestPlanner(), widgets.quiz("04"), widgets.recall("04")
states = [widget.get_state() for widget in _instances.values()]
print(json.dumps(states, default=str, ensure_ascii=False))
"""


def test_the_widgets_of_the_lesson_show_it(tmp_path: Path) -> None:
    told = {"GOOD_HANDS_LANGUAGE": "de", "GOOD_HANDS_SESSION": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SHOW],
        env=os.environ | told | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shown = done.stdout
    wanted = [text for _, text in leaves(GERMAN["controls_finish"])]
    wanted += [text for _, text in leaves(GERMAN["quizzes"])]
    wanted += [entry["meaning"] for entry in GERMAN["glossary"]["term"]]
    wanted += [place["name"] for place in GERMAN["techniques"]["technique"][0]["place"]]
    missing = [text for text in wanted if json.dumps(text, ensure_ascii=False)[1:-1] not in shown]
    assert missing == []
    # A screen reader is told the language of each; what stays English is told as English.
    told_as = {one["label"]: one["lang"] for one in json.loads(shown) if "label" in one}
    german = {entry["label"] for entry in GERMAN["controls_finish"]["control"]}
    assert {told_as[label] for label in german & told_as.keys()} == {"de"}
    assert german & told_as.keys()
    assert {told_as["Body"], told_as["Your changes: Plan the finish"]} == {""}


def test_the_language_of_words_is_that_of_most_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    (label, help_) = (GERMAN["controls_finish"]["control"][0][name] for name in ("label", "help"))
    assert spoken([label, help_]) == ""
    monkeypatch.setenv("GOOD_HANDS_LANGUAGE", "de")
    assert spoken([label, help_, "seconds"]) == "de"
    assert spoken([help_.upper()]) == "de"
    assert spoken([label, "Two flat palms, one on each side of the spine, in eight seconds"]) == ""
    assert spoken([]) == spoken(["", "7.5"]) == ""


SLIPS: list[tuple[str, dict[str, Any], str]] = [
    ("lessons", {"lesson": [{"id": "04", "minutes": 20}]},
     "de/lessons.toml, 04, minutes: found minutes, which is not translated; allowed: title, phase, "
     "promise, objective"),
    ("quizzes", {"quiz": [{"id": "04-spine", "sources": ["OURS:D"]}]},
     "de/quizzes.toml, 04-spine, sources: found sources, which is not translated; allowed: ask"),
    ("quizzes", {"quiz": [{"id": "04-spin", "ask": "Wo?"}]},
     'de/quizzes.toml, 04-spin, id: found the unknown id "04-spin" (did you mean 04-spine?)'),
    ("quizzes", {"quiz": [{"ask": "Wo?"}]},
     "de/quizzes.toml, quiz number 1, id: found no id; add the id of the entry"),
    ("quizzes", {"quiz": [{"id": "04-spine", "asks": "Wo?"}]},
     'de/quizzes.toml, 04-spine, asks: found the unknown field "asks" (did you mean ask?)'),
    ("quizzes", {"quiz": [{"id": "04-spine", "ask": " "}]},
     "de/quizzes.toml, 04-spine, ask: found empty text; allowed: text in quotes"),
    ("quizzes", {"quiz": [{"id": "04-spine", "ask": 3}]},
     "de/quizzes.toml, 04-spine, ask: found 3; allowed: text in quotes"),
    ("quizzes", {"quiz": [{"id": "04-spine", "option": [{"id": "edge", "text": "Rand"}]}]},
     'de/quizzes.toml, 04-spine, option.edge.id: found the unknown id "edge" (did you mean edges'),
    ("quizzes", {"quiz": [{"id": "04-spine", "option": [{"id": "edges", "right": True}]}]},
     "de/quizzes.toml, 04-spine, option.edges.right: found right, which is not translated"),
    ("quizzes", {"quiz": [{"id": "04-spine"}, {"id": "04-spine"}]},
     'de/quizzes.toml, 04-spine, id: found the id "04-spine" twice'),
    ("quizzes", {"quiz": {"id": "04-spine"}},
     "de/quizzes.toml, quiz: found a table (id); allowed: a list, with [[two brackets]]"),
    ("quizzes", {"quizz": []},
     'de/quizzes.toml, quizz: found the unknown list "quizz" (did you mean quiz?); allowed: quiz'),
    ("techniques", {"technique": [{"id": "T20", "mistakes": "zu schnell"}]},
     "de/techniques.toml, T20, mistakes: found the text \"zu schnell\"; allowed: a list"),
    ("techniques", {"technique": [{"id": "T20", "mistakes": [""]}]},
     "de/techniques.toml, T20, mistakes: found empty text; allowed: text in quotes"),
    ("techniques", {"technique": [{"id": "T20", "level": {"default": 4}}]},
     "de/techniques.toml, T20, level: found level, which is not translated"),
    ("quizes", {"quiz": []}, 'de/quizes.toml: found the unknown file "quizes" (did you mean quizz'),
]  # fmt: skip


@pytest.mark.parametrize(("stem", "words", "said"), SLIPS, ids=lambda value: "")
def test_a_slip_names_file_entry_field_and_what_is_allowed(
    stem: str, words: dict[str, Any], said: str
) -> None:
    tables, problems = translate(TABLES, {stem: words}, "de")
    (problem,) = problems
    assert str(problem).startswith(said)
    assert tables == TABLES


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(folder(), tmp_path / "content"))


def test_all_slips_of_all_files_are_told_at_once(copy: Path) -> None:
    (copy / "de" / "quizzes.toml").write_text('[[quiz]\nid = "04-spine"', encoding="utf-8")
    (copy / "de" / "lessons.toml").write_text('[[lesson]]\nid = "40"', encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(copy, "de")
    told = sorted(str(problem) for problem in caught.value.problems)
    assert [line.partition(":")[0] for line in told] == [
        "de/lessons.toml, 40, id",
        "de/quizzes.toml",
    ]
    assert "this is not TOML" in told[1]
    assert str(load(copy, "en").quiz) == str(load().quiz)


@pytest.mark.parametrize("language", ["fr", "../de", "schema", "de/.."])
def test_a_language_that_is_not_there_is_told_with_those_that_are(language: str) -> None:
    with pytest.raises(ContentError, match=r"found the unknown language .* allowed: en, de"):
        load(language=language)


@pytest.mark.parametrize(("value", "language"), [("de", "de"), (" DE ", "de"), ("", "en")])
def test_the_variable_chooses(
    value: str, language: str, monkeypatch: pytest.MonkeyPatch, copy: Path
) -> None:
    monkeypatch.setenv("GOOD_HANDS_LANGUAGE", value)
    assert load(copy).control["pacer"].label == load(language=language).control["pacer"].label


WRONG: tuple[Any, ...] = (3, 2.5, True, "", [], {}, ["", 3], [{}], {"id": "x"}, [[]])


@pytest.mark.parametrize("stem", GERMAN)
def test_whatever_stands_in_a_translation_is_told_and_breaks_nothing(stem: str) -> None:
    for number, (way, value) in enumerate(ways(GERMAN[stem])):
        # Three at each place, in turn: all of them are tried often.
        for wrong in (*WRONG, *WRONG)[number % len(WRONG) :][:3]:
            if type(wrong) is type(value) and wrong in ([], {}):
                continue  # nothing is translated there, which is allowed
            words = {stem: put(GERMAN[stem], way, wrong)}
            tables, problems = translate(TABLES, words, "de")
            assert problems, (way, wrong)
            assert all(one.file == f"de/{stem}.toml" and one.message for one in problems)
        structure(tables[stem], FILES[stem], f"{stem}.toml")
