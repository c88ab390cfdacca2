from collections.abc import Iterator

import pytest

from tests.browser.conftest import browser
from tests.browser.lab import ROOT, Lab

__all__ = ["browser", "seven"]


class Seven(Lab):
    """Jupyter Notebook 7 in an environment of its own, over a copy of the project."""

    app = ("notebook", "--JupyterNotebookApp.expose_app_in_browser=True")
    page = "notebooks"


@pytest.fixture(scope="session")
def seven() -> Iterator[Lab]:
    """Jupyter Notebook 7."""
    with Seven(python=str(ROOT / ".venv-elsewhere" / "bin" / "python")) as server:
        yield server
