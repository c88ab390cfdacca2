"""The back map, the hands, charts, stills and the geometry below them."""

from itertools import combinations, pairwise
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from shapely.geometry import LineString, Polygon

from helpers.body import back
from helpers.content import load
from helpers.diagrams import (
    Still,
    anatomy,
    back_picture,
    back_svg,
    describe_back,
    describe_pressure,
    describe_timeline,
    draw_back,
    figure,
    hand_symbols,
    hands,
    pressure_svg,
    timeline_svg,
)
from helpers.diagrams.canvas import BACK_MAP, chart, page, sheet
from helpers.diagrams.labels import Box, measure
from helpers.diagrams.layout import column
from helpers.diagrams.outline import corners, flatten, hatch, smooth, vertices
from helpers.diagrams.pressure import draw_pressure
from helpers.diagrams.svg import svg
from helpers.planner import plan
from helpers.session import Answer, Session
from helpers.strokes import build

SIZES = list(load().size)
SHOWS = [("bones", "muscles", "landmarks"), ("bones", "zones"), ("bones", "regions")]


def label_boxes(ax):
    """Return a box around each line of text, px."""
    fig = ax.figure
    height = fig.get_size_inches()[1] * 72
    # A figure that was turned into SVG before has a canvas that cannot measure.
    renderer = FigureCanvasAgg(fig).get_renderer()
    boxes = []
    for text in ax.texts:
        extent = text.get_window_extent(renderer)
        x, y = (extent.x0 + extent.x1) / 2, height - (extent.y0 + extent.y1) / 2
        boxes.append(Box(x, y, extent.width, extent.height))
    return boxes


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("show", SHOWS)
def test_labels_of_a_map_do_not_overlap(size, show):
    fig, ax = figure()
    draw_back(ax, back(size), show=show)
    boxes = label_boxes(ax)
    height = fig.get_size_inches()[1] * 72
    assert len(boxes) > 8
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other, -1.5)
    for box in boxes:
        assert box.x - box.width / 2 >= 0
        assert box.x + box.width / 2 <= 800
        assert box.y - box.height / 2 >= 0
        assert box.y + box.height / 2 <= height


@pytest.mark.parametrize("size", SIZES)
def test_the_body_is_one_outline_without_crossings(size):
    shape = Polygon(flatten(anatomy.body_outline(back(size)), 6))
    assert shape.is_valid
    assert shape.geom_type == "Polygon"
    xy = np.asarray(shape.exterior.coords)
    mirrored = Polygon(xy * (-1, 1))
    assert shape.symmetric_difference(mirrored).area < 0.01 * shape.area


@pytest.mark.parametrize("name", list(load().muscle))
def test_fibres_stay_inside_their_muscle_and_run_as_given(name):
    body = back("reference")
    drawing = anatomy.muscle(body, name)
    outline = Polygon(flatten(drawing.outline, 6)).buffer(0.05)
    xy, codes = vertices(drawing.fibres), np.asarray(drawing.fibres.codes)
    starts = [*np.flatnonzero(codes == 1), len(xy)]
    lines = [LineString(xy[a:b]) for a, b in pairwise(starts)]
    assert len(lines) >= 3
    assert all(outline.buffer(0.2).covers(line) for line in lines)
    if len(load().muscle[name].fibres) == 1:
        angle = load().muscle[name].fibres[0][1]
        for line in lines:
            (x0, y0), (x1, y1) = line.coords[0], line.coords[-1]
            drawn = np.degrees(np.arctan2(y1 - y0, x1 - x0))
            assert abs((drawn - angle + 90) % 180 - 90) < 3


@pytest.mark.parametrize("name", list(load().muscle))
def test_smoothing_keeps_the_shape(name):
    points = back("reference").muscle(name)
    rough, fine = Polygon(points), Polygon(flatten(anatomy.muscle(back("reference"), name).outline))
    assert fine.is_valid
    assert rough.symmetric_difference(fine).area < 0.16 * rough.area
    assert fine.bounds[0] > -0.35  # no bulge across the midline


def test_corners_stay_sharp_and_the_rest_is_smooth():
    square = np.array([(0, 0), (4, 0), (4, 4), (0, 4)], dtype=float)
    assert corners(square) == [0, 1, 2, 3]
    assert Polygon(flatten(smooth(square, corners(square)))).area == pytest.approx(16, abs=1e-6)
    assert Polygon(flatten(smooth(square))).area > 17


def test_hatching_fills_the_union_and_leaves_holes_free():
    outer = np.array([(0, 0), (10, 0), (10, 10), (0, 10)], dtype=float)
    hole = np.array([(3, 3), (3, 7), (7, 7), (7, 3)], dtype=float)
    free = Polygon(outer, [hole]).buffer(1e-6)
    lines = [LineString(line) for line in hatch([outer, hole], 45, 0.5)]
    assert sum(line.length for line in lines) * 0.5 == pytest.approx(84, rel=0.05)
    assert all(free.covers(line) for line in lines)


@pytest.mark.parametrize("contact", [*load().contact, "on-top"])
def test_hands_are_of_true_size_and_hold_the_point_that_touches(contact):
    shape = hands.shape(contact)
    outline = Polygon(flatten(shape.fill))
    assert outline.buffer(0).area > 40
    assert outline.buffer(1.2).contains(LineString([(0, 0), (0.01, 0.01)]))


# A fold lies between thumb and finger, not on them.
@pytest.mark.parametrize("contact", sorted({*load().contact} - {"fold"}))
def test_what_presses_lies_on_the_hand(contact):
    spot = hands.spot(contact, load().contact)
    if spot is not None:
        hand, mark = Polygon(flatten(hands.shape(contact).fill)), Polygon(flatten(spot))
        assert hand.buffer(0).intersection(mark).area > 0.85 * mark.area


def test_a_flat_hand_measures_as_the_survey_says():
    xy = flatten(hands.shape("palm").fill, 12)
    assert -xy[:, 1].min() == pytest.approx(hands.LENGTH / 2, abs=0.25)
    palm = xy[(xy[:, 1] > -1.0) & (xy[:, 1] < 3.0) & (xy[:, 0] > 0)]
    assert palm[:, 0].max() == pytest.approx(hands.BREADTH / 2, abs=0.35)


def test_hands_turn_to_the_side_they_are_told():
    tip = vertices(hands.shape("palm").edge)
    tip = tip[np.argmin(tip[:, 1])]
    assert hands.place((0, 0), 90).transform(tip)[0] > 8
    left = hands.place((5, 5), 0, mirrored=True).transform(tip)
    assert left[1] < 5 - 8


def test_every_contact_has_its_symbol_for_the_player():
    text = hand_symbols()
    ElementTree.fromstring(f"<svg>{text}</svg>")
    assert all(f'id="gh-hand-{contact}"' in text for contact in [*load().contact, "on-top"])


def test_columns_keep_order_and_distance():
    ys = column([24, 24, 48], [100, 101, 102], 0, 400)
    assert ys == sorted(ys)
    assert ys[1] - ys[0] >= 24
    assert ys[2] - ys[1] >= 36
    assert column([20], [500], 0, 100)[0] < 100


def test_measured_text_grows_with_its_words():
    assert measure("long words")[0] > measure("word")[0]
    assert measure("two\nlines")[1] == 2 * measure("two")[1]


@pytest.mark.parametrize("show", SHOWS)
def test_maps_are_sound_svg_and_the_same_each_time(show):
    text = back_svg(show=show)
    ElementTree.fromstring(text)
    assert text == back_svg(show=show)
    assert "receiver’s left" in text
    assert "your person differs" in text


def test_maps_in_words_name_all_that_is_shown():
    text = describe_back(back("reference"), show=("muscles", "zones", "regions"))
    content = load()
    assert all(muscle.name in text for muscle in content.muscle.values())
    assert all(z.name.lower() in text.lower() for z in content.zone.values() if z.hatch)
    assert all(region.name in text for region in content.region.values())


def test_timeline_lists_every_step_in_picture_and_words():
    routine = plan(Session(minutes=20))
    drawn, words = timeline_svg(routine), describe_timeline(routine)
    ElementTree.fromstring(drawn)
    for number, step in enumerate(routine.steps, start=1):
        assert f'id="gh-step-{number}"' in drawn
        assert f">{number}. " in drawn
        assert load().technique[step.technique].plain in words
    assert words.count("pressure level") == len(routine.steps)
    assert timeline_svg(routine) == drawn


def test_pressure_of_a_stroke_and_of_a_routine():
    routine = plan(Session(minutes=20))
    assert "20:00" in describe_pressure(routine)
    stroke = build("T02", place="whole", side="both", level=3)
    assert "level 3" in describe_pressure(stroke)
    nothing = plan(Session(answers=(Answer("RF01", "yes"),)))
    assert describe_pressure(nothing) == "No pressure: there is no massage today."
    for subject in (routine, stroke, nothing):
        ElementTree.fromstring(pressure_svg(subject))


def test_a_still_shows_itself_with_name_caption_and_words():
    still = back_picture(name="Muscles of the back")
    bundle = still._repr_mimebundle_()
    html = bundle["text/html"]
    assert bundle["text/plain"].startswith("Muscles of the back\n")
    assert html == back_picture(name="Muscles of the back").html()
    assert '<figure class="gh-still" role="group"' in html
    assert html.count("<svg ") == 1
    assert "<details><summary>This picture in words</summary>" in html
    assert "Latissimus dorsi (" in html
    assert ' role="img" aria-labelledby="gh' in html
    assert 'alt="Muscles of the back. ' in html
    assert "\u2026var" not in html


def test_two_stills_on_a_page_do_not_share_ids():
    one, two = (back_picture(name=name).html() for name in ("one", "two"))
    ids = [{part.split('"')[0] for part in text.split(' id="')[1:]} for text in (one, two)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_still_needs_no_style_sheet_to_be_an_image():
    drawn = Still('<svg style="a:b" fill="var(--gh-ink, #2a2420)"></svg>', "name", "words").html()
    assert "%232a2420" in drawn.split('src="')[1].split('"')[0]


def test_a_lent_page_is_like_a_new_one_and_nobody_elses() -> None:
    routine = plan(Session(minutes=10))
    new, ax = chart(300)
    draw_pressure(ax, routine)
    with sheet(BACK_MAP) as (_, ax):
        draw_back(ax, back())
    with page(300) as (fig, ax), page(300) as (other, _):
        draw_pressure(ax, routine)
        assert svg(fig) == svg(new)
        assert svg(other) == svg(chart(300)[0])
