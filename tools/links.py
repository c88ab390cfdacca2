"""Write the launch links into README.md and into every lesson, from content/launch.toml.

python -m tools.links            write them
python -m tools.links --check    write nothing; fail if a file would change
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_markdown_cell

from helpers.content import load
from helpers.share import NOT_SET, Published
from helpers.share.places import published

ROOT = Path(__file__).resolve().parents[1]
CELL = "launch-links"
"""The id of the cell in a lesson that is written here, the last one."""
BEGIN, END = "<!-- Written by 'make links' -->", "<!-- to here -->"

WAYS = (
    "With nothing installed: on Binder a computer in the cloud opens the lessons, which takes a "
    "minute or more and forgets them when you leave; in the browser alone everything stays on "
    "your own computer."
)
ELSEWHERE = "With nothing installed, this lesson opens {ways}."


def readme_part(place: Published | None) -> str:
    """Return what README.md says about opening the lessons elsewhere."""
    if place is None:
        return NOT_SET
    rows = [WAYS, "", "| lesson | Binder | the browser alone |", "|---|---|---|"]
    for lesson in load().lesson.values():
        links = (place.binder_link(lesson.file), place.site_link(lesson.file))
        binder, site = (f"[open]({link})" if link else "" for link in links)
        rows.append(f"| {lesson.title} | {binder} | {site} |")
    return "\n".join(rows)


def lesson_part(place: Published | None, lesson: str) -> str:
    """Return what a lesson says at its end; ``lesson`` is its file's name without ending."""
    if place is None:
        return NOT_SET
    links = {
        "on Binder": place.binder_link(lesson),
        "in the browser alone": place.site_link(lesson),
    }
    ways = [f"[{words}]({link})" for words, link in links.items() if link]
    return ELSEWHERE.format(ways=" or ".join(ways))


def new_readme(text: str, place: Published | None) -> str:
    """Return README.md with its part written anew.

    Raises
    ------
    ValueError
        When the marks are not there, so that nobody knows where the part belongs.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"README.md must hold the lines {BEGIN} and {END}.")
    return f"{before}{BEGIN}\n\n{readme_part(place)}\n\n{END}{after}"


def new_lesson(text: str, place: Published | None, lesson: str) -> str:
    """Return the text of a notebook with its last cell written anew."""
    book = nbformat.reads(text, as_version=4)
    book.cells = [cell for cell in book.cells if cell.id != CELL]
    book.cells.append(new_markdown_cell(lesson_part(place, lesson), id=CELL))
    written: str = nbformat.writes(book)
    return written.rstrip("\n") + "\n"


def wanted(place: Published | None, root: Path = ROOT) -> dict[Path, str]:
    """Return each file that holds launch links, and what its text should be."""
    readme = root / "README.md"
    found = {readme: new_readme(readme.read_text(encoding="utf-8"), place)}
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        found[path] = new_lesson(path.read_text(encoding="utf-8"), place, path.stem)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Read the command line, write or compare, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.links", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    options = parser.parse_args(arguments)
    changed = {p: t for p, t in wanted(published()).items() if p.read_text("utf-8") != t}
    for path, text in changed.items():
        if options.check:
            print(f"The links in {path.name} are not those of content/launch.toml: make links.")
        else:
            path.write_text(text, encoding="utf-8")
            print(f"{path.name}: written")
    return int(options.check and bool(changed))


if __name__ == "__main__":
    sys.exit(main())
