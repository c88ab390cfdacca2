"""What the parts of a lesson's frame share: the lesson that a notebook names."""

from __future__ import annotations

from helpers.content import load
from helpers.content.models.lesson import Lesson
from helpers.stage import ElementError


def known(lesson: str) -> Lesson:
    """Return the lesson of a number such as "03".

    Raises
    ------
    ElementError
        When there is no such lesson.
    """
    lessons = load().lesson
    if lesson not in lessons:
        raise ElementError(f"There is no lesson {lesson!r}; there are {', '.join(lessons)}.")
    return lessons[lesson]
