"""The panels that send a plan out and take one in, as the learner's presses reach them."""

import json
from pathlib import Path
from typing import Any

import pytest

from helpers.content import load
from helpers.session import Answer, LogEntry, Prepare, Rhythm, Session, Spot, Store
from helpers.session.file import NAME
from helpers.share import LONGEST_IN_LINK, NOT_SET, Published, decode, encode, places
from helpers.widgets import ReceivePlanner, SharePlanner
from helpers.widgets import receive_planner as receiving
from helpers.widgets import share_planner as sharing
from helpers.widgets.controls_files_in import TOO_LARGE

SHARED = Session(minutes=31, spots=(Spot(4, 14),), prepare=Prepare(stop_word="red"))
QUESTION = next(q for q in load().question.values() if q.choice)
ILL = SHARED.changed(answers=(Answer(QUESTION.id, QUESTION.choice[0].id),))
PLACE = Published(spec="gh/ann/hands/v1.0", site="https://ann.github.io/hands/")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / NAME)


@pytest.fixture
def receive(store: Store, monkeypatch: pytest.MonkeyPatch) -> ReceivePlanner:
    monkeypatch.setattr(receiving, "_answered", set())
    return ReceivePlanner(store)


@pytest.fixture
def share(store: Store, monkeypatch: pytest.MonkeyPatch) -> SharePlanner:
    monkeypatch.setattr(sharing, "here", lambda: None)
    return SharePlanner(store)


def sent(widget: Any, monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict[str, Any], Any]]:
    """What a widget sends to the browser from now on."""
    found: list[tuple[dict[str, Any], Any]] = []
    monkeypatch.setattr(
        widget, "send", lambda message, buffers=None: found.append((message, buffers))
    )
    return found


# In


def test_a_code_shows_what_it_would_change_and_changes_nothing(receive: ReceivePlanner) -> None:
    receive.code.value = encode(SHARED, ["spots"])
    assert receive.preview.heading == receiving.OFFER
    assert "Length: 20 minutes → 31 minutes" in receive.preview.bullets
    assert receive.preview.paragraphs == (receiving.STAYS,)
    assert receive.answer.off == ()
    assert receive.session == Session()
    assert not receive.store.path.exists()


def test_taking_a_plan_can_be_undone(receive: ReceivePlanner) -> None:
    receive.code.value = encode(SHARED, ["spots"])
    receive.answer.press("take")
    assert receive.session == SHARED
    assert receive.preview.heading == receiving.TAKEN
    assert receive.code.value == ""
    assert receive.answer.off == ("take", "keep")
    receive.history.act("undo")
    assert receive.session == Session()


def test_own_answers_and_log_stay_when_a_plan_is_taken(store: Store) -> None:
    own = {"answers": ILL.answers, "log": (LogEntry(note="mine"),)}
    store.change("somebody", own)
    receive = ReceivePlanner(store)
    receive.code.value = encode(SHARED)
    receive.answer.press("take")
    assert receive.session.minutes == 31
    assert (receive.session.answers, receive.session.log) == (own["answers"], own["log"])


def test_a_plan_that_brings_answers_about_health_warns(receive: ReceivePlanner) -> None:
    receive.code.value = encode(ILL, ["health"])
    assert receive.preview.tone == "warning"
    assert receive.preview.paragraphs == (receiving.HEALTH,)


def test_what_is_no_plan_is_told_and_loses_nothing(receive: ReceivePlanner) -> None:
    receive.code.value = "GH1-nonsense"
    assert receive.preview.heading == receiving.TROUBLE
    assert "damaged" in receive.preview.paragraphs[0]
    assert receive.code.value == "GH1-nonsense"
    receive.answer.press("take")
    assert receive.session == Session()
    receive.reset()
    assert (receive.code.value, receive.preview.heading) == ("", receiving.EMPTY)


def test_the_plan_of_a_link_shows_up_and_is_not_offered_again(receive: ReceivePlanner) -> None:
    plan = encode(SHARED)
    receive.arrival._heard(None, {"plan": plan, "site": "http://x/"}, None)
    assert receive.preview.heading == receiving.OFFER
    receive.answer.press("keep")
    assert receive.session == Session()
    receive.arrival._heard(None, {"plan": plan, "site": "http://x/"}, None)
    assert receive.preview.heading == receiving.EMPTY
    # What was pasted on purpose is shown all the same.
    receive.code.value = plan
    assert receive.preview.heading == receiving.OFFER
    receive.answer.press("take")
    receive.store.change("other", minutes=12)
    receive.arrival._heard(None, {"plan": plan, "site": "http://x/"}, None)
    assert receive.preview.heading == receiving.TAKEN


def test_a_link_without_a_plan_or_with_the_same_one_says_nothing(receive: ReceivePlanner) -> None:
    for message in (
        {"plan": "", "site": ""},
        {"plan": encode(Session()), "site": ""},
        {},
        "x",
        None,
    ):
        receive.arrival._heard(None, message, None)
    assert receive.preview.heading == receiving.EMPTY


def test_a_waiting_plan_follows_what_changes_meanwhile(receive: ReceivePlanner) -> None:
    receive.code.value = encode(SHARED)
    receive.store.change("other", minutes=25)
    assert "Length: 25 minutes → 31 minutes" in receive.preview.bullets
    receive.store.change("other", breaths_per_minute=12.0)
    receive.answer.press("take")
    assert (receive.session.minutes, receive.session.breaths_per_minute) == (31, 6.0)


def test_a_plan_that_is_the_same_waits_until_it_makes_a_difference(receive: ReceivePlanner) -> None:
    text = encode(Session())
    receive.code.value = text
    assert receive.preview.paragraphs == (receiving.SAME,)
    assert receive.answer.off == ("take", "keep")
    assert receive.code.value == text
    receive.store.change("other", minutes=25)
    assert receive.preview.bullets == ("Length: 25 minutes → 20 minutes",)
    assert receive.answer.off == ()


def test_a_session_file_comes_in_whole(receive: ReceivePlanner) -> None:
    receive.file._heard(None, {"file": NAME, "text": ILL.to_json(), "small": True}, None)
    assert receive.preview.tone == "warning"
    receive.answer.press("take")
    assert receive.session == ILL


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"text": "{", "small": True}, "damaged"),
        ({"text": "", "small": False}, TOO_LARGE),
        ({"text": "x" * 300_000, "small": True}, TOO_LARGE),
    ],
)
def test_a_file_that_is_none_is_told(
    receive: ReceivePlanner, message: dict[str, Any], said: str
) -> None:
    receive.file._heard(None, message, None)
    assert said in receive.preview.paragraphs[0]
    assert receive.session == Session()


# Out


def test_no_code_is_made_before_it_is_asked_for(share: SharePlanner) -> None:
    share.store.change("other", minutes=31)
    assert share.code.value == share.binder.value == share.site.value == ""


def test_code_and_links_follow_the_plan_and_the_ticks(
    share: SharePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "here", lambda: PLACE)
    share.make.press("make")
    share.store.change("other", minutes=31, spots=SHARED.spots)
    plan = decode(share.code.value, Session())
    assert (plan.session.minutes, plan.session.spots, plan.private) == (31, (), ())
    for link in (share.binder.value, share.site.value):
        assert decode(link, Session()).session == plan.session
    assert sharing.LESSON in share.binder.value
    share.private.value = ("spots",)
    assert decode(share.site.value, Session()).session.spots == SHARED.spots
    assert share.trouble.layout.display == share.repository.layout.display == "none"


def test_the_card_says_what_becomes_of_the_safety_answers(share: SharePlanner) -> None:
    assert share.sees.bullets[-1] == sharing.THEIRS
    share.private.value = ("health",)
    assert share.sees.bullets[-1] == sharing.YOURS
    share.private.value = ()
    assert share.sees.bullets[-1] == sharing.THEIRS


def test_every_tick_is_named_on_the_card(share: SharePlanner) -> None:
    for key, text in sharing.PRIVATE:
        share.private.value = (key,)
        assert any(text in bullet for bullet in share.sees.bullets)
        assert not share.code.value


def test_the_first_day_is_said_in_words(share: SharePlanner) -> None:
    share.first_day.value = "2026-03-04"
    assert "Wednesday, 4 March 2026" in share.week.paragraphs[-1]
    share.first_day.value = "plum"
    assert "as in 2026-03-01" in share.week.paragraphs[-1]
    share.first_day.value = ""
    assert share.week.paragraphs == (sharing.WEEK,)


def test_where_nobody_knows_the_place_the_learner_is_asked(share: SharePlanner) -> None:
    share.make.press("make")
    assert share.code.value
    assert share.binder.value == ""
    assert share.trouble.paragraphs == (NOT_SET,)
    assert share.trouble.layout.display is None
    assert share.repository.layout.display is None
    share.repository.value = "nonsense"
    assert share.trouble.paragraphs == (sharing.NO_REPOSITORY,)
    share.repository.value = "ann/hands"
    assert "gh/ann/hands" in share.binder.value
    assert share.site.value.startswith("https://ann.github.io/hands/")
    assert share.trouble.layout.display == "none"


def test_a_plan_too_long_for_a_link_goes_as_a_code(
    share: SharePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "here", lambda: PLACE)
    notes = tuple(LogEntry(note=f"{k * 7919:x} {k**3:x} {k**5:x} {k**9:x}") for k in range(1, 100))
    share.store.change("other", log=notes)
    share.private.value = ("log",)
    share.make.press("make")
    assert len(share.code.value) > LONGEST_IN_LINK
    assert share.binder.value == share.site.value == ""
    assert share.trouble.paragraphs == (sharing.TOO_LONG,)


def test_on_the_browser_only_site_its_own_address_is_the_link(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(places, "IN_BROWSER", True)
    monkeypatch.setattr(places, "_page", [])
    places.arrived("javascript:alert(1)")
    assert places.here({}) is None
    places.arrived("https://school.example/hands/")
    found = places.here({})
    assert found
    assert found.site_link("06_full_session").startswith("https://school.example/hands/lab/")
    assert found.binder_link("06_full_session") == ""


@pytest.mark.parametrize(
    ("which", "name", "kind", "begin"),
    [
        ("card-a4", "back-massage-card.pdf", "application/pdf", b"%PDF-"),
        ("card-letter", "back-massage-card.pdf", "application/pdf", b"%PDF-"),
        ("card-picture", "back-massage-card.png", "image/png", b"\x89PNG"),
        ("player", "back-massage-player.html", "text/html", b"<!doctype html>"),
        ("calendar", "back-massage.ics", "text/calendar", b"BEGIN:VCALENDAR"),
        ("routine", "back-massage-routine.json", "application/json", b"{"),
        ("session", NAME, "application/json", b"{"),
    ],
)
def test_each_button_sends_its_file(
    share: SharePlanner, monkeypatch: pytest.MonkeyPatch, which: str, name: str, kind: str,
    begin: bytes,
) -> None:  # fmt: skip
    share.store.change("other", minutes=5, rhythm=Rhythm(gentle=2))
    share.first_day.value = "2026-03-04"
    found = sent(share.files, monkeypatch)
    share.files._heard(None, {"press": which}, None)
    ((message, buffers),) = found
    assert message == {"name": name, "type": kind}
    assert buffers[0].startswith(begin)
    if which == "session":
        assert Session.from_json(buffers[0].decode()) == share.store.session
    if which == "routine":
        assert json.loads(buffers[0])["minutes"] == 5


def test_a_file_that_cannot_be_made_says_why(
    share: SharePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = sent(share.files, monkeypatch)
    share.files._heard(None, {"press": "calendar"}, None)
    assert "as in 2026-03-01" in found[0][0]["problem"]
    share.files._heard(None, {"press": "nonsense"}, None)
    share.files._heard(None, "nonsense", None)
    assert len(found) == 1


def test_every_button_has_a_maker() -> None:
    assert {key for key, _ in sharing.FILES} == sharing._MAKERS.keys()
