"""The one error of this room: where it is, what was found and what is allowed."""

from __future__ import annotations

from attrs import field, frozen


@frozen
class Problem:
    """One thing wrong in a content file."""

    file: str
    entry: str
    field: str
    message: str

    def __str__(self) -> str:
        """Return the problem as one sentence."""
        where = ", ".join(part for part in (self.file, self.entry, self.field) if part)
        return f"{where}: {self.message}"


@frozen
class ContentError(Exception):
    """The content files cannot be used; every problem found is listed, one a line."""

    problems: tuple[Problem, ...] = field()

    def __str__(self) -> str:
        """Return all problems, one a line."""
        return "\n".join(str(problem) for problem in self.problems)
