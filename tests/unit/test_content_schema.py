"""The schemas fit the content and refuse the slips that the loader refuses."""

import json
import shutil
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from helpers.content import ContentError, files
from helpers.content.docstrings import about_field
from helpers.content.listing import FILES
from helpers.content.models.body import Muscle
from helpers.content.models.technique import Leg
from helpers.content.schema import main, schema, texts
from helpers.content.structure import structure
from tests.unit.tables import ARRAYS, CONTENT, TABLES, put, small, ways


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content that ``main`` takes for the real one."""
    copy = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    monkeypatch.setattr(files, "folder", lambda: copy)
    return copy


def faults(stem: str, table: dict[str, Any]) -> list[str]:
    """What the schema says against ``table``."""
    validator = Draft202012Validator(schema(stem))
    return [error.message for error in validator.iter_errors(table)]


def loads(stem: str, table: dict[str, Any]) -> bool:
    try:
        structure(table, FILES[stem], f"{stem}.toml")
    except ContentError:
        return False
    return True


# The files


def test_the_committed_schemas_are_up_to_date() -> None:
    assert main(["--check"]) == 0, "run 'make schema' and commit the result"


@pytest.mark.parametrize("stem", FILES)
def test_each_content_file_names_its_schema_first(stem: str) -> None:
    first = (CONTENT / f"{stem}.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"#:schema ./schema/{stem}.schema.json"
    assert (CONTENT / "schema" / f"{stem}.schema.json").is_file()


def test_writing_mends_what_checking_complains_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schemas = folder / "schema"
    (schemas / "areas.schema.json").unlink()
    (schemas / "old.schema.json").write_text("{}", encoding="utf-8")
    (schemas / "zones.schema.json").write_text("{}", encoding="utf-8")
    assert main(["--check"]) == 1
    told = capsys.readouterr().err
    assert "(areas.schema.json, old.schema.json, zones.schema.json); run 'make schema'" in told
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert {path.name for path in schemas.iterdir()} == set(texts())


def test_writing_makes_the_folder(folder: Path) -> None:
    shutil.rmtree(folder / "schema")
    assert main([]) == 0
    for path in (CONTENT / "schema").iterdir():
        assert (folder / "schema" / path.name).read_bytes() == path.read_bytes()


# What they say


@pytest.mark.parametrize("stem", FILES)
def test_a_schema_is_sound_and_fits_its_file(stem: str) -> None:
    Draft202012Validator.check_schema(schema(stem))
    assert faults(stem, TABLES[stem]) == []


@pytest.mark.parametrize("stem", FILES)
def test_every_table_is_closed_and_described(stem: str) -> None:
    whole = schema(stem)
    for part in (whole, *whole["$defs"].values()):
        assert part["additionalProperties"] is False
        assert part["description"].endswith(".")
        assert set(part["required"]) <= set(part["properties"])


def test_fields_are_described_by_the_docstrings_below_them() -> None:
    assert about_field(Leg, "pace") == "None: the pace of the technique."
    assert about_field(Leg, "role") == ""
    assert schema("techniques")["$defs"]["Leg"]["properties"]["pace"] == {
        "$ref": "#/$defs/Amount",
        "description": "None: the pace of the technique.",
    }


def test_checks_and_defaults_are_told() -> None:
    muscle = schema("muscles")["$defs"]["Muscle"]
    assert muscle["required"] == [
        field.name for field in attrs.fields(Muscle) if field.default is attrs.NOTHING
    ]
    fields = muscle["properties"]
    assert fields["deep"]["default"] is False
    assert fields["points"]["minItems"] == 3
    assert (fields["layer"]["minimum"], fields["layer"]["maximum"]) == (1, 9)
    assert "D" in schema("techniques")["$defs"]["Technique"]["properties"]["ours"]["description"]
    assert schema("rules")["$defs"]["Rule"]["properties"]["severity"]["enum"] == ["error", "advice"]


# Schema and loader refuse the same


@pytest.mark.parametrize(("stem", "array"), ARRAYS)
def test_a_missing_or_unknown_field(stem: str, array: str) -> None:
    table = small(stem, array)
    assert faults(stem, table) == []
    whole = schema(stem)
    name = whole["properties"][array]["items"]["$ref"].rpartition("/")[2]
    for key in whole["$defs"][name]["required"]:
        without = {name: value for name, value in table[array][0].items() if name != key}
        assert any(
            f"'{key}' is a required" in say for say in faults(stem, table | {array: [without]})
        )
        assert not loads(stem, table | {array: [without]})
    strange = table | {array: [table[array][0] | {"sourcs": 1}]}
    assert any("'sourcs' was unexpected" in say for say in faults(stem, strange))
    assert not loads(stem, strange)


@pytest.mark.parametrize(("stem", "array"), ARRAYS)
def test_a_value_of_the_wrong_kind(stem: str, array: str) -> None:
    table = small(stem, array)
    validator = Draft202012Validator(schema(stem))
    for way, value in ways(table, ()):
        spoilt = put(table, way, 7 if isinstance(value, str | dict) else "a word")
        assert not validator.is_valid(spoilt), way
        assert not loads(stem, spoilt), way


@pytest.mark.parametrize(
    ("stem", "way", "bad"),
    [
        ("techniques", ("technique", 0, "kind"), "rub"),
        ("techniques", ("technique", 0, "pace", "unit"), "inch"),
        ("techniques", ("technique", 0, "article"), ["C16"]),
        ("techniques", ("technique", 0, "level", "max"), 5),
        ("techniques", ("technique", 0, "plain"), " "),
        ("techniques", ("technique", 0, "id"), "two words"),
        ("techniques", ("technique", 0, "sources"), []),
        ("techniques", ("technique", 0, "sources"), ["R-LOKEN09"]),
        ("techniques", ("technique", 0, "sources"), ["R-LOKEN09:D"]),
        ("techniques", ("technique", 0, "sources"), ["OURS:V"]),
        ("muscles", ("muscle", 0, "points"), [[0, 0], [1, 1]]),
        ("muscles", ("muscle", 0, "fibres"), [[[0, 0]]]),
        ("muscles", ("muscle", 0, "layer"), 2.5),
        ("areas", ("area", 0, "levels"), {"T02": "3"}),
        ("rules", ("rule",), []),
        ("red_flags", ("question", 0, "choice", 0, "action"), "PANIC"),
    ],
)
def test_a_value_that_is_not_allowed(stem: str, way: tuple[str | int, ...], bad: Any) -> None:
    spoilt = put(TABLES[stem], way, bad)
    assert faults(stem, spoilt)
    assert not loads(stem, spoilt)


def test_the_text_of_a_schema_never_varies() -> None:
    assert texts() == texts()
    for text in texts().values():
        assert text.endswith("}\n")
        assert json.loads(text)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
