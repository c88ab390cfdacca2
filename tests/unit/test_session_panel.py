"""Planners that share one session: controls follow it, and each undoes its own changes."""

import re
from pathlib import Path

import pytest

import helpers
from helpers.session import Store
from helpers.stage.bundle import DOM, bundle, styles
from helpers.widgets import Buttons, Field, History, LessonStart, SessionPanel, Slider
from helpers.widgets.words import control


class Minutes(SessionPanel):
    """A small planner; `drawn` counts how often it drew anew."""

    def __init__(self, owner: str, store: Store) -> None:
        super().__init__(owner, ("minutes", "position"), store)
        self.drawn = 0
        self.minutes = Slider(
            **control("minutes"), value=self.session.minutes, min=3, max=60, step=1
        )
        self.bind(self.minutes, lambda s: s.minutes, lambda v: {"minutes": int(v)})
        self.compose(self.minutes, name=f"Plan {owner}")

    def show(self) -> None:
        self.drawn += 1


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "session.json")


def test_a_control_changes_the_session_and_all_others_follow(store: Store) -> None:
    one, other = Minutes("a", store), Minutes("b", store)
    one.minutes.value = 25
    assert store.session.minutes == other.minutes.value == 25
    assert (one.drawn, other.drawn) == (1, 1)
    assert (one.history.undo, other.history.undo) == (True, False)
    assert one.history.said == "Length: 20 minutes → 25 minutes"
    assert other.history.said == ""


def test_what_is_impossible_is_said_and_taken_back(store: Store) -> None:
    panel = Minutes("a", store)
    panel.minutes.value = 50
    assert panel.minutes.value == store.session.minutes == 20
    assert "from 3 to 45" in panel.history.problem
    panel.minutes.value = 21
    assert panel.history.problem == ""


def test_the_buttons_of_the_history(store: Store) -> None:
    panel, other = Minutes("a", store), Minutes("b", store)
    panel.minutes.value = 25
    panel.history.act("undo")
    assert (panel.minutes.value, panel.history.undo, panel.history.redo) == (20, False, True)
    panel.history.act("redo")
    assert panel.minutes.value == 25
    store.change("c", position="seated", down_strokes=8)
    panel.history.act("reset")
    assert (store.session.minutes, store.session.position) == (20, "face_down")
    assert store.session.down_strokes == 8
    assert other.minutes.value == 20
    panel.history.act("no such thing")


def test_coming_back_to_the_page_shows_what_another_notebook_did(store: Store) -> None:
    panel = Minutes("a", store)
    Store(store.path).change("a", minutes=33)
    assert panel.minutes.value == 20
    panel.history.act("seen")
    assert panel.minutes.value == 33


def test_what_cannot_be_saved_is_said_with_the_change(tmp_path: Path) -> None:
    path = tmp_path / "session.json"
    path.mkdir()
    panel = Minutes("a", Store(path))
    panel.minutes.value = 25
    assert panel.minutes.value == 25
    assert "not saved" in panel.history.problem
    assert "cannot be opened" in LessonStart(panel.store).text()


def test_text_forms(store: Store) -> None:
    panel = Minutes("a", store)
    assert panel.text() == "Panel: Plan a\n\nSlider: Length, 20\n\nHistory: reset"
    assert Field("Stop word", " a\nb ", most=2).text() == "Field: Stop word, ab"
    assert Buttons("Next", [("go", "Go on"), ("back", "Back")]).text() == (
        "Buttons: Next, Go on, Back"
    )
    assert History("Your changes", print, undo=True, said="x").text() == "History: undo, reset\nx"


def test_buttons_that_are_off_or_gone_do_nothing() -> None:
    pressed: list[str] = []
    buttons = Buttons("Next", [("go", "Go on"), ("back", "Back")], pressed.append, off=["back"])
    for name in ("go", "back", "gone"):
        buttons.press(name)
    assert pressed == ["go"]


def test_files_are_joined_into_one_module(tmp_path: Path) -> None:
    last = tmp_path / "last.js"
    last.write_text('import { make } from "./dom.js";\n\nexport default { render() {} };\n')
    text = bundle(DOM, last)
    assert "import " not in text
    assert "\nfunction make(" in text
    assert text.count("export") == text.count("export default") == 1
    with pytest.raises(ValueError, match=r"dom\.js, the last one and no other"):
        bundle(last, DOM)


def test_nothing_but_comments_is_left_out(tmp_path: Path) -> None:
    script = tmp_path / "one.js"
    code = 'const far = "//far"; // near\n\nexport default { far };\n'
    script.write_text(f"// @ts-check\n/**\n * What it is: a*b/c.\n */\n  // More.\n{code}")
    assert bundle(script) == code
    look = tmp_path / "one.css"
    look.write_text("/* Wide: */\na {\n  /* 3 * 4 */\n  width: 12px; /* px */\n}\n")
    assert styles(look) == "a {\n  width: 12px; /* px */\n}\n"
    # A text of several lines could have one that looks like a comment.
    for module in Path(helpers.__file__).parent.rglob("*.js"):
        bare = re.sub(r"(?m)^\s*//.*$", "", re.sub(r"(?s)/\*.*?\*/", "", module.read_text("utf-8")))
        assert all("\n" not in text for text in bare.split("`")[1::2]), module.name
