"""What docs/teaching.md says can be used as it stands: its settings, its sums, its links."""

import math
import re
import tomllib
from pathlib import Path

import yaml

from helpers.content import load

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "teaching.md"
TEXT = PAGE.read_text(encoding="utf-8")
SPEED = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^ *```{kind}\n(.*?)^ *```", TEXT, re.MULTILINE | re.DOTALL)


def number(name: str) -> float:
    """What the list of figures says of a letter, in the unit that stands there."""
    found = re.search(rf"\b{name} = (?:[^,;\n]*= )?([\d.]+) (?:s|MB)", TEXT)
    assert found, name
    return float(found[1])


def test_the_sample_settings_are_yaml_and_keep_the_lessons_in_sight() -> None:
    hub, binder, puller = (yaml.safe_load(block) for block in blocks("yaml"))
    learner = hub["singleuser"]
    home = learner["storage"]["homeMountPath"]
    assert home.startswith("/home/jovyan/")
    assert learner["extraEnv"]["GOOD_HANDS_SESSION"] == home
    assert (ROOT / learner["defaultUrl"].removeprefix("/lab/tree/")).is_file()
    for each in (learner, binder["jupyterhub"]["singleuser"]):
        assert int(each["memory"]["guarantee"].removesuffix("M")) >= number("M")
    assert puller["jupyterhub"]["prePuller"]["extraImages"]


def test_the_sample_translation_fits() -> None:
    (sample,) = blocks("toml")
    (entry,) = tomllib.loads(sample)["control"]
    assert entry["id"] in load(language="de").control


def test_the_sums_are_right() -> None:
    learner, start, move, site = (number(name) for name in "MCDB")
    span, wait = number("T"), number("W")
    assert learner == number("S") + 2 * number("K")
    rows = re.findall(r"^\| (30|300|3,000) \| (.+) \|$", TEXT, re.MULTILINE)
    assert len(rows) == 3
    for count, rest in rows:
        n = int(count.replace(",", ""))
        memory, starting, working, machines, sent = (
            float(re.sub(r"[^\d.]", "", cell)) for cell in rest.split(" | ")
        )
        assert memory == n * learner / 1000
        assert starting == round(n * start / span, 1)
        assert math.isclose(working, n * move / wait, abs_tol=0.051)
        assert machines == math.ceil(max(memory / 28, starting / 7, working / 7))
        assert sent == n * site / 1000


def measured(what: str, figure: str) -> list[float]:
    """The figures of the rows of docs/speed.md that measure something, in their order."""
    rows = re.findall(rf"^\| {what}.*\| (.+) \|$", SPEED, re.MULTILINE)
    found = [re.search(figure, row) for row in rows]
    assert found
    assert all(found)
    return [float(match[1]) for match in found if match]


def test_the_figures_are_not_below_what_was_measured() -> None:
    assert number("K") >= measured("memory of a learner, 1 learner ", r"^(\d+) MB")[0]
    assert number("S") >= measured("memory of a learner, 1 learner ", r", (\d+) MB$")[0]
    starts = measured("full session opened and run", r"([\d.]+) s of processor time a learner")
    moves = measured("processor time of a move", r"^(\d+) ms")
    assert len(starts) == len(moves) == 4
    assert number("C") >= max(starts)
    assert number("D") >= max(moves) / 1000
    first, again = r", ([\d.]+) MB in \d+; while", r"^([\d.]+) MB in \d+ answers"
    assert number("B") >= measured("browser-only site: sent", first)[0]
    assert f"({math.ceil(measured('browser-only site: sent', again)[0])} MB from" in TEXT


def test_lessons_take_as_long_as_they_say() -> None:
    minutes = sum(lesson.minutes for lesson in load().lesson.values())
    assert f"{minutes // 60} hours and {minutes % 60} minutes" in TEXT


def test_links_and_files_are_there() -> None:
    heads = {
        re.sub(r"[^a-z -]", "", head.lower()).replace(" ", "-")
        for head in re.findall(r"^##+ (.+)$", TEXT, re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)]+)\)", TEXT):
        if target.startswith("#"):
            assert target[1:] in heads
        else:
            assert (PAGE.parent / target).is_file()
    for name in re.findall(r"`(\w+\.toml)`", TEXT):
        assert (ROOT / "content" / name).is_file()
    assert "docs/teaching.md" in (ROOT / "README.md").read_text(encoding="utf-8")
