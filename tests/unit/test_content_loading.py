"""A slip in a content file is told by file, entry and field, with what is found and allowed."""

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import Content, ContentError, Problem, load
from helpers.content.files import read
from helpers.content.listing import FILES
from helpers.content.structure import structure
from tests.unit.tables import (
    ARRAYS,
    CONTENT,
    TABLES,
    Way,
    problems,
    put,
    shown,
    small,
    ways,
    wrong_in,
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def complaints(folder: Path) -> list[Problem]:
    with pytest.raises(ContentError) as told:
        load(folder)
    assert str(told.value).splitlines() == [str(one) for one in told.value.problems]
    return list(told.value.problems)


def told(stem: str, table: dict[str, Any]) -> list[Problem]:
    with pytest.raises(ContentError) as error:
        structure(table, FILES[stem], f"{stem}.toml")
    return list(error.value.problems)


# Whole files


def test_a_sound_copy_loads(copy: Path) -> None:
    assert isinstance(load(copy), Content)


def test_every_content_file_is_read() -> None:
    assert set(TABLES) == set(FILES)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (None, "the file is missing; put it back"),
        (b"", "found no entry; put them back"),
        (b"\n  \r\n\t\n", "found no entry; put them back"),
        (b"# only\n# comments\n", "found no entry; put them back"),
        (b"[[entry]\n", "this is not TOML: "),
        (b'a = "no end\n', "this is not TOML: "),
        (b"a = 1\na = 2\n", "this is not TOML: "),
        (b"n = 1" + b"0" * 5000, "this is not TOML: "),
        (b"n = " + b"[" * 5000, "this is not TOML: "),
        (b"a = \xe9\n", "not UTF-8 text at position 4; save it as UTF-8"),
        ("a = 'é'\n".encode("utf-16"), "not UTF-8 text at position 0; save it as UTF-8"),
    ],
    ids=[
        "missing", "empty", "blank", "comments", "bracket", "quote", "twice", "digits", "nested",
        "latin-1", "utf-16",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read(copy: Path, content: bytes | None, complaint: str) -> None:
    path = copy / "rules.toml"
    path.unlink() if content is None else path.write_bytes(content)
    (problem,) = complaints(copy)
    assert problem.file == path.name
    assert (problem.entry, problem.field) == ("", "")
    assert complaint in problem.message


def test_every_file_is_needed(tmp_path: Path) -> None:
    missing = complaints(tmp_path)
    for stem in FILES:
        (tmp_path / f"{stem}.toml").write_text("# nothing yet\n", encoding="utf-8")
    empty = complaints(tmp_path)
    for found, complaint in ((missing, "the file is missing"), (empty, "found no entry")):
        assert [problem.file for problem in found] == [f"{stem}.toml" for stem in FILES]
        assert all(complaint in problem.message for problem in found)


def test_a_place_that_cannot_be_read(copy: Path) -> None:
    (copy / "rules.toml").unlink()
    (copy / "rules.toml").mkdir()
    (problem,) = complaints(copy)
    assert problem.file == "rules.toml"
    assert "the file cannot be read" in problem.message


def test_toml_mistakes_name_the_line(copy: Path) -> None:
    path = copy / "areas.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('name = "', "name = ", 1), encoding="utf-8")
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row.startswith("name = "))
    (problem,) = complaints(copy)
    assert f"at line {line}," in problem.message
    assert "check the quotes and brackets" in problem.message


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_files_saved_by_other_editors_load(copy: Path, ending: str) -> None:
    for path in copy.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", ending).encode())
    assert str(load(copy).technique) == str(load().technique)


def test_problems_of_all_files_are_listed_at_once(copy: Path) -> None:
    (copy / "areas.toml").unlink()
    (copy / "rules.toml").write_text("a = [", encoding="utf-8")
    (copy / "zones.toml").write_text("# nothing\n", encoding="utf-8")
    presets = (copy / "presets.toml").read_text(encoding="utf-8")
    presets = presets.replace('kind = "length"', 'kind = "size"', 1).replace(
        "minutes =", "minuets =", 1
    )
    (copy / "presets.toml").write_text(presets, encoding="utf-8")
    found = complaints(copy)
    assert {p.file for p in found} == {"areas.toml", "rules.toml", "zones.toml", "presets.toml"}
    assert {p.field for p in found if p.file == "presets.toml"} == {"kind", "minutes", "minuets"}


# Every entry of every file


@pytest.mark.parametrize(("stem", "array"), ARRAYS)
def test_a_missing_field_is_named(stem: str, array: str) -> None:
    dropped = 0
    table = small(stem, array)
    for entry in TABLES[stem][array]:
        for key in entry:
            table[array] = [{name: value for name, value in entry.items() if name != key}]
            try:
                structure(table, FILES[stem], f"{stem}.toml")
            except ContentError as error:
                (problem,) = error.problems
                dropped += 1
                assert problem.file == f"{stem}.toml"
                assert problem.entry == (f"{array} number 1" if key == "id" else entry["id"])
                if problem.field:
                    assert problem.field == key
                    assert problem.message.startswith(f"found nothing; add {key}: ")
                else:
                    assert "needs " in problem.message or "allowed: " in problem.message
    assert dropped >= 2 * len(TABLES[stem][array])


@pytest.mark.parametrize(("stem", "array"), ARRAYS)
def test_an_unknown_field_is_named_with_the_likeliest_meant(stem: str, array: str) -> None:
    table = small(stem, array)
    for entry in TABLES[stem][array]:
        table[array] = [entry | {"sourcs": ["OURS:D"]}]
        (problem,) = told(stem, table)
        assert (problem.file, problem.entry, problem.field) == (
            f"{stem}.toml",
            entry["id"],
            "sourcs",
        )
        assert problem.message.startswith('found the unknown field "sourcs"')
        assert "; allowed: id, " in problem.message
        assert ("did you mean sources?" in problem.message) == ("sources" in entry)


@pytest.mark.parametrize(("stem", "array"), ARRAYS)
def test_an_unknown_kind_of_entry_is_named(stem: str, array: str) -> None:
    table = small(stem, array)
    table[f"{array}s"] = table.pop(array)
    missing, strange = told(stem, table)
    assert (missing.entry, missing.field) == ("", array)
    assert missing.message == f"found nothing; add {array}: a list in [square brackets]"
    assert (strange.entry, strange.field) == ("", f"{array}s")
    assert f"did you mean {array}?" in strange.message


def wrong(value: Any) -> Any:
    """A value of another kind than ``value``."""
    if isinstance(value, str | dict):
        return 7
    return "a word"


@pytest.mark.parametrize(("stem", "array"), ARRAYS)
def test_a_value_of_the_wrong_kind_is_named_wherever_it_is(stem: str, array: str) -> None:
    table = small(stem, array)
    for entry in TABLES[stem][array]:
        table[array] = [entry]
        for way, value in ways(entry):
            (problem,) = told(stem, put(table, (array, 0, *way), wrong(value)))
            assert problem.file == f"{stem}.toml"
            assert problem.entry == (f"{array} number 1" if way == ("id",) else entry["id"])
            assert problem.field == shown(way)
            assert problem.message.startswith(f"found {'7' if wrong(value) == 7 else 'the text'}")
            assert "; allowed: " in problem.message


@pytest.mark.parametrize(("stem", "array"), ARRAYS)
@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf"), 10**400, 1e9, True])
def test_no_number_is_odd(stem: str, array: str, bad: float) -> None:
    table = small(stem, array)
    for way, value in ways(table[array][0]):
        if isinstance(value, int | float) and not isinstance(value, bool):
            (problem,) = told(stem, put(table, (array, 0, *way), bad))
            assert problem.field == shown(way)
            assert "; allowed: a" in problem.message
            assert "number" in problem.message


@pytest.mark.parametrize(("stem", "array"), ARRAYS)
def test_a_list_of_entries_may_not_be_empty_or_one_table(stem: str, array: str) -> None:
    table = small(stem, array)
    (none,) = told(stem, {**table, array: []})
    (one,) = told(stem, {**table, array: table[array][0]})
    assert none.field == one.field == array
    assert none.message == "found 0 values; allowed: 1 or more"
    assert one.message.startswith("found a table (")
    assert one.message.endswith("; allowed: a list, with [[two brackets]]")


@pytest.mark.parametrize(("stem", "array"), ARRAYS)
def test_an_id_stands_for_one_entry(stem: str, array: str) -> None:
    entries = TABLES[stem][array]
    twice = {**TABLES[stem], array: [*entries, entries[0]]}
    first = wrong_in({stem: twice})[0]
    assert (first.file, first.entry, first.field) == (f"{stem}.toml", entries[0]["id"], "id")
    assert "twice; allowed: each id once" in first.message


@pytest.mark.parametrize("bad", ["", "  ", "two words", "-", "é", "a.b"])
def test_an_id_is_one_plain_word(bad: str) -> None:
    (problem,) = problems("rules", "rule", 1, ("id",), bad)
    assert problem.field == "id"
    assert problem.message.endswith("; allowed: letters, digits, - and _, with no spaces")


# Whatever is typed, the answer is content or a ContentError

ATOMS = (
    st.none().map(lambda _: "OURS:D")
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["T02", "palm", "M01", "A01", "cm/s", "polygon", "yes"])
    | st.dates()
    | st.datetimes()
    | st.times()
)
VALUES = st.recursive(
    ATOMS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner)
)
PLACES = [
    (stem, way) for stem, table in TABLES.items() for way, value in ways(table) if len(way) != 2
]


@given(changes=st.lists(st.tuples(st.sampled_from(PLACES), VALUES), min_size=1, max_size=3))
def test_any_value_anywhere_is_fine_or_told_in_words(
    changes: list[tuple[tuple[str, Way], Any]],
) -> None:
    tables: dict[str, Any] = {}
    for (stem, way), value in changes:
        with suppress(LookupError, TypeError, AttributeError):  # an earlier change took the place
            tables[stem] = put(tables.get(stem, TABLES[stem]), way, value)
    assert all("found" in problem.message for problem in wrong_in(tables))


@given(text=st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_any_bytes_give_a_table_or_a_content_error(
    tmp_path_factory: pytest.TempPathFactory, text: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(text)
    with suppress(ContentError):
        assert read(path)
