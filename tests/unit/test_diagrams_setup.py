"""The set-up from above: to scale, within reach, the same in words, labels apart."""

import re
from itertools import combinations

import numpy as np
import pytest

from helpers.content import load
from helpers.diagrams import describe_setup, draw_setup, figure, setup_svg, setup_view
from helpers.diagrams.lying import receiver
from helpers.diagrams.outline import flatten
from helpers.diagrams.setup import second_place, side_of, stand_of, tray_at
from helpers.planner.preparing import pillows_used, reach
from helpers.session import Prepare, Session

CONTENT = load()
CASES = [
    (place, position, hand)
    for place, setting in CONTENT.setting.items()
    for position in setting.positions
    for hand in ("right", "left")
]


def session(place: str, position: str, hand: str = "right", **more: object) -> Session:
    return Session(position=position, prepare=Prepare(place=place, hand=hand, **more))


def test_the_receiver_is_as_long_as_the_reference_body() -> None:
    body = flatten(receiver("face_down").pieces[0].fill)
    heel = 145.5
    assert body[:, 1].min() == pytest.approx(-23.5, abs=0.3), "the crown: 169 cm less C7 at 145.5"
    assert heel - 4 < body[:, 1].max() < heel + 22, "toes point down behind the heel"
    wide = np.abs(body[np.abs(body[:, 1] - 14) < 3, 0]).max()
    assert 2 * wide == pytest.approx(48.0, abs=1.0), "shoulders, outer breadth"


@pytest.mark.parametrize(("place", "position", "hand"), CASES)
def test_what_is_needed_lies_within_reach_on_the_strong_hand(place, position, hand) -> None:
    here = session(place, position, hand)
    stand, tray = stand_of(here), np.array(tray_at(here))
    assert np.sign(tray[0]) == side_of(here) == (1 if hand == "right" else -1)
    x, y = tray - stand.at
    far = max(np.hypot(x + dx, y + dy) for dx in (-18, 18) for dy in (-16, 16))
    assert far < reach(here.prepare.giver_cm)
    view = setup_view(here)
    assert view.left < tray[0] - 18
    assert tray[0] + 18 < view.left + 2 * view.half_width


@pytest.mark.parametrize(("place", "position", "hand"), CASES)
def test_hands_reach_the_back_and_the_next_place_is_another(place, position, hand) -> None:
    here = session(place, position, hand)
    stand = stand_of(here)
    for wrist in stand.hands:
        assert np.hypot(*(np.array(wrist) - stand.at)) < reach(here.prepare.giver_cm) - 18.7
        assert abs(wrist[0]) < 22
    other = second_place(here)
    assert (other is None) == (position == "seated")
    if other:
        assert abs(other.at[1] - stand.at[1]) > 30


@pytest.mark.parametrize(
    ("place", "position", "hand", "resting"),
    [*((*case, False) for case in CASES), ("bed", "face_down", "left", True)],
)
def test_labels_stay_inside_and_apart(place, position, hand, resting) -> None:
    here = session(place, position, hand)
    fig, ax = figure(setup_view(here, resting=resting))
    draw_setup(ax, here, resting=resting)
    fig.canvas.draw()
    boxes = [text.get_window_extent() for text in ax.texts if text.get_text().strip()]
    width, height = fig.get_size_inches() * 72
    for box in boxes:
        assert box.x0 >= 4
        assert box.x1 <= width - 4
        assert box.y0 >= 2
        assert box.y1 <= height
    for one, other in combinations(boxes, 2):
        assert not one.padded(-1.5).overlaps(other.padded(-1.5))


def test_a_left_hand_makes_the_mirror_image() -> None:
    right, left = (
        stand_of(session("bed", "face_down")),
        stand_of(session("bed", "face_down", "left")),
    )
    assert left.at == (-right.at[0], right.at[1])
    assert left.facing == -right.facing


@pytest.mark.parametrize(("place", "position", "hand"), CASES[::2])
def test_words_name_all_that_is_drawn(place, position, hand) -> None:
    here = session(place, position, hand)
    words = describe_setup(here)
    for pillow in pillows_used(here):
        assert pillow.name[1:] in words
    assert CONTENT.setting[place].name in words
    assert f"{reach(170):.0f} cm" in words
    assert "oil" in words
    assert "oil or lotion" not in describe_setup(session(place, position, hand, oil="none"))


def test_a_pillow_left_out_is_gone_from_picture_and_words() -> None:
    whole, less = session("bed", "face_down"), session("bed", "face_down", pillows_out={"belly"})
    assert 'id="gh-belly"' in setup_svg(whole)
    assert 'id="gh-belly"' not in setup_svg(less)
    assert "belly" not in describe_setup(less).split("Supports")[1]


def test_resting_shows_no_giver() -> None:
    here = session("bed", "face_down")
    words = describe_setup(here, resting=True)
    assert "under the knees" in words
    assert "reach" not in words
    assert setup_svg(here, resting=True) != setup_svg(here)


def test_the_same_set_up_gives_the_same_bytes_without_noise() -> None:
    here = session("table", "side_lying")
    assert setup_svg(here) == setup_svg(here)
    assert not re.search(r"(?<!\d)\d{4}-\d{2}-\d{2}", setup_svg(here))
    assert len(setup_svg(here)) < 80_000
