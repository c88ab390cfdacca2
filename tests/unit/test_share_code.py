"""A share code brings a plan to another person: whole, checked, and without private things."""

import json
import random
import string
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.content import load
from helpers.planner import from_routine, plan
from helpers.session import (
    Answer,
    Consent,
    Finish,
    LogEntry,
    Mark,
    NewerSessionError,
    Prepare,
    Rhythm,
    Session,
    SessionError,
    Spot,
    SpotFelt,
    StepEdit,
    TechniqueChoice,
)
from helpers.session.spot_work import SpotWork
from helpers.share import PRIVATE, code, decode, encode
from helpers.share.parts import NESTED, ORDER, OWNER, taken_out
from tests.unit.strategies import sessions

USUAL = 300
LETTERS = string.ascii_letters + string.digits + "-_"
QUESTION = next(q for q in load().question.values() if q.choice)
EDIT = StepEdit(phase="P2", technique="T02", place="whole", seconds=75)
PERSONAL: dict[str, Any] = {
    "answers": (Answer(QUESTION.id, QUESTION.choice[0].id, marks=(Mark((1.5, 20.0)),)),),
    "log": (
        LogEntry(
            date="2026-03-01", number=4, spots=(SpotFelt(1.0, 2.0, "worse"),), liked="T02",
            wishes=frozenset({"firmer"}), note="Très bien, größer – 好",
        ),
    ),
    "quiz": {"a-question": "second"},
    "puzzles": frozenset(list(load().puzzle)[:1]),
    "consent": Consent(said=frozenset(list(load().talk)[:2])),
    "prepare": Prepare(
        allergies=frozenset(list(load().allergen)[:1]), patch_tested=True, stop_word="pineapple",
        ready=frozenset({"towel"}), skin=frozenset({"dry"}), hand="left", giver_cm=182,
    ),
    "finish": Finish(dizzy=True, lying=120),
    "rhythm": Rhythm(pain=True, firm=2),
}  # fmt: skip
PINNED = "GH1-572fGhviKcZ0NMVQnGKISSYA"


@st.composite
def whole(draw: st.DrawFn) -> Session:
    """Any session, private things of every kind among it."""
    session = draw(sessions())
    some = draw(st.sets(st.sampled_from(sorted(PERSONAL))))
    edits = draw(
        st.lists(
            st.builds(
                attrs.evolve,
                st.just(EDIT),
                seconds=st.integers(5, 600),
                level=st.integers(1, 4),
                spot=st.none() | st.integers(0, 5),
                locked=st.booleans(),
            ),
            max_size=5,
        )
    )
    return session.changed(**{name: PERSONAL[name] for name in some}, edits=tuple(edits))


@given(whole(), whole())
@settings(max_examples=60, deadline=None)
def test_with_everything_ticked_in_the_code_brings_the_very_same_session(
    shared: Session, own: Session
) -> None:
    received = decode(encode(shared, PRIVATE), own)
    assert received.session == shared
    assert received.private == PRIVATE
    assert bool(received.changes) == (own != shared)


@given(whole(), whole())
@settings(max_examples=60, deadline=None)
def test_private_things_stay_with_the_sharer_and_those_of_the_receiver_with_them(
    shared: Session, own: Session
) -> None:
    text = encode(shared)
    received = decode(text, own)
    assert received.private == ()
    result = received.session
    for field in OWNER:
        name, _, piece = field.partition(".")
        one, other = getattr(result, name), getattr(own, name)
        assert (
            (getattr(one, piece), piece) == (getattr(other, piece), piece)
            if piece
            else (one == other)
        )
    public = {a.name for a in attrs.fields(Session)} - {*OWNER, *NESTED, "edits"}
    for name in public:
        assert getattr(result, name) == getattr(shared, name)
    assert result.edits == tuple(edit for edit in shared.edits if edit.spot is None)
    assert result.prepare.stop_word == shared.prepare.stop_word
    # What is the same for the receiver is the same text, whatever the private things are.
    bare = shared.changed(
        answers=(), log=(), quiz={}, puzzles=frozenset(), consent=Consent(), spots=()
    )
    assert encode(bare) == text


@given(whole(), st.data())
@settings(max_examples=60, deadline=None)
def test_any_slip_in_a_code_is_noticed_and_told_in_one_sentence(
    session: Session, data: st.DataObject
) -> None:
    text = encode(session, PRIVATE)
    at = data.draw(st.integers(0, len(text) - 1))
    changed = data.draw(
        st.sampled_from(
            [
                text[:at],
                text[:at] + text[at + 1 :],
                text[:at] + data.draw(st.sampled_from(LETTERS)) + text[at + 1 :],
                text[:at] + data.draw(st.sampled_from(LETTERS)) + text[at:],
                text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
                text[:at] + text,
            ]
        )
    )
    if changed == text:
        return
    with pytest.raises(SessionError) as told:
        decode(changed, Session())
    assert str(told.value) in (code.DAMAGED, code.NO_CODE, code.NEWER, code.EMPTY)


@given(st.text(max_size=60) | st.text(LETTERS, max_size=60).map(lambda text: f"GH1-{text}"))
@settings(max_examples=150, deadline=None)
def test_any_other_text_gives_one_plain_sentence(text: str) -> None:
    with pytest.raises(SessionError) as told:
        decode(text, Session())
    assert "\n" not in str(told.value)


def test_what_was_pasted_with_a_code_does_no_harm() -> None:
    session = Session(minutes=31)
    text = encode(session)
    for pasted in (
        f"  {text}\n", f"“{text}”.", f"{text[:9]}\n {text[9:]}",
        f"https://x.org/lab/index.html?path=06_full_session.ipynb#plan={text}",
        f"https://mybinder.org/v2/gh/a/b/HEAD?urlpath=lab/tree/n.ipynb%3Fplan%3D{text}",
    ):  # fmt: skip
        assert decode(pasted, Session()).session == session


def test_a_code_of_today_can_be_read_for_ever() -> None:
    assert decode(PINNED, Session()).session == Session(minutes=25)


def test_the_order_in_a_code_names_every_piece_of_every_entry() -> None:
    for name, kind in {
        "edits": StepEdit, "spots": Spot, "answers": Answer, "log": LogEntry, "marks": Mark,
        "technique_choices": TechniqueChoice, "work": SpotWork, "log.spots": SpotFelt,
    }.items():  # fmt: skip
        assert set(ORDER[name]) == {a.name for a in attrs.fields(kind)}, name


def test_every_field_of_a_session_is_shared_or_private() -> None:
    for field in OWNER:
        name, _, piece = field.partition(".")
        value = getattr(Session(), name)
        assert not piece or hasattr(value, piece), field
    assert taken_out(Session(), PRIVATE).keys() == {a.name for a in attrs.fields(Session)}


@pytest.mark.parametrize("part", PRIVATE)
def test_a_private_part_that_is_ticked_in_comes_alone(part: str) -> None:
    session = Session(**PERSONAL, spots=(Spot(4, 14),))
    received = decode(encode(session, [part]), Session())
    assert received.private == (part,)
    assert (received.session.spots != ()) == (part == "spots")
    assert (received.session.answers != ()) == (part == "health")
    assert (received.session.log != ()) == (part == "log")
    assert (received.session.prepare.giver_cm == 182) == (part == "you")


def test_newer_codes_and_codes_that_do_not_fit_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NewerSessionError, match="newer version"):
        decode("GH2-abcdefgh", Session())
    with pytest.raises(SessionError, match="begins with GH1-"):
        decode("GH0-abcdefgh", Session())
    odd = (
        {"minutes": 99}, {"oven": 1}, {"edits": [[1]]}, {"size": "giant"}, {"spots": [7]},
        {"technique_choices": {"T02": 3}}, {"finish": {"new": 1}},
    )  # fmt: skip
    for table in odd:
        monkeypatch.setattr(code, "taken_out", lambda *_, table=table: table)
        with pytest.raises(SessionError, match="does not fit this version"):
            decode(encode(Session()), Session())
    monkeypatch.setattr(code, "taken_out", lambda *_: [])
    with pytest.raises(SessionError, match="damaged"):
        decode(encode(Session()), Session())


def test_a_code_that_would_grow_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(code, "taken_out", lambda *_: {"size": "x" * 300_000})
    with pytest.raises(SessionError, match="damaged"):
        decode(encode(Session()), Session())
    with pytest.raises(SessionError, match="too long"):
        decode("GH1-" + "A" * 200_000, Session())


def test_a_usual_session_takes_less_than_three_hundred_letters() -> None:
    dice = random.Random(6)
    content = load()
    longest = 0
    for _ in range(120):
        session = Session(
            minutes=dice.choice((10, 15, 20, 25, 30, 45)),
            preset=dice.choice((None, *content.preset)),
            size=dice.choice(list(content.size)),
            top_level=dice.choice((2, 3)),
            agreed=frozenset(dice.sample(("neck", "low_back", "sides", "buttock"), 3)),
            spots=tuple(
                Spot(
                    round(dice.uniform(-12, 12), 1), round(dice.uniform(5, 45), 1),
                    dice.choice(("tight", "tender")), dice.randint(2, 7),
                )
                for _ in range(dice.randint(0, 3))
            ),
            prepare=Prepare(
                place=dice.choice(("bed", "table", "floor")), oil=dice.choice(list(content.oil)),
                stop_word=dice.choice(("stop", "red", "pineapple")), start=dice.randint(0, 1439),
                room_c=dice.randint(20, 27),
            ),
            technique_choices={
                name: TechniqueChoice(passes=passes)
                for name, passes in dice.sample([("T02", 4), ("T03", 3), ("T06", 4)], 2)
            },
            feathers=dice.randint(3, 6),
            asked=frozenset(dice.sample(("T16", "T10", "T13"), dice.randint(0, 1))),
        )  # fmt: skip
        longest = max(longest, len(encode(session, ["spots"])))
    assert longest < USUAL, longest
    own = Session(minutes=20)
    assert len(encode(own.changed(edits=from_routine(plan(own))))) < USUAL


def test_equal_sessions_give_equal_codes_fit_for_a_link() -> None:
    session = Session(**PERSONAL)
    assert encode(session, PRIVATE) == encode(Session.from_json(session.to_json()), PRIVATE)
    assert set(encode(session, PRIVATE)) <= set(LETTERS)
    assert json.dumps(taken_out(session)) == json.dumps(taken_out(session))


def test_a_long_log_is_shared_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(1)
    notes = ["".join(dice.choices(string.printable[:90], k=200)).strip() or "x" for _ in range(100)]
    session = Session(log=tuple(LogEntry(note=note) for note in notes))
    text = encode(session, ["log"])
    assert decode(text, Session()).session == session
    monkeypatch.setattr(code, "LONGEST", len(text) - 1)
    with pytest.raises(SessionError, match="too long for a share code"):
        encode(session, ["log"])


def test_an_unknown_private_part_is_refused() -> None:
    with pytest.raises(ValueError, match="no private part"):
        encode(Session(), ["secrets"])
