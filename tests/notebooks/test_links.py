"""README and lessons carry the launch links that the one setting gives."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import nbformat
import pytest

from helpers.content import load
from helpers.share import NOT_SET, Published
from helpers.share.places import published
from tools import links

PLACE = Published(spec="gh/ann/hands/v1.0", site="https://ann.github.io/hands/")
LESSONS = sorted(path.stem for path in (links.ROOT / "notebooks").glob("*.ipynb"))
LINK = re.compile(r"\]\(([^)]+)\)")


def test_the_committed_links_are_those_of_the_setting() -> None:
    stale = [p.name for p, text in links.wanted(published()).items() if p.read_text() != text]
    assert stale == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_ends_with_links_that_open_it(lesson: str) -> None:
    text = (links.ROOT / "notebooks" / f"{lesson}.ipynb").read_text(encoding="utf-8")
    book = nbformat.reads(links.new_lesson(text, PLACE, lesson), as_version=4)
    assert [cell.id for cell in book.cells].count(links.CELL) == 1
    assert book.cells[-1].id == links.CELL
    check_links(LINK.findall(book.cells[-1].source), lesson)


def check_links(found: list[str], lesson: str) -> None:
    binder, site = (urlsplit(link) for link in found)
    assert (binder.netloc, binder.path) == ("mybinder.org", "/v2/gh/ann/hands/v1.0")
    (inside,) = parse_qs(binder.query)["urlpath"]
    file = Path(inside.removeprefix("lab/tree/"))
    assert file.stem == lesson
    assert (links.ROOT / file).is_file()
    assert site.netloc + site.path == "ann.github.io/hands/lab/index.html"
    assert parse_qs(site.query) == {"path": [file.name]}


def test_the_readme_links_to_every_lesson() -> None:
    text = links.new_readme((links.ROOT / "README.md").read_text(encoding="utf-8"), PLACE)
    part = text.partition(links.BEGIN)[2].partition(links.END)[0]
    found = LINK.findall(part)
    assert len(found) == 2 * len(LESSONS)
    for place, lesson in enumerate(load().lesson.values()):
        assert f"| {lesson.title} |" in part
        check_links(found[2 * place : 2 * place + 2], lesson.file)


def test_without_a_setting_a_sentence_says_what_to_do() -> None:
    assert links.readme_part(None) == links.lesson_part(None, "00_welcome") == NOT_SET


def test_only_the_own_part_is_written(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    for path, text in links.wanted(PLACE).items():
        (tmp_path / path.relative_to(links.ROOT)).write_text(text, encoding="utf-8")
    for path, text in links.wanted(published(), tmp_path).items():
        old = (links.ROOT / path.relative_to(tmp_path)).read_text(encoding="utf-8")
        assert text == old


def test_without_a_site_the_lesson_links_to_binder_only() -> None:
    text = links.lesson_part(Published(spec="gh/ann/hands/HEAD"), "00_welcome")
    assert text.count("](") == 1
    assert text.endswith("HEAD?urlpath=lab/tree/notebooks/00_welcome.ipynb).")


def test_a_readme_without_the_marks_is_not_touched() -> None:
    with pytest.raises(ValueError, match="must hold the lines"):
        links.new_readme("# Good Hands\n", PLACE)
