"""The stage's traits, checks and text forms."""

import pytest
from traitlets import TraitError

from helpers.diagrams import style
from helpers.stage import Stage

STILL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><path d="M0 0"/></svg>'


def stage(**changes: object) -> Stage:
    given = {"still": STILL, "name": "A stroke", "description": "Both hands glide."} | changes
    return Stage(**given)  # type: ignore[arg-type]


def test_its_text_forms_never_vary() -> None:
    first, second = stage(), stage()
    assert repr(first) == "Stage: A stroke"
    data, _ = first._repr_mimebundle_()
    assert data["text/plain"] == "Stage: A stroke\n\nBoth hands glide."
    assert second._repr_mimebundle_()[0]["text/plain"] == data["text/plain"]
    view = data["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] == first.model_id


def test_a_long_description_is_not_cut() -> None:
    words = "Both hands glide. " * 50
    assert words in stage(description=words)._repr_mimebundle_()[0]["text/plain"]


def test_colours_come_from_the_style_sheet_unless_given() -> None:
    assert stage().tokens == style.css()
    assert stage(tokens=".gh-picture{--gh-ink:#000}").tokens == ".gh-picture{--gh-ink:#000}"


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"still": ""}, "must be some text"),
        ({"still": "<svg>"}, "not sound XML"),
        ({"still": "<p/>"}, "must be one <svg>"),
        ({"still": "<svg/>"}, "needs a viewBox"),
        ({"still": '<svg viewBox="0 0 a 5"/>'}, "needs a viewBox"),
        ({"still": '<svg viewBox="0 0 0 5"/>'}, "must have a width"),
        ({"moving": "<path/>"}, "must be one <g>"),
        ({"moving": "<g>"}, "must be one <g>"),
        ({"moving": None}, "must be text"),
        ({"name": " "}, "name of a picture must be some text"),
        ({"description": ""}, "description of a picture must be some text"),
        ({"width": 20}, "must be 100 px or more"),
        ({"tokens": "@import 'x'"}, "may not load"),
        ({"tokens": "a{b:url(x)}"}, "may not load"),
        ({"tokens": "a{"}, "as many"),
        ({"tokens": 3}, "must be CSS text"),
    ],
)
def test_a_bad_argument_is_told_in_a_sentence(changes: dict[str, object], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint) as told:
        stage(**changes)
    assert str(told.value).endswith(".")
    # The same holds later.
    shown = stage()
    before = {name: getattr(shown, name) for name in changes}
    with pytest.raises((ValueError, TraitError)):
        shown.update(**changes)
    assert {name: getattr(shown, name) for name in changes} == before


def test_an_update_is_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = stage()
    sent: list[set[str]] = []
    monkeypatch.setattr(type(shown), "send_state", lambda self, key=None: sent.append(set(key)))
    shown.update(moving="<g/>", description="One hand rests.", summary="5 cm/s")
    assert sent == [{"moving", "description", "summary"}]


def test_an_update_is_made_whole_or_not_at_all() -> None:
    shown = stage()
    with pytest.raises(ValueError, match="one <g>"):
        shown.update(description="New.", moving="<path/>")
    assert shown.description == "Both hands glide."
    with pytest.raises(ValueError, match="A Stage has no 'movin'"):
        shown.update(movin="<g/>")


class OtherStage(Stage):
    """A kind of its own, though it differs in nothing else."""


def test_widgets_of_a_kind_share_their_class_and_no_value() -> None:
    first, second = stage(), stage()
    other = OtherStage(STILL, name="Another", description="Nothing moves.")
    assert type(first) is type(second)
    assert type(first) is not type(other)
    assert first._anywidget_id == second._anywidget_id != other._anywidget_id
    # What anywidget adds is as much each widget's own as what the stage itself has.
    first.update(name="Changed", _css="p{}")
    assert (second.name, other.name) == ("A stroke", "Another")
    assert "p{}" not in (second._css, other._css)
