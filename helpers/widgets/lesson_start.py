"""The note below a lesson's start button, which also brings the learner back to it."""

from __future__ import annotations

from pathlib import Path

from traitlets import Unicode

from helpers.stage import Element

HERE = Path(__file__).parent
READY = "Ready. Scroll down: every picture and every slider below is alive now."


class LessonStart(Element):
    """One sentence that says that the lesson runs.

    JupyterLab goes to the last cell when all cells are run; where that has scrolled the note out
    of sight, it comes back into view.
    """

    _esm = HERE / "lesson_start.js"
    _css = HERE / "lesson_start.css"

    words = Unicode(READY).tag(sync=True)

    def text(self) -> str:
        """Return the sentence."""
        return f"Note: {self.words}"
