"""The shared controls: values, checks and text forms."""

import ipywidgets
import pytest

from helpers.widgets import Card, Checklist, Choice, Panel, Slider

SIDES = [("both", "Both"), ("left", "Left", "of the receiver"), "right"]


def plain(widget: object) -> str:
    bundle = widget._repr_mimebundle_()  # type: ignore[attr-defined]
    data = bundle[0] if isinstance(bundle, tuple) else bundle
    return str(data["text/plain"])


def test_text_forms() -> None:
    slider = Slider("Pace", 5, 1, 12, unit="cm/s")
    choice = Choice("Side", SIDES, "left")
    checks = Checklist("Leave out", ["neck", "feet"], ["feet", "neck"])
    card = Card("Go ahead", ["All fine."], ["Slowly"])
    for widget, text in {
        slider: "Slider: Pace, 5 cm/s",
        choice: "Choice: Side, Left",
        checks: "Checklist: Leave out, neck, feet",
        card: "Card: Go ahead\nAll fine.\n- Slowly",
        Choice("Side", SIDES, ""): "Choice: Side, nothing chosen yet",
        Checklist("Leave out", ["neck"]): "Checklist: Leave out, nothing ticked",
        Panel([slider, choice], card, name="Warm-up"): (
            "Panel: Warm-up\n\nSlider: Pace, 5 cm/s\n\nChoice: Side, Left\n\n"
            "Card: Go ahead\nAll fine.\n- Slowly"
        ),
        Panel(ipywidgets.Button()): "Panel\n\nButton",
    }.items():
        assert plain(widget) == text
        assert repr(widget) == text.partition("\n")[0]


def test_a_slider_stands_on_its_steps() -> None:
    slider = Slider("Pace", 5.3, 1, 12.2, 0.5, "cm/s")
    assert (slider.value, slider.words) == (5.5, "5.5 cm/s")
    slider.value = 99
    assert slider.value == 12.0
    slider.value = -99
    assert slider.value == 1.0
    tenths = Slider("Share", 0.7, 0, 1, 0.1)
    assert (tenths.value, tenths.words) == (0.7, "0.7")


def test_a_slider_knows_its_singular() -> None:
    slider = Slider("Count", 1, 1, 5, unit="passes", unit_one="pass")
    assert slider.words == "1 pass"
    slider.value = 2
    assert slider.words == "2 passes"


def test_a_sliders_range_can_change() -> None:
    slider = Slider("Pace", 5, 1, 12)
    seen: list[float] = []
    slider.observe(lambda change: seen.append(change.new), "value")
    slider.update(min=20, max=60, step=5, value=44)
    assert (slider.min, slider.max, slider.value) == (20, 60, 45)
    slider.max = 30
    assert slider.value == 30
    assert seen == [45, 30]
    with pytest.raises(ValueError, match="range from 40 to 30 is empty"):
        slider.min = 40
    with pytest.raises(ValueError, match="is empty"):
        slider.update(min=50, value=55)
    assert (slider.min, slider.value) == (20, 30)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("", 5, 1, 12), "label of a slider"),
        (("Pace", 5, 12, 1), "Pace: the range from 12 to 1 is empty"),
        (("Pace", 13, 1, 12), "Pace: 13 is not between 1 and 12"),
        (("Pace", 5, 1, 12, 0), "step of 0 does not fit"),
        (("Pace", 5, 1, 12, 20), "step of 20 does not fit"),
        (("Pace", "5", 1, 12), "value must be a number"),
        (("Pace", float("nan"), 1, 12), "value must be a finite number"),
        (("Pace", 5, 1, float("inf")), "max must be a finite number"),
    ],
)
def test_a_bad_slider_is_told_in_a_sentence(arguments: tuple[object, ...], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint) as told:
        Slider(*arguments)  # type: ignore[arg-type]
    assert str(told.value).endswith(".")


def test_a_choice_takes_the_first_unless_told() -> None:
    assert Choice("Side", SIDES).value == "both"
    assert Choice("Side", SIDES, "").value == ""
    assert Choice("Side", SIDES).options[1:] == (
        ("left", "Left", "of the receiver"),
        ("right", "right", ""),
    )


def test_new_options_keep_the_choice_where_they_can() -> None:
    choice = Choice("Side", SIDES, "left")
    choice.options = ["left", "up"]
    assert choice.value == "left"
    choice.options = ["up", "down"]
    assert choice.value == "up"
    seen: list[str] = []
    choice.observe(lambda change: seen.append(change.new), "value")
    choice.update(options=SIDES, value="right")
    assert seen == ["right"]
    still_open = Choice("Side", SIDES, "")
    still_open.options = ["up"]
    assert still_open.value == ""


def test_new_options_drop_the_ticks_that_are_gone() -> None:
    checks = Checklist("Leave out", ["neck", "feet", "hips"], ["hips", "neck"])
    assert checks.value == ("neck", "hips")
    checks.options = ["hips", "feet"]
    assert checks.value == ("hips",)


def test_a_click_on_an_option_that_is_gone_changes_nothing() -> None:
    choice = Choice("Side", SIDES)
    choice.options = ["up", "down"]
    choice.set_state({"value": "left"})
    assert choice.value == "up"
    choice.set_state({"value": "down"})
    assert choice.value == "down"
    checks = Checklist("Leave out", ["neck"])
    checks.set_state({"value": ["hips"]})
    assert checks.value == ()
    checks.set_state({"value": ["neck"]})
    assert checks.value == ("neck",)


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: Choice("", SIDES), "label of a choice"),
        (lambda: Choice("Side", []), "at least one option"),
        (lambda: Choice("Side", ["a", "a"]), "two options have the same id"),
        (lambda: Choice("Side", [("a",)]), "an option is"),
        (lambda: Choice("Side", [("a", 1)]), "an option is"),
        (lambda: Choice("Side", [("a", "")]), "text of an option"),
        (lambda: Choice("Side", [("", "A")]), "id of an option"),
        (lambda: Choice("Side", SIDES, "up"), "Side: 'up' is none of both, left, right"),
        (lambda: Checklist(" ", SIDES), "label of a checklist"),
        (lambda: Checklist("Side", SIDES, "left"), "give a list of ids"),
        (lambda: Checklist("Side", SIDES, ["up"]), "Side: 'up' is none of"),
        (lambda: Card(""), "heading of a card"),
        (lambda: Card("A", "text"), "lists of texts"),
        (lambda: Card("A", [""]), "must be some text"),
        (lambda: Card("A", tone="loud"), "one of plain, note, warning, stop, not 'loud'"),
        (lambda: Card("A", level=1), "level from 2 to 6"),
        (lambda: Panel([]), "needs something in it"),
        (lambda: Panel(["a"]), "holds widgets, not 'a'"),
        (lambda: Panel(ipywidgets.Output()), "no Output area"),
    ],
)
def test_a_bad_control_is_told_in_a_sentence(make: object, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint) as told:
        make()  # type: ignore[operator]
    assert str(told.value).endswith(".")


def test_later_changes_are_checked_too() -> None:
    card = Card("A", ["One."])
    with pytest.raises(ValueError, match="one of plain"):
        card.tone = "loud"
    with pytest.raises(ValueError, match="must be some text"):
        card.paragraphs = ["One.", ""]
    with pytest.raises(ValueError, match="is none of"):
        Choice("Side", SIDES).value = "up"
    with pytest.raises(ValueError, match="is none of"):
        Checklist("Side", SIDES).value = ["up"]
    with pytest.raises(ValueError, match="label of a slider"):
        Slider("Pace", 5, 1, 12).label = ""
