"""Sessions: checked on the way in, saved and read back, and nothing but plain sentences."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.session import (
    Answer,
    Mark,
    Prepare,
    Session,
    SessionError,
    Spot,
    TechniqueChoice,
)

FULL = Session(
    minutes=31,
    preset="standard-20",
    size="slim",
    top_level=4,
    agreed=frozenset({"buttock"}),
    answers=(Answer("S03", "aspirin"), Answer("L01", "yes", (Mark((3, 20), 2),), cleared=True)),
    spots=(Spot(4, 12), Spot(-8.5, 3.2, "tender", 7)),
    asked=frozenset({"T17", "T19"}),
    left_out=frozenset({"T21"}),
    position="seated",
    breaths_per_minute=7.5,
    down_strokes=8,
    feathers=3,
    prepare=Prepare(place="chair", allergies=frozenset({"nuts"}), room_c=22, ready=["towels"]),
    technique_choices={"T05": TechniqueChoice(pace=3.0, level=2), "T02": TechniqueChoice(passes=5)},
)


def test_the_default_is_a_good_twenty_minutes() -> None:
    session = Session()
    assert (session.minutes, session.top_level, session.position) == (20, 3, "face_down")
    assert session.spots == ()
    assert session.answers == ()


@pytest.mark.parametrize("session", [Session(), FULL])
def test_a_session_comes_back_from_json(session: Session) -> None:
    again = Session.from_json(session.to_json())
    assert again == session
    assert again.to_json() == session.to_json()
    assert hash(again) == hash(session)


def test_json_is_sorted_and_equal_sessions_write_equal_text() -> None:
    data = json.loads(FULL.to_json())
    assert list(data) == sorted(data)
    other = Session(
        breaths_per_minute=6, prepare=Prepare(room_c=24), agreed=["sides", "neck", "low_back"]
    )  # type: ignore[arg-type]
    assert other.to_json() == Session().to_json()


def test_a_session_does_not_change() -> None:
    with pytest.raises(AttributeError):
        Session().minutes = 5  # type: ignore[misc]
    with pytest.raises(TypeError):
        FULL.technique_choices["T05"] = TechniqueChoice()  # type: ignore[index]


def test_changed_returns_a_new_checked_session() -> None:
    assert Session().changed(minutes=30).minutes == 30
    with pytest.raises(SessionError, match="from 3 to 45"):
        Session().changed(minutes=60)
    with pytest.raises(SessionError, match="no 'minuets'"):
        Session().changed(minuets=30)


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"minutes": 2}, "from 3 to 45; found 2"),
    ({"minutes": 46}, "found 46"),
    ({"minutes": 20.5}, "whole number"),
    ({"minutes": True}, "whole number"),
    ({"minutes": "20"}, "whole number"),
    ({"preset": "warp-9"}, "no ready-made session 'warp-9'"),
    ({"size": "giant"}, "no body size 'giant'"),
    ({"top_level": 5}, "from 1 to 4"),
    ({"agreed": frozenset({"feet"})}, "feet"),
    ({"agreed": "neck"}, "set of words"),
    ({"spots": (Spot(0, 0),) * 7}, "at most 6; found 7"),
    ({"spots": (3,)}, "list of Spot"),
    ({"asked": {"T99"}}, "no stroke 'T99'"),
    ({"asked": {"T18"}}, "not part of this course"),
    ({"asked": {"T17"}, "left_out": {"T17"}}, "asked for and left out"),
    ({"position": "upside_down"}, "must be one of"),
    ({"breaths_per_minute": 4}, "from 5 to 18"),
    ({"breaths_per_minute": float("nan")}, "from 5 to 18"),
    ({"down_strokes": 3}, "from 4 to 8"),
    ({"feathers": 7}, "from 3 to 6"),
    ({"prepare": "bed"}, "must be a Prepare"),
    ({"answers": (Answer("S99"),)}, "no safety question 'S99'"),
    ({"answers": (Answer("S03", "perhaps"),)}, "can be no,"),
    ({"answers": (Answer("S04"), Answer("S04", "no"))}, "answered twice"),
    ({"technique_choices": {"T99": TechniqueChoice()}}, "no stroke"),
    ({"technique_choices": {"T05": TechniqueChoice(pace=9)}}, "from 1.5 to 4"),
    ({"technique_choices": {"T05": TechniqueChoice(place="knee")}}, "no place for"),
    ({"technique_choices": {"T08": TechniqueChoice(level=3)}}, "never firmer than level 2"),
    ({"technique_choices": {"T05": 3}}, "found 3 for 'T05'"),
    ({"technique_choices": 3}, "must be named values"),
]


@pytest.mark.parametrize(("values", "words"), WRONG)
def test_a_wrong_choice_is_one_plain_sentence(values: dict[str, Any], words: str) -> None:
    with pytest.raises(SessionError) as caught:
        Session(**values)
    message = str(caught.value)
    assert words in message
    assert message.endswith(".")
    assert "\n" not in message


@pytest.mark.parametrize(
    "make",
    [
        lambda: Mark((0,), 3),  # type: ignore[arg-type]
        lambda: Mark((99, 0), 3),
        lambda: Mark((0, 0), 0),
        lambda: Spot(0, float("inf")),
        lambda: Spot(0, 0, "itchy"),
        lambda: Spot(0, 0, "tight", 11),
        lambda: Prepare(place="boat"),
        lambda: Prepare(room_c=50),
        lambda: Prepare(stop_word=" "),
        lambda: Prepare(allergies=frozenset({3})),  # type: ignore[arg-type]
        lambda: Answer("S03", marks=(3,)),  # type: ignore[arg-type]
        lambda: Answer("S03", cleared="yes"),  # type: ignore[arg-type]
        lambda: TechniqueChoice(side="top"),
        lambda: TechniqueChoice(passes=0),
    ],
)
def test_the_pieces_check_themselves(make: Any) -> None:
    with pytest.raises(SessionError):
        make()


DAMAGED = [
    ("", "damaged"),
    ("{", "damaged"),
    ("[]", "damaged"),
    ("null", "damaged"),
    ("{}", "not a saved session"),
    ('{"format": "good-hands-session"}', "which version"),
    ('{"format": "good-hands-session", "version": "1"}', "which version"),
    ('{"format": "good-hands-session", "version": 2}', "newer version"),
    ('{"format": "good-hands-session", "version": 1, "mood": 3}', "mood"),
    ('{"format": "good-hands-session", "version": 1, "minutes": NaN}', "whole number"),
    ('{"format": "good-hands-session", "version": 1, "spots": [{}]}', "missing"),
    ('{"format": "good-hands-session", "version": 1, "spots": {}}', "list of spots"),
    ('{"format": "good-hands-session", "version": 1, "answers": [[]]}', "damaged"),
    ('{"format": "good-hands-session", "version": 1, "agreed": [[1]]}', "set of words"),
    ('{"format": "good-hands-session", "version": 1, "prepare": null}', "damaged"),
    ("[" * 100_000, "damaged"),
    ("1" * 300_000, "too long"),
    ("1" * 10_000, "damaged"),
]


@pytest.mark.parametrize(("text", "words"), DAMAGED)
def test_a_damaged_session_is_one_plain_sentence(text: str, words: str) -> None:
    with pytest.raises(SessionError, match=words):
        Session.from_json(text)
    with pytest.raises(SessionError):
        Session.from_json(None)  # type: ignore[arg-type]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


@settings(max_examples=300)
@given(st.data())
def test_whatever_is_wrong_in_the_text_only_a_session_error_comes(data: st.DataObject) -> None:
    saved = json.loads(FULL.to_json())
    name = data.draw(st.sampled_from(sorted(saved)))
    saved[name] = data.draw(JSON)
    with suppress(SessionError):
        Session.from_json(json.dumps(saved))
