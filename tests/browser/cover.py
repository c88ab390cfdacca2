"""The pictures in README.md: the first stroke of the techniques lesson, light and dark.

python -m tests.browser.cover
"""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import launch, new_context
from tests.browser.lab import ROOT, Lab

LESSON = "notebooks/02_techniques.ipynb"
CELL = 'widgets.StrokePlanner("T02")'
BELOW_THE_TOP = """node => node.getBoundingClientRect().top
    - node.closest('.jp-WindowedPanel-outer').getBoundingClientRect().top"""


COLOURS = 64
"""Few, so that the pictures stay small: every copy of the project carries them."""


def write(shot: bytes, path: Path) -> None:
    """Write a screenshot as a small PNG."""
    plain = Image.open(BytesIO(shot)).convert("RGB")
    few = plain.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


def main() -> None:
    """Write docs/techniques-light.png and docs/techniques-dark.png."""
    with Lab() as lab, sync_playwright() as playwright:
        browser = launch(playwright)
        page = new_context(browser).new_page()
        book = lab.open(page, LESSON)
        book.reading_mode()
        book.start()
        cell = page.locator(".jp-CodeCell").filter(has_text=CELL)
        for theme in ("light", "dark"):
            book.theme(theme)
            # By the wheel, as a learner does: JupyterLab takes back what is scrolled otherwise.
            page.mouse.move(640, 800)
            page.mouse.wheel(0, cell.evaluate(BELOW_THE_TOP))
            expect(cell.locator(".gh-stage-picture").first).to_be_in_viewport(ratio=0.6)
            book.settle()
            shot = page.screenshot(animations="disabled")
            write(shot, ROOT / "docs" / f"techniques-{theme}.png")
        browser.close()


if __name__ == "__main__":
    main()
