"""References, numbers, phases, rules and ready-made sessions say what they must, and agree."""

import re
import tomllib
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest

from helpers.content import load
from helpers.content.models.plan import Preset

CONTENT = Path(__file__).resolve().parents[2] / "content"
FILES = sorted(path.name for path in CONTENT.glob("*.toml"))

PRESETS = (
    "calm-5", "length-10", "standard-20", "length-30", "length-45", "light-11",
    "shoulders-first", "low-back-eased", "better-sleep", "techniques-drill",
)  # fmt: skip
PHASES = ("P1", "P2", "P3", "P4", "P5", "P6")
ONE_SIDE = {"T04", "T06", "T09", "T11", "T12", "T14", "T15", "T17", "T19"}
"""Strokes that do one side after the other: half of a block is spent on each."""
LIGHT = {"T01", "T02", "T03", "T04", "T05", "T20", "T21", "T22"}
RESTING = {"T01", "T22"}

NUMBERS = {
    *(f"N{n:02}" for n in range(1, 15)),
    *(f"V{n:02}" for n in range(1, 16)),
    *(f"H{n:02}" for n in range(1, 15)),
    *(f"R{n:02}" for n in range(1, 6)),
    *(f"Q{n:02}" for n in range(1, 7)),
    *(f"F{n:02}" for n in range(1, 8)),
}

RULES: dict[str, tuple[float | None, str | None]] = {
    "order": (None, None),
    "total": (None, None),
    "share": (10, "min"),
    "warm-up": (180, "s"),
    "warm-up-share": (20, "%"),
    "spots-share": (20, "%"),
    "spots-time": (300, "s"),
    "spot-time": (90, "s"),
    "spots-count": (3, "n"),
    "rise": (1, "level"),
    "fall": (0, "level"),
    "both-sides": (10, "%"),
    "finish": (None, None),
    "short": (10, "min"),
    "very-short": (5, "min"),
    "light-only": (2, "level"),
    "no-press": (None, None),
    "area-cap": (None, None),
    "technique-cap": (None, None),
    "not-taught": (None, None),
    "asked-only": (None, None),
    "strong": (4, "level"),
    "excluded": (None, None),
    "on-the-back": (None, None),
    "person-cap": (None, None),
    "agreed": (None, None),
    "same-stroke": (120, "s"),
    "comfort-check": (3, "min"),
    "easy-minutes": (1, "min"),
    "long-session": (30, "min"),
    "hard-stop": (45, "min"),
    "least": (3, "min"),
    "hand-speed": (60, "cm/s"),
    "margin": (5, "cm"),
    "margin-infection": (10, "cm"),
    "thumbs": (10, "%"),
    "screening": (None, None),
    "percussion-time": (60, "s"),
    "crossfibre-time": (30, "s"),
    "friction-time": (60, "s"),
    "press-time": (60, "s"),
}
ADVICE = {"same-stroke", "comfort-check", "easy-minutes", "long-session", "thumbs"}


def sources(item: Any) -> Iterator[str]:
    """Every string of every ``sources`` list, however deep."""
    if isinstance(item, dict):
        for key, value in item.items():
            yield from value if key == "sources" else sources(value)
    elif isinstance(item, list):
        for value in item:
            yield from sources(value)


def by_phase(preset: Preset) -> dict[str, float]:
    """Minutes of each phase."""
    spent = dict.fromkeys(PHASES, 0.0)
    for block in preset.block:
        spent[block.phase] += block.minutes
    return spent


@pytest.fixture(params=PRESETS)
def preset(request: pytest.FixtureRequest) -> Preset:
    return load().preset[request.param]


# References


@pytest.mark.parametrize("name", FILES)
def test_every_source_exists(name: str) -> None:
    known = {r["id"] for r in tomllib.loads((CONTENT / "references.toml").read_text())["reference"]}
    table = tomllib.loads((CONTENT / name).read_text(encoding="utf-8"))
    named = {source.partition(":")[0] for source in sources(table)}
    assert named <= known
    assert known >= set(re.findall(r"\bR-[A-Z0-9]{2,}\b", " ".join(sources(table))))


def test_only_our_two_entries_are_not_works() -> None:
    ours = {r.id for r in load().reference.values() if r.group == "ours"}
    assert ours == {"OURS", "COMMON"}
    assert all(re.fullmatch(r"R-[A-Z0-9]+", id_) for id_ in set(load().reference) - ours)


@pytest.mark.parametrize(
    "id_", ["R-BJSM", "R-THC", "R-SWU", "R-POSTNARR", "R-VTE10", "R-IJCS", "R-ORACLE", "R-NCCIH",
            "OURS", "COMMON"]
)  # fmt: skip
def test_what_must_not_be_printed(id_: str) -> None:
    assert not load().reference[id_].citable


def test_what_is_printed_has_a_name_and_no_web_shop() -> None:
    for reference in load().reference.values():
        if reference.citable:
            web_page = re.match(r"[a-z0-9.-]+\.(com|net|org|info|pl)\b", reference.text)
            assert not web_page, reference
            assert not re.search(r"\bcop(y|ies) only\b|not to be cited", reference.seen), reference


def test_dois_look_like_dois() -> None:
    dois = [r.doi for r in load().reference.values() if r.doi]
    assert all(re.fullmatch(r"10\.\d{4,5}/\S+[^\s.,;]", doi) for doi in dois)
    assert len(dois) == len(set(dois))


# Numbers


def test_every_number_is_there() -> None:
    assert set(load().number) == NUMBERS


@pytest.mark.parametrize("id_", sorted(NUMBERS))
def test_a_number_lies_in_its_range(id_: str) -> None:
    number = load().number[id_]
    given = [v for v in (number.lo, number.default, number.hi) if v is not None]
    assert given == sorted(given)
    assert given or number.note, "neither a value nor a word about it"
    assert (number.lo is None) == (number.hi is None)


@pytest.mark.parametrize(
    ("id_", "lo", "default", "hi", "unit"),
    [
        ("N03", 10, 20, 30, "min"), ("N09", 36, 48, 72, "h"), ("N12", 60, 90, 180, "s"),
        ("V01", 1, 3, 10, "cm/s"), ("V03", 3, 5, 10, "cm/s"), ("V04", 4, 7, 12, "cm/s"),
        ("V06", 1, 1.5, 3, "cm/s"), ("V09", 1.5, 2.5, 4, "s/circle"),
        ("V12", 3, 4, 8, "strikes/s"), ("H01", 10, 20, 60, "s"), ("H05", 20, 40, 90, "s"),
        ("H14", 1, 3, 5, "min"), ("R01", 5, 6, 10, "breaths/min"), ("Q02", 3, 5, 6, "ml"),
        ("Q06", 48, 48, 240, "h"),
    ],
)  # fmt: skip
def test_some_numbers_by_hand(id_: str, lo: float, default: float, hi: float, unit: str) -> None:
    number = load().number[id_]
    assert (number.lo, number.default, number.hi, number.unit) == (lo, default, hi, unit)


# Phases


def test_phases_are_in_order_and_fill_the_time() -> None:
    phases = list(load().phase.values())
    assert tuple(p.id for p in phases) == PHASES
    assert sum(p.share for p in phases) == 100
    assert sum(p.share_lo for p in phases) <= 100 <= sum(p.share_hi for p in phases)
    for phase in phases:
        assert phase.share_lo <= phase.share <= phase.share_hi
        assert not set(phase.techniques) & set(phase.if_asked)


def test_every_taught_technique_has_a_phase() -> None:
    placed = {t for p in load().phase.values() for t in (*p.techniques, *p.if_asked)}
    assert placed == {t.id for t in load().technique.values() if t.taught}


def test_only_asked_for_techniques_wait_to_be_asked() -> None:
    waiting = {t for p in load().phase.values() for t in p.if_asked}
    assert waiting == {"T17", "T19"}
    assert waiting == {t.id for t in load().technique.values() if t.taught and t.only_if_asked}


# Rules


@pytest.mark.parametrize("id_", sorted(RULES))
def test_a_rule_has_its_number(id_: str) -> None:
    rule = load().rule[id_]
    assert (rule.value, rule.unit) == RULES[id_]


def test_rules_speak_to_the_learner() -> None:
    for rule in load().rule.values():
        assert re.search(r"\byou(r|rself)?\b", rule.reason, re.IGNORECASE), rule.id
        assert rule.reason.endswith("."), rule.id
        assert len(rule.reason) <= 170, rule.id


def test_only_a_few_rules_are_advice() -> None:
    assert {r.id for r in load().rule.values() if r.severity == "advice"} == ADVICE


def test_rules_and_numbers_agree() -> None:
    content = load()
    rule, number = content.rule, content.number
    assert rule["comfort-check"].value == number["H14"].default
    assert rule["press-time"].value == number["H01"].hi
    assert rule["press-repeats"].value == number["H02"].hi
    assert rule["friction-time"].value == number["H09"].hi
    assert rule["percussion-time"].value == number["H12"].hi
    assert rule["least"].value == number["N04"].lo
    assert rule["short"].value == number["N04"].hi == number["N03"].lo
    assert rule["long-session"].value == number["N03"].hi
    assert rule["spots-share"].value == content.phase["P4"].share_hi
    assert rule["warm-up-share"].value == content.phase["P2"].share_lo
    assert number["V13"].default is not None
    assert rule["same-stroke"].value == number["V13"].default * 60


# Ready-made sessions


def test_every_preset_is_there() -> None:
    assert set(load().preset) == set(PRESETS)


def test_lengths_to_choose_by_minutes_differ() -> None:
    lengths = [p.minutes for p in load().preset.values() if p.kind == "length"]
    assert lengths == [5, 10, 20, 30, 45]


def test_blocks_add_up(preset: Preset) -> None:
    assert sum(block.minutes for block in preset.block) == pytest.approx(preset.minutes)
    assert all(block.minutes * 4 == int(block.minutes * 4) for block in preset.block)


def test_phases_come_in_order(preset: Preset) -> None:
    run = [phase for phase, _ in groupby(block.phase for block in preset.block)]
    assert run == sorted(set(run))
    assert {"P1", "P2", "P6"} <= set(run)


def test_shares_lie_in_their_range_from_ten_minutes_up(preset: Preset) -> None:
    if preset.minutes < 10:
        assert preset.id == "calm-5"
        return
    spent = by_phase(preset)
    light = not spent["P3"]
    for phase in load().phase.values():
        share = 100 * spent[phase.id] / preset.minutes
        if light and phase.id in {"P3", "P4"}:
            assert share == 0
            continue
        assert share >= phase.share_lo - 1e-9, phase.id
        if not (light and phase.id in {"P2", "P5", "P6"}):
            assert share <= phase.share_hi + 1e-9, phase.id


def test_techniques_belong_to_their_phase(preset: Preset) -> None:
    for block in preset.block:
        assert block.technique in load().phase[block.phase].techniques


def test_spots_keep_to_their_limits(preset: Preset) -> None:
    rule = load().rule
    seconds = by_phase(preset)["P4"] * 60
    assert seconds <= rule["spots-time"].value  # type: ignore[operator]
    assert seconds <= preset.minutes * 60 * rule["spots-share"].value / 100  # type: ignore[operator]
    spots = [block for block in preset.block if block.spots]
    assert {(b.phase, b.technique) for b in spots} <= {("P4", "T11"), ("P4", "T15")}
    if preset.id != "techniques-drill":  # there the strokes are tried at taught places
        assert all(b.spots for b in preset.block if b.technique in {"T11", "T15"})
    if spots:
        assert {b.technique for b in spots} == {"T11", "T15"}
        for_two = 60 * sum(b.minutes for b in spots) / 2
        assert for_two <= rule["spot-time"].value  # type: ignore[operator]
        friction = 60 * sum(b.minutes for b in spots if b.technique == "T11") / 2
        assert friction <= rule["friction-time"].value  # type: ignore[operator]


def test_warm_up_is_long_enough_for_firmer_work(preset: Preset) -> None:
    if preset.top_level < 3:
        return
    warm = by_phase(preset)["P2"]
    assert warm >= max(3, 0.2 * preset.minutes)


def test_no_stroke_goes_on_too_long(preset: Preset) -> None:
    """A side gets two minutes of one stroke at most; putting on oil is not a stroke."""
    for block in preset.block:
        if block.technique not in RESTING:
            assert block.minutes <= (4 if block.technique in ONE_SIDE else 2), block
    rest = sum(b.minutes for b in preset.block if b.technique == "T22")
    assert rest * 60 <= load().number["H05"].hi  # type: ignore[operator]
    assert all(a.technique != b.technique for a, b in pairwise(preset.block))


def test_short_and_light_sessions_stay_light(preset: Preset) -> None:
    techniques = {block.technique for block in preset.block}
    if preset.minutes < 10 or preset.id == "light-11":
        assert preset.top_level <= 2
        assert not {"P3", "P4"} & {block.phase for block in preset.block}
        assert techniques <= LIGHT
    if preset.kind == "aim" and preset.top_level <= 2:
        assert not by_phase(preset)["P4"]
    assert preset.top_level <= 3, "level 4 comes on request only, never ready-made"


def test_the_longest_session_shows_every_roll() -> None:
    assert {"T10", "T13", "T16"} <= {b.technique for b in load().preset["length-45"].block}


def test_aims_go_where_they_say() -> None:
    places = {
        aim: {(b.technique, place) for b in load().preset[aim].block for place in b.places}
        for aim in ("shoulders-first", "low-back-eased")
    }
    assert places["shoulders-first"] == {("T05", "upper"), ("T06", "shelf"), ("T07", "shelf")}
    assert places["low-back-eased"] == {("T03", "lower"), ("T05", "low"), ("T10", "palm")}
