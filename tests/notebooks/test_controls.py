"""Every control of every lesson does something, and what it did can be taken back."""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from helpers.diagrams import pictures
from helpers.session import Session, current
from helpers.widgets import History, SessionPanel
from tests.notebooks.walk import acts, panel_of, parts, shown, state

PICTURES = {"timeline_svg": "drill_planner full_planner", "overview_svg": "session_views"}
FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
LESSONS = sorted(FOLDER.glob("*.ipynb"))


@pytest.fixture(autouse=True)
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw each routine's largest pictures once: what is taken back shows the one from before.

    That the same routine gives the same picture is tried elsewhere.
    """
    drill = "helpers.widgets.drill_planner"
    monkeypatch.setattr(f"{drill}.plan", cache(import_module(drill).plan))
    for picture, names in PICTURES.items():
        kept = cache(getattr(pictures, picture))
        for name in names.split():
            monkeypatch.setattr(f"helpers.widgets.{name}.{picture}", kept)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_control_does_something(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOOD_HANDS_SESSION", str(tmp_path))
    store = current()
    roots = shown(path)
    panels = [part for root in roots for part in parts(root) if isinstance(part, SessionPanel)]
    controls = [part for root in roots for part in parts(root) if acts(part)]
    assert controls
    dead = []
    for control in controls:
        panel = panel_of(control, panels)
        for name, act in acts(control):
            widgets = [part for root in roots for part in parts(root)]
            before, session = state(widgets, control), store.session
            act()
            widgets = [part for root in roots for part in parts(root)]
            if state(widgets, control) == before and store.session == session:
                dead.append(f"{panel.name if panel else 'no planner'}: {name}")
            if panel is not None and store.session != session:
                assert panel.history.undo, name
                panel.history.act("undo")
                assert store.session == session, name
    assert dead == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_planner_goes_back_to_the_usual(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOOD_HANDS_SESSION", str(tmp_path))
    store = current()
    roots = shown(path)
    panels = [part for root in roots for part in parts(root) if isinstance(part, SessionPanel)]
    assert all(isinstance(panel.history, History) for panel in panels)
    owners = [panel.owner for panel in panels]
    assert len(owners) == len(set(owners))
    for panel in panels:
        for control in list(parts(panel)):
            for _, act in acts(control)[:1]:
                act()
        panel.history.act("reset")
        assert panel.history.problem == ""
    assert store.session == Session()
