"""What a learner can type is text: markup, scripts, control and right-to-left signs, far too long.

Two fields and one code are typed in the whole course; the session's file can hold a few more.
"""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest

from helpers.diagrams import describe_history, history_svg
from helpers.export.card import card_pdf
from helpers.planner import plan
from helpers.planner.agreement import agreement
from helpers.session import LogEntry, Session, SessionError, Store
from helpers.session.file import NAME
from helpers.session.log import LONGEST_NOTE
from helpers.share import decode, encode
from helpers.widgets import Card, Field
from helpers.widgets.consent_planner import ConsentPlanner
from helpers.widgets.session_log import SessionLog

MILLION = 1_000_000
TYPED = {
    "markup": "<img src=x onerror=alert(1)><b>Ann & Bo</b>",
    "script": "</script><script>document.title='run'</script>",
    "style": "</style><svg onload=alert(1)>",
    "entity": "&lt;b&gt; &#0; &amp;",
    "template": "${alert(1)} {{7*7}} {0.__class__} %s %n",
    "mathematics": "$\\frac{x}$ $$ \\input{/etc/passwd}",
    "quotes": "\"';--`\\",
    "controls": "a\x00b\x07c\x1b[31md\x7fe\x85f\u2028g\nh\ti",
    "right to left": "\u202eevil\u202c \u2066x\u2069 \u200fשלום مرحبا",
    "beyond": "👩‍👩‍👧 𝔘 z\u0301\u0302\u0303\u0304 \ufeff\ufffe\U0010ffff",
    "half a sign": "a\ud800b\udfff",
    "blank": " \t\n\u3000\u00a0",
    "long": "<b>" * (MILLION // 3),
    "long and odd": "\u202e\x00" * (MILLION // 2),
}
OVERRIDES = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")

every = pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / NAME)


def assert_plain(text: str) -> None:
    """Assert that a text can be shown, saved and sent as it is."""
    assert text.isprintable()
    assert not OVERRIDES & set(text)
    assert json.loads(json.dumps(text).encode()) == text
    text.encode("utf-8")


def assert_sentence(error: SessionError) -> None:
    assert_plain(str(error))
    assert len(str(error)) < 400


@every
def test_a_field_keeps_what_can_be_shown_and_no_more(typed: str) -> None:
    field = Field("Your word", most=40)
    field.set_state({"value": typed})  # as it comes from the browser
    assert_plain(field.value)
    assert len(field.value) <= 40
    assert field.value == "".join(s for s in typed if s.isprintable()).strip()[:40]


@every
def test_the_stop_word(store: Store, typed: str) -> None:
    planner = ConsentPlanner(store)
    planner.stop_word.set_state({"value": typed})
    word = store.session.prepare.stop_word
    assert_plain(word)
    assert word.strip()
    assert word in agreement(store.session).sentences[0]
    assert Store(store.path).session == store.session
    assert decode(encode(store.session), Session()).session.prepare.stop_word == word
    assert card_pdf(store.session).startswith(b"%PDF")


@every
def test_a_note_and_a_date_in_the_log(store: Store, typed: str) -> None:
    log = SessionLog(store)
    for field in (log.note, log.date):
        field.set_state({"value": typed})
    refused = log.preview.tone == "warning"
    log.date.set_state({"value": ""})
    log.keep.press("keep")
    (entry,) = store.session.log
    assert_plain(entry.note)
    assert len(entry.note) <= LONGEST_NOTE
    assert refused or not log.date.value
    assert Store(store.path).session.log == (entry,)
    assert "<b>" not in history_svg(store.session.log)
    assert_plain(describe_history(store.session.log).replace("\n", " "))


@every
def test_a_share_code(typed: str) -> None:
    for text in (typed, f"GH1-{typed}", f"https://x.test/?plan={typed}", encode(Session()) + typed):
        try:
            received = decode(text, Session())
        except SessionError as error:
            assert_sentence(error)
        else:
            assert received.session == Session()


def texts(value: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return where a session's JSON holds words."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in texts(inner, (*path, key))]
    return [path] if isinstance(value, str) else []


@every
def test_words_anywhere_in_the_file(store: Store, typed: str) -> None:
    session = Session(log=(LogEntry(note="calm"),))
    table = json.loads(session.to_json())
    places = texts(table) + [("log", 0, name) for name in ("date", "where", "liked", "note")]
    assert len(places) > 10
    for place in places:
        changed = json.loads(session.to_json())
        *above, last = place
        node = changed
        for key in above:
            node = node[key]
        node[last] = typed
        try:
            read = Session.from_json(json.dumps(changed))
        except SessionError as error:
            assert_sentence(error)
        else:
            assert plan(read).steps


def test_a_card_of_a_million_letters_is_text(store: Store) -> None:
    for typed in TYPED.values():
        shown = "".join(sign for sign in typed if sign.isprintable()).strip() or "word"
        card = Card("Heading", [shown])
        assert list(card.paragraphs) == [shown]


def test_a_stroke_of_the_log_that_nobody_knows_is_refused() -> None:
    entry = attrs.evolve(LogEntry(), liked="<b>T99</b>")
    with pytest.raises(SessionError):
        Session(log=(entry,))
