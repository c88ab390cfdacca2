"""Write down what a screen reader announces in every lesson: python -m tests.browser.screen_reader.

The words come from the accessibility tree and the live regions of the lessons in JupyterLab: as
they open, and while they are used. The tests compare them with the two pages.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
from playwright.sync_api import sync_playwright

from tests.browser.announced import LONG, Heard, heard
from tests.browser.chromium import launch, new_page
from tests.browser.lab import ROOT, Lab
from tests.browser.listener import Listener, Step
from tests.browser.walks import WALKS

PAGE = ROOT / "docs" / "screen-reader.md"
HEAD = f"""# What a screen reader announces

Written by `make screen-reader` from the browser's accessibility tree, for every lesson as it opens
in JupyterLab (1280 px wide, nothing run yet). `make browser` fails when it is no longer true.

Each line is one announcement, in the order of reading. **Bold** is a thing with a name: name, kind
and state, and in brackets what is said after it. ⇥ marks where Tab stops; of the radio buttons of a
group, the arrow keys go from one to the next. Plain lines are running text. What is longer than
{LONG} letters is shortened here; a listener hears all of it. A picture's words in brackets are its
whole description, the same that “Describe this picture” opens. What is announced once something is
done there is in [what a screen reader announces at each step](screen-reader-steps.md).
"""
STEPS = ROOT / "docs" / "screen-reader-steps.md"
STEPS_HEAD = f"""# What a screen reader announces at each step

Written by `make screen-reader` from the browser's accessibility tree and its live regions: a short
walk through every lesson with the keys alone, in JupyterLab. `make browser` fails when it is no
longer true. What is there to begin with is in [what a screen reader announces](screen-reader.md).

Each step says where the focus is, in **bold** as a listener hears it (name, kind, state, and in
brackets what is said after it, shortened to {LONG} letters), in which group, and what is pressed.
Below it stand, in their order, what the focused control then says of itself, or where the focus
goes; and what is *announced* by itself. To follow a walk, start with a fresh session: the steps
build on each other. Sounds and pictures are left out, and so is the player's own voice.
"""
KEYS = {"ArrowUp": "Up", "ArrowDown": "Down", "ArrowLeft": "Left", "ArrowRight": "Right"}
"""How a key is called, where that is not the browser's own name for it."""


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


def steps_part(name: str, steps: list[Step]) -> str:
    """Return the walk through one lesson as its part of the page of steps."""
    book = nbformat.read(ROOT / "notebooks" / name, as_version=4)
    codes = [cell.source for cell in book.cells if cell.cell_type == "code"]
    text, cell = f"\n## {name}\n\n", -1
    for number, step in enumerate(steps, 1):
        if step.before.cell not in (-1, 0, cell):  # the first one is the button's note
            cell = step.before.cell
            text += f"\n### `{codes[cell].strip().splitlines()[-1]}`\n\n"
        place = f" in “{step.before.group}”" if step.before.group else ""
        text += f"{number}. {f'Go to {step.before.heard.short()}{place}. ' if step.went else ''}"
        text += f"{_pressed(step.keys)}\n" + "".join(f"   - {one}\n" for one in _heard(step))
    return text


def _pressed(keys: tuple[str, ...]) -> str:
    """Return what is pressed as sentences."""
    said = []
    for key in keys:
        parts = [KEYS.get(part, part.title()) for part in key.split("+")] if len(key) > 1 else [key]
        said.append(f"Type {key}." if key.startswith("“") else f"Press {'+'.join(parts)}.")
    return " ".join(said)


def _heard(step: Step) -> Iterator[str]:
    """Yield what is heard after a step, a line each."""
    before, after = step.before, step.after
    if after.lost:
        yield "The focus is lost."
    elif not after.heard.name:
        yield "The focus goes to something without a name."
    elif after.heard.kind == "text":
        yield f"The focus goes to the text “{after.heard.name}”."
    elif after.node != before.node:
        group = f" in “{after.group}”" if after.group not in ("", before.group) else ""
        yield f"The focus goes to {after.heard.short()}{group}."
    elif after.heard != before.heard:
        same = after.heard.description == before.heard.description
        now = after.heard._replace(description="") if same else after.heard
        yield f"It says {now.short()}."
    for one in step.said:
        yield f"*Announced{' at once' if one.loud else ''}:* {one.words}"
    if not step.said and (after.node, after.heard) == (before.node, before.heard):
        yield "Silence."


def written(page: Path, name: str) -> list[str]:
    """Return the lines of a page about one lesson."""
    _, found, rest = page.read_text(encoding="utf-8").partition(f"\n## {name}\n")
    return (found + rest.partition("\n## ")[0]).splitlines()


def main() -> int:
    """Open every lesson, go through it, and write both pages."""
    text, steps = HEAD, STEPS_HEAD
    with Lab() as lab, sync_playwright() as playwright:
        browser = launch(playwright)
        for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
            book = lab.open(new_page(browser), f"notebooks/{path.name}")
            book.reading_mode()
            book.alive()
            text += part(path.name, heard(book.page))
            listener = Listener(book)
            listener.start()
            WALKS[path.stem](listener)
            steps += steps_part(path.name, listener.steps)
            book.page.close()
        browser.close()
    for page, words in ((PAGE, text), (STEPS, steps)):
        page.write_text(words, encoding="utf-8")
        print(page.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
