"""Stroke pictures: every technique at every place, and on every size of body."""

import re
from itertools import combinations
from xml.etree import ElementTree

import numpy as np
import pytest

from helpers.body import Limits, back
from helpers.content import load
from helpers.diagrams import (
    describe_stroke,
    draw_stroke,
    draw_stroke_back,
    draw_stroke_picture,
    figure,
    moving_svg,
    stroke_still,
    stroke_view,
)
from helpers.diagrams.about import KEY, about_zones
from helpers.diagrams.svg import still as whole_svg
from helpers.strokes import build, places

LIMITS = Limits(agreed=frozenset({"buttock"}), asked=frozenset(load().technique))


def side_of(technique):
    return "right" if load().technique[technique].motion.hands == "one side" else "both"


def stroke_of(technique, place, size="reference", **more):
    return build(technique, place=place, side=side_of(technique), size=size, limits=LIMITS, **more)


EVERY = [
    (entry.id, place.id)
    for entry in load().technique.values()
    if entry.taught
    for place in places(entry.id)
]
SOME = [("T02", "whole"), ("T05", "column"), ("T06", "shelf"), ("T08", "ribs"), ("T15", "lane")]


@pytest.mark.parametrize(("technique", "place"), EVERY)
def test_labels_overlap_neither_each_other_nor_the_path(technique, place):
    stroke = stroke_of(technique, place)
    body = back("reference")
    view = stroke_view(technique, place, body)
    _, ax = figure(view)
    boxes = draw_stroke(ax, stroke, body)
    assert boxes
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other), f"{one} {other}"
    for box in boxes:
        assert box.x - box.width / 2 >= 0
        assert box.x + box.width / 2 <= 800
        assert box.y - box.height / 2 >= 0
        assert box.y + box.height / 2 <= view.height - KEY
    for path in [p for p in ax.patches if str(p.get_gid()).startswith("gh-path")]:
        points = view.to_px(path.get_path().interpolated(4).vertices)
        assert not any(box.holds(points, -2) for box in boxes)


@pytest.mark.parametrize(("technique", "place"), EVERY)
def test_every_station_has_its_number_and_the_picture_a_level(technique, place):
    stroke = stroke_of(technique, place)
    _, ax = figure(stroke_view(technique, place, back("reference")))
    draw_stroke(ax, stroke, back("reference"))
    written = [text.get_text() for text in ax.texts]
    if len(stroke.stations) > 1:
        assert [t for t in written if t.isdigit()] == [
            str(k + 1) for k in range(len(stroke.stations))
        ]
    assert any(text.startswith("level ") for text in written)


@pytest.mark.parametrize(("technique", "place"), EVERY)
def test_moving_artists_stay_inside_the_picture(technique, place):
    body = back("reference")
    view = stroke_view(technique, place, body)
    _, ax = figure(view)
    draw_stroke(ax, stroke_of(technique, place), body)
    floor = view.height - KEY
    for patch in ax.patches:
        move = patch.get_transform() - ax.transData
        points = view.to_px(move.transform(patch.get_path().vertices))
        low = floor + (4.5 * view.scale if "hand" in str(patch.get_gid()) else 0)
        assert points[:, 0].min() >= 0
        assert points[:, 0].max() <= 800
        assert points[:, 1].min() >= -1
        assert points[:, 1].max() <= low


@pytest.mark.parametrize(("technique", "place"), SOME)
@pytest.mark.parametrize("size", list(load().size))
def test_each_size_of_body_gets_its_picture(technique, place, size):
    stroke = stroke_of(technique, place, size)
    still, moving = stroke_still(technique, place, size), moving_svg(stroke)
    assert still.count('<g id="gh-moving"></g>') == 1
    ElementTree.fromstring(still.replace('<g id="gh-moving"></g>', moving))


@pytest.mark.parametrize(("technique", "place"), EVERY)
def test_layers_drawn_one_by_one_are_the_same_as_all_at_once(technique, place):
    body = back("reference")
    view = stroke_view(technique, place, body)
    fig, ax = figure(view)
    draw_stroke_back(ax, technique, place, body)
    assert stroke_still(technique, place, "reference") == whole_svg(fig)


@pytest.mark.parametrize(("technique", "place"), SOME)
def test_the_same_stroke_gives_the_same_bytes(technique, place):
    stroke = stroke_of(technique, place)
    first = moving_svg(stroke)
    moving_svg(stroke_of("T20", "whole"))
    assert moving_svg(stroke) == first
    body = back("reference")
    drawn = []
    for _ in range(2):
        fig, ax = figure(stroke_view(technique, place, body))
        draw_stroke_picture(ax, stroke, body)
        fig.canvas.draw()
        drawn.append(np.asarray(fig.canvas.buffer_rgba()))
    assert np.array_equal(*drawn)


def test_svg_has_text_css_colours_and_nothing_that_leaks():
    text = stroke_still("T02", "whole", "reference") + moving_svg(stroke_of("T02", "whole"))
    assert "clipPath" not in text
    assert "clip-path" not in text
    assert "<style" not in text
    assert "font-family" not in text
    assert "<metadata" not in text
    assert not re.search(r'id="(?!gh-)', text)
    assert "5 cm</text>" in text
    assert re.findall(r"(?<!, )#[0-9a-f]{6}", text) == []
    assert "var(--gh-hand-line, #" in text
    assert "opacity: 0.82" in text
    assert "opacity: 0.07" in text


def test_firmer_strokes_are_drawn_in_the_level_asked_for():
    light, firm = (moving_svg(stroke_of("T02", "whole", level=k)) for k in (2, 3))
    assert "--gh-level-3" in firm
    assert "--gh-level-3" not in light
    assert "level 3</text>" in firm


def test_a_fist_keeps_off_where_a_flat_hand_may_pass():
    body = back("reference")
    assert about_zones(body, "T02", "whole")["Z01"] == "light"
    assert about_zones(body, "T16", "upper")["Z01"] == "off"


@pytest.mark.parametrize(("technique", "place"), EVERY)
def test_words_tell_all_that_is_needed_to_do_it(technique, place):
    stroke = stroke_of(technique, place)
    text = describe_stroke(stroke, passes=3)
    entry = load().technique[technique]
    assert entry.plain in text
    assert entry.hand in text
    assert entry.cue in text
    assert "cm" in text
    assert "cm down" in text or "level with the bump" in text
    assert f"about {round(stroke.seconds)} second" in text
    assert "3 passes" in text
    assert "level " in text
    for mistake in entry.never_on:
        assert mistake in text
    for zone, how in about_zones(back("reference"), technique, place).items():
        if how == "off":
            assert load().zone[zone].name.lower() in text.lower()
    assert not re.search(r"\b(nan|None|inf)\b", text)


def test_words_give_the_long_glide_as_it_is_taught():
    text = describe_stroke(stroke_of("T02", "whole", pace=5.0))
    assert "Start: 3.5 cm out, 48 cm down" in text
    assert "1. Glide up towards the head" in text
    assert "5 cm a second" in text
    assert "Come back lightly" in text
    assert "back at the start" in text


def test_words_name_the_side_worked_on():
    text = describe_stroke(build("T14", place="lane-a", side="left", limits=LIMITS))
    assert "receiver's left side" in text
    assert "same on the right" in text
