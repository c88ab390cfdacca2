"""The lessons are easy to read by a library's count as well as by our own."""

from pathlib import Path

import nbformat
import pytest
import textstat

from tests.notebooks.lint import HARDEST, prose
from tests.notebooks.reading import grade

LESSONS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_is_easy_to_read(path: Path) -> None:
    text = prose(nbformat.read(path, as_version=4))
    years = textstat.flesch_kincaid_grade(text)
    assert years <= HARDEST
    assert abs(years - grade(text)) < 1


def test_the_library_tells_hard_words_from_easy_ones() -> None:
    easy = "Lay your hands on the back. Wait until it moves."
    hard = "Contraindications necessitate individualised physiotherapeutic advice."
    assert textstat.flesch_kincaid_grade(easy) < 3
    assert textstat.flesch_kincaid_grade(hard) > 12
