"""Write down what a screen reader announces in every lesson: python -m tests.browser.screen_reader.

The words come from the accessibility tree of the lessons as they open in JupyterLab; the tests
compare them with docs/screen-reader.md.
"""

import sys

import nbformat
from playwright.sync_api import sync_playwright

from tests.browser.announced import LONG, Heard, heard
from tests.browser.chromium import launch, new_page
from tests.browser.lab import ROOT, Lab

PAGE = ROOT / "docs" / "screen-reader.md"
HEAD = f"""# What a screen reader announces

Written by `make screen-reader` from the browser's accessibility tree, for every lesson as it opens
in JupyterLab (1280 px wide, nothing run yet). `make browser` fails when it is no longer true.

Each line is one announcement, in the order of reading. **Bold** is a thing with a name: name, kind
and state, and in brackets what is said after it. ⇥ marks where Tab stops; of the radio buttons of a
group, the arrow keys go from one to the next. Plain lines are running text. What is longer than
{LONG} letters is shortened here; a listener hears all of it. A picture's words in brackets are its
whole description, the same that “Describe this picture” opens. Once a changed picture has come to
rest, one sentence about it is announced by itself.
"""


def part(name: str, cells: list[list[Heard]]) -> str:
    """Return one lesson's part of the page."""
    book = nbformat.read(ROOT / "notebooks" / name, as_version=4)
    codes = [cell.source for cell in book.cells if cell.cell_type == "code"]
    text = f"\n## {name}\n"
    for code, parts in zip(codes, cells, strict=True):
        if parts:
            call = code.strip().splitlines()[-1]
            text += f"\n### `{call}`\n\n" + "".join(f"{one.line()}\n" for one in parts)
    return text


def main() -> int:
    """Open every lesson and write the page."""
    text = HEAD
    with Lab() as lab, sync_playwright() as playwright:
        browser = launch(playwright)
        for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
            book = lab.open(new_page(browser), f"notebooks/{path.name}")
            book.reading_mode()
            book.alive()
            text += part(path.name, heard(book.page))
            book.page.close()
        browser.close()
    PAGE.write_text(text, encoding="utf-8")
    print(PAGE.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
