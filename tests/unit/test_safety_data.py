"""The safety data hold every row of their tables, and each answer does what it says."""

import pytest

from helpers.content import load
from helpers.content.models.safety import ACTIONS, Choice, Effect, Question

CONTENT = load()
QUESTIONS = CONTENT.question
CHOICES = {
    f"{question.id}-{choice.id}": choice
    for question in QUESTIONS.values()
    for choice in question.choice
}


def numbered(letter: str, last: int) -> list[str]:
    return [f"{letter}{number:02}" for number in range(1, last + 1)]


RED_FLAGS = numbered("RF", 20)
CONDITIONS = numbered("S", 36)
LOCAL = numbered("L", 16)
PRODUCTS = numbered("O", 10)
SIGNS = numbered("X", 15)

CODES = {
    "RF01": "EMERGENCY", "RF02": "EMERGENCY", "RF03": "EMERGENCY", "RF04": "EMERGENCY",
    "RF05": "EMERGENCY", "RF06": "EMERGENCY", "RF07": "EMERGENCY STOP_SEE",
    "RF08": "EMERGENCY STOP_SEE", "RF09": "STOP_SEE", "RF10": "STOP_SEE", "RF11": "STOP_SEE",
    "RF12": "STOP_SEE SEE_SOON", "RF13": "EMERGENCY STOP_SEE", "RF14": "EMERGENCY STOP_SEE",
    "RF15": "STOP_SEE LIGHT_ONLY", "RF16": "STOP_SEE", "RF17": "SEE_SOON", "RF18": "EMERGENCY",
    "RF19": "STOP_SEE", "RF20": "SEE_SOON",
    "S01": "EMERGENCY STOP_SEE", "S02": "ASK_FIRST MODIFY", "S03": "ASK_FIRST MODIFY",
    "S04": "EMERGENCY POSTPONE", "S05": "POSTPONE SKIP_AREA", "S06": "ASK_FIRST MODIFY",
    "S07": "ASK_FIRST", "S08": "ASK_FIRST", "S09": "ASK_FIRST LIGHT_ONLY", "S10": "ASK_FIRST",
    "S11": "STOP_SEE", "S12": "EMERGENCY STOP_SEE ASK_FIRST", "S13": "ASK_FIRST",
    "S14": "ASK_FIRST MODIFY", "S15": "LIGHT_ONLY", "S16": "SKIP_AREA LIGHT_ONLY",
    "S17": "ASK_FIRST", "S18": "ASK_FIRST", "S19": "EMERGENCY STOP_SEE", "S20": "ASK_FIRST",
    "S21": "POSTPONE ASK_FIRST MODIFY", "S22": "MODIFY", "S23": "MODIFY",
    "S24": "POSTPONE LIGHT_ONLY", "S25": "POSTPONE ASK_FIRST", "S26": "MODIFY",
    "S27": "SKIP_AREA", "S28": "ASK_FIRST SKIP_AREA MODIFY", "S29": "ASK_FIRST LIGHT_ONLY",
    "S30": "ASK_FIRST", "S31": "ASK_FIRST LIGHT_ONLY", "S32": "SKIP_AREA MODIFY",
    "S33": "LIGHT_ONLY", "S34": "ASK_FIRST MODIFY", "S35": "EMERGENCY ASK_FIRST",
    "S36": "LIGHT_ONLY",
    "L01": "SKIP_AREA", "L02": "SKIP_AREA", "L03": "SKIP_AREA", "L04": "SKIP_AREA",
    "L05": "SKIP_AREA", "L06": "SKIP_AREA", "L07": "STOP_SEE SKIP_AREA",
    "L08": "SKIP_AREA LIGHT_ONLY", "L09": "SKIP_AREA", "L10": "SKIP_AREA", "L11": "SKIP_AREA",
    "L12": "SKIP_AREA", "L13": "MODIFY", "L14": "EMERGENCY STOP_SEE", "L15": "SKIP_AREA",
    "L16": "SKIP_AREA MODIFY",
    "O01": "MODIFY", "O02": "MODIFY", "O03": "MODIFY", "O04": "MODIFY", "O05": "MODIFY",
    "O06": "MODIFY", "O07": "EMERGENCY POSTPONE", "O08": "MODIFY", "O09": "MODIFY",
    "O10": "MODIFY",
}  # fmt: skip
"""Question to the action codes that its answers may lead to."""

SEVERAL_CASES = (
    "RF07", "RF08", "RF12", "RF13", "RF14", "RF15", "S01", "S02", "S03", "S04", "S05", "S06",
    "S09", "S14", "S19", "S21", "S25", "S29", "S31", "L01", "L02", "L07", "L08", "L14", "O07",
)  # fmt: skip
"""Rows with cases that the receiver may not be able to tell apart."""

THEN_LIGHT = ("S03", "S07", "S08", "S09", "S18", "S21", "S25", "S29", "S31")
"""Rows where the hands stay light even after a clinician's yes."""

WIDE_MARGIN = (
    "S05-small_patch", "S08-yes", "S28-yes", "S28-new", "L01-yes", "L01-not_sure", "L08-yes",
    "L08-not_sure", "L11-yes", "L12-yes", "L14-yes", "L14-very_ill", "L14-not_sure",
)  # fmt: skip
"""Infections, new wounds, devices, radiotherapy fields and medicine patches: 10 cm."""


def effects(choice: Choice, kind: str) -> list[Effect]:
    return [effect for effect in choice.effect if effect.kind == kind]


def rank(action: str) -> int:
    return CONTENT.action[action].rank


def choice(name: str) -> Choice:
    return CHOICES[name]


# --- Everything is there ------------------------------------------------------------------------


def test_every_row_is_there_in_order() -> None:
    assert list(QUESTIONS) == RED_FLAGS + CONDITIONS + LOCAL + PRODUCTS
    assert list(CONTENT.sign) == SIGNS
    assert list(CODES) == list(QUESTIONS)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_row_leads_to_its_codes(name: str) -> None:
    assert {one.action for one in QUESTIONS[name].choice} == set(CODES[name].split())


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))
def test_a_question_asks_once_says_why_and_names_its_sources(question: Question) -> None:
    assert question.ask.count("?") == 1
    assert question.why.endswith(".")
    assert question.why.count(". ") <= 1, "more than two sentences"
    assert question.sources
    assert question.choice[0].id == "yes"
    ids = [one.id for one in question.choice]
    assert len(ids) == len(set(ids))


def test_only_whole_session_conditions_add_up() -> None:
    assert [name for name, one in QUESTIONS.items() if one.adds_up] == CONDITIONS


# --- Actions ------------------------------------------------------------------------------------


def test_the_actions_are_ranked_and_the_first_four_block() -> None:
    actions = list(CONTENT.action.values())
    assert [action.id for action in actions] == list(ACTIONS)
    assert [action.rank for action in actions] == list(range(1, 10))
    assert [action.id for action in actions if action.blocks] == [
        "EMERGENCY",
        "STOP_SEE",
        "POSTPONE",
        "ASK_FIRST",
    ]


# --- Answers and what they do -------------------------------------------------------------------


@pytest.mark.parametrize("name", CHOICES)
def test_an_answer_does_what_its_action_says(name: str) -> None:
    """Stop, then ask first; what adds up (leave out, light, change) is named by one of them."""
    one = choice(name)
    kinds = {effect.kind for effect in one.effect}
    if "stop" in kinds:
        allowed = {"EMERGENCY", "STOP_SEE", "POSTPONE"}
    elif "ask_first" in kinds:
        allowed = {"ASK_FIRST"}
    elif kinds & {"skip_area", "light_only"}:
        names = {"skip_area": "SKIP_AREA", "light_only": "LIGHT_ONLY"}
        allowed = {names[kind] for kind in kinds & set(names)}
    elif kinds - {"advice"}:
        allowed = {"MODIFY"}
    else:
        allowed = {"SEE_SOON"}
    assert one.effect
    assert one.action in allowed


@pytest.mark.parametrize("name", CHOICES)
def test_a_place_is_asked_for_where_the_plan_needs_one(name: str) -> None:
    one = choice(name)
    needs = any(effect.marked or effect.quarter for effect in one.effect)
    assert one.needs_place == needs


@pytest.mark.parametrize("name", CHOICES)
def test_margins(name: str) -> None:
    margins = {effect.margin for effect in effects(choice(name), "skip_area")}
    expected = 10 if name in WIDE_MARGIN else {"S32-yes": 8, "L02-older": 0}.get(name, 5)
    assert margins <= {expected}


@pytest.mark.parametrize("name", CHOICES)
def test_sentences_are_short_and_whole(name: str) -> None:
    for effect in choice(name).effect:
        assert effect.say.endswith("."), effect.say
        assert len(effect.say) <= 200, effect.say


@pytest.mark.parametrize("name", [name for name in CHOICES if choice(name).action == "EMERGENCY"])
def test_an_emergency_says_whom_to_call(name: str) -> None:
    say = " ".join(effect.say for effect in choice(name).effect)
    assert "your local emergency number" in say


@pytest.mark.parametrize("name", SEVERAL_CASES)
def test_if_nobody_knows_the_stricter_case_holds(name: str) -> None:
    cases = {one.id: one for one in QUESTIONS[name].choice}
    unsure = cases["not_sure"]
    assert rank(unsure.action) == min(rank(one.action) for one in cases.values())
    assert "not sure" in unsure.label


def test_rows_with_an_unsure_answer_are_listed() -> None:
    unsure = [name for name, one in QUESTIONS.items() if "not_sure" in {c.id for c in one.choice}]
    assert unsure == list(SEVERAL_CASES)


@pytest.mark.parametrize("name", THEN_LIGHT)
def test_light_stays_after_a_clinicians_yes(name: str) -> None:
    asked = [one for one in QUESTIONS[name].choice if one.action == "ASK_FIRST"]
    assert asked
    assert all(effects(one, "light_only") for one in asked)


# --- Single rows --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "level", "areas"),
    [
        ("S03-aspirin", 3, ()),
        ("S07-yes", 1, ()),
        ("S21-little", 2, ()),
        ("S20-yes", 1, ("A07", "A10")),
        ("S09-yes", 1, ("A01", "A04", "A05", "A09", "A10")),
    ],
)
def test_level_caps(name: str, level: int, areas: tuple[str, ...]) -> None:
    (cap,) = effects(choice(name), "cap_level")
    assert (cap.level, cap.areas, cap.marked, cap.quarter) == (level, areas, False, None)


@pytest.mark.parametrize(
    ("name", "quarters"),
    [
        ("yes", {"upper"}),
        ("upper_old", {"upper"}),
        ("lower_new", {"lower"}),
        ("lower_old", {"lower"}),
        ("not_sure", {"upper", "lower"}),
    ],
)
def test_lymph_nodes_make_their_quarter_as_light_as_lotion(name: str, quarters: set[str]) -> None:
    limits = [
        effect
        for effect in choice(f"S31-{name}").effect
        if effect.kind in ("cap_level", "light_only")
    ]
    assert {effect.quarter for effect in limits} == quarters
    assert {effect.level for effect in limits} == {1}


@pytest.mark.parametrize("name", ["S17-yes", "S19-yes", "S19-signs", "S19-not_sure"])
def test_the_neck_stays_out(name: str) -> None:
    (neck,) = effects(choice(name), "forbid")
    assert neck.areas == ("A02",)


@pytest.mark.parametrize("name", ["S33-yes", "S36-yes"])
def test_ten_minutes_at_most(name: str) -> None:
    (short,) = effects(choice(name), "cap_minutes")
    assert short.minutes == 10


@pytest.mark.parametrize("name", ["S12-yes", "S12-late", "S23-yes", "S33-yes"])
def test_not_face_down(name: str) -> None:
    (position,) = effects(choice(name), "position")
    assert position.positions == ("side_lying", "seated")


def test_from_28_weeks_not_on_the_back_either() -> None:
    assert any("flat on your back" in effect.say for effect in choice("S12-late").effect)


# --- Stop signs ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SIGNS)
def test_a_stop_sign_says_what_to_do(name: str) -> None:
    sign = CONTENT.sign[name]
    assert sign.sign.endswith(".")
    assert sign.do.endswith(".")
    assert sign.sources
    assert (sign.action == "EMERGENCY") == ("your local emergency number" in sign.do)


def test_signs_that_can_become_an_emergency() -> None:
    urgent = [name for name, sign in CONTENT.sign.items() if sign.action == "EMERGENCY"]
    assert urgent == ["X04", "X05", "X06", "X07", "X14", "X15"]
