"""The pictures in README.md: the first stroke of the techniques lesson, light and dark.

python -m tests.browser.cover
"""

from playwright.sync_api import expect, sync_playwright

from tests.browser.lab import ROOT, Lab, launch, new_context

LESSON = "notebooks/02_techniques.ipynb"
CELL = 'widgets.StrokePlanner("T02")'
BELOW_THE_TOP = """node => node.getBoundingClientRect().top
    - node.closest('.jp-WindowedPanel-outer').getBoundingClientRect().top"""


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
            page.screenshot(path=ROOT / "docs" / f"techniques-{theme}.png", animations="disabled")
        browser.close()


if __name__ == "__main__":
    main()
