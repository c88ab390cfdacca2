"""What axe finds wrong with a page: WCAG 2.2 A and AA, and best practices."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OUTPUTS = ".jp-OutputArea-output"
# All is looked at, but only what is wrong is told in full: that takes less than half the time.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def faults(page: Page, inside: str | None = None) -> list[str]:
    """Return each fault as its rule and the start of the element, `inside` a selector or at all."""
    found = Axe().run(page, context=inside, options=RULES).response["violations"]
    return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]
