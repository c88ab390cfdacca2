from collections.abc import Iterator

import pytest

from tests.binder.image import Image
from tests.browser.conftest import browser, page

__all__ = ["browser", "image", "page"]


@pytest.fixture(scope="session")
def image() -> Iterator[Image]:
    """The stand-in for Binder's image, with JupyterLab running in it."""
    with Image() as server:
        yield server
