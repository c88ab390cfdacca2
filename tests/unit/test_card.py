"""The printed card: all of a massage on one page, nothing over anything else, readable again."""

import io
import random
from collections.abc import Iterator
from typing import Any

import pytest
from matplotlib.image import imread
from pypdf import PdfReader

from helpers.content import load
from helpers.export.card import PAPERS, card_page, card_pdf, card_png
from helpers.export.card_page import MARGIN, Page
from helpers.export.card_text import NOTHING
from helpers.planner import routine_for
from helpers.session import Answer, Prepare, Session, Spot
from tests.unit.strategies import MARKS, people, places

SMALLEST = 6.5
USUAL = 8.0
"""Letters of a usual card, pt: the size of a newspaper, read at arm's length."""

FULL = Session(
    minutes=45,
    spots=(Spot(4, 14), Spot(-8, 26, "tender", 6), Spot(6, 34)),
    asked=frozenset({"T10", "T16"}),
)


def overlaps(page: Page) -> Iterator[tuple[str, str]]:
    """What lies on something else or runs off the page, as pairs of texts."""
    found = [(words.text, words.box) for words in page.words]
    found += [("a small back", small.box) for small in page.backs]
    for k, (text, box) in enumerate(found):
        low, high = box.x - box.width / 2, box.x + box.width / 2
        if low < MARGIN - 1 or high > page.paper[0] - MARGIN + 1:
            yield text, "the edge"
        if box.y - box.height / 2 < MARGIN - 1 or box.y + box.height / 2 > page.paper[1] - MARGIN:
            yield text, "the foot"
        for other, more in found[k + 1 :]:
            if box.overlaps(more, -0.5):
                yield text, other


def many() -> list[Session]:
    """Sessions of every length, and of people whose answers change a lot."""
    dice = random.Random(60)
    found: list[Session] = [Session(minutes=minutes) for minutes in (3, 12, 30)]
    for person in people()[6:8]:
        some: dict[str, Any] = dict(person)
        spots = tuple(Spot(x, y, "tender", 6) for x, y in dice.sample(places(), 6))
        found.append(
            Session(**some, minutes=45, top_level=4, spots=spots, asked=frozenset({"T09", "T16"}))
        )
    return [*found, FULL]


@pytest.fixture(scope="module")
def blocked() -> Session:
    content = load()
    flag = next(
        (question.id, choice.id)
        for question in content.question.values()
        for choice in question.choice
        if content.action[choice.action].blocks
    )
    return Session(answers=(Answer(*flag, marks=MARKS[:1]),))


def test_every_card_fits_one_page_and_nothing_lies_on_anything_else() -> None:
    for session in many():
        for paper in PAPERS:
            page = card_page(session, paper)
            assert page.fits
            assert list(overlaps(page)) == []
            assert page.size >= SMALLEST, (paper, page.size, session)


def test_a_usual_card_has_letters_that_are_read_at_arms_length() -> None:
    for minutes in (5, 20):
        assert card_page(Session(minutes=minutes)).size >= USUAL
    assert card_page(FULL).size >= USUAL


def test_the_pdf_is_one_page_and_says_all_of_the_massage() -> None:
    reader = PdfReader(io.BytesIO(card_pdf(FULL)))
    (page,) = reader.pages
    assert [float(side) for side in page.mediabox[2:]] == pytest.approx(PAPERS["a4"], abs=0.5)
    text = " ".join(page.extract_text().split())
    routine = routine_for(FULL)
    assert f"Your back massage: {routine.minutes} minutes" in text
    for number, step in enumerate(routine.steps, start=1):
        assert load().technique[step.technique].plain in text
        assert step.cue in text
        assert f"level {step.level}, " in text
        assert str(number) in text
    for note in routine.notes:
        assert note in text
    for line in load().card.values():
        assert line.say in text


def test_the_fonts_are_inside_and_the_drawing_is_of_lines() -> None:
    (page,) = PdfReader(io.BytesIO(card_pdf(Session(minutes=5)))).pages
    assert not page.images
    fonts: Any = page["/Resources"]["/Font"]  # type: ignore[index]
    assert fonts
    for font in fonts.values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()


def test_the_same_session_gives_the_same_bytes_without_date_or_version() -> None:
    session = Session(minutes=5)
    first = card_pdf(session)
    assert first == card_pdf(session)
    known = PdfReader(io.BytesIO(first)).metadata
    assert known
    assert known.creation_date is None
    assert known.title == "Your back massage: 5 minutes"
    picture = card_png(session, "letter")
    height, width = imread(io.BytesIO(picture)).shape[:2]
    assert (width, height) == (1275, 1650)


def test_where_the_answers_stop_the_massage_the_card_says_why(blocked: Session) -> None:
    page = card_page(blocked)
    assert page.text.title == NOTHING
    assert page.backs == []
    assert list(overlaps(page)) == []
    text = " ".join(words.text for words in page.words)
    for reason in routine_for(blocked).verdict.reasons:
        assert reason in " ".join(text.replace("•", " ").split())


@pytest.mark.parametrize(
    ("word", "shown"), [("$x^2$ & <b>", "$x^2$ & <b>"), ("停", "the one that you agreed on")]
)
def test_any_stop_word_can_be_printed(word: str, shown: str) -> None:
    session = Session(minutes=5, prepare=Prepare(stop_word=word))
    (page,) = PdfReader(io.BytesIO(card_pdf(session))).pages
    assert f"Stop word: {shown}." in " ".join(page.extract_text().split())


def test_paper_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="there are a4, letter"):
        card_page(Session(minutes=5), "a5")
