"""Pictures of a notebook as it looks in JupyterLab.

    python -m tests.browser.shots notebooks/02_techniques.ipynb pictures

opens the notebook, presses its Start button (or runs all cells when it has none), and writes it
light and dark, 1280 and 400 pixels wide, at its full height.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch, new_context
from tests.browser.lab import ROOT, Lab
from tests.browser.notebook import START_BUTTON


def shoot(notebook: Path, folder: Path, widths: list[int], run: bool) -> list[str]:
    """Write the pictures of `notebook` into `folder`; return what went wrong in the browser."""
    folder.mkdir(parents=True, exist_ok=True)
    errors = []
    folders = {"notebooks": notebook.parent, "content": ROOT / "content"}
    with Lab(folders) as lab, sync_playwright() as playwright:
        browser = launch(playwright)
        for width in widths:
            context = new_context(browser, width=width)
            opened = lab.open(context.new_page(), f"notebooks/{notebook.name}")
            opened.reading_mode()
            if run:
                has_button = opened.page.locator(START_BUTTON).count()
                opened.start() if has_button else opened.run_all()
            for theme in ("light", "dark"):
                opened.theme(theme)
                file = folder / f"{notebook.stem}-{width}-{theme}.png"
                opened.screenshot(file)
                print(file)
            errors += opened.errors
            context.close()
        browser.close()
    return errors


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("notebook", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--width", type=int, action="append", help="default: 1280 and 400")
    parser.add_argument("--saved", action="store_true", help="as saved, without running it")
    arguments = parser.parse_args()
    if not arguments.notebook.is_file():
        parser.error(f"there is no notebook {arguments.notebook}")
    errors = shoot(
        arguments.notebook.resolve(),
        arguments.folder,
        arguments.width or [1280, 400],
        not arguments.saved,
    )
    for error in errors:
        print(error, file=sys.stderr)
    sys.exit(bool(errors))


if __name__ == "__main__":
    main()
