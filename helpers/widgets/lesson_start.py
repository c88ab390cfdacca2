"""The note below a lesson's start button, which also brings the learner back to it."""

from __future__ import annotations

from pathlib import Path

from traitlets import Unicode

from helpers.session import Store, current
from helpers.stage import Element

HERE = Path(__file__).parent
READY = "Ready. Scroll down: every picture and every slider below is alive now."


class LessonStart(Element):
    """Says that the lesson runs, and what there is to say about the saved session.

    JupyterLab goes to the last cell when all cells are run; where that has scrolled the note out
    of sight, it comes back into view.
    """

    _esm = HERE / "lesson_start.js"
    _css = HERE / "lesson_start.css"

    words = Unicode(READY).tag(sync=True)
    notice = Unicode().tag(sync=True)

    def __init__(self, store: Store | None = None) -> None:
        super().__init__(notice=(current() if store is None else store).notice)

    def text(self) -> str:
        """Return the sentences."""
        return "\n".join(line for line in (f"Note: {self.words}", self.notice) if line)
