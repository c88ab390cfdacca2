"""Model of ``launch.toml``: where the course is published."""

from __future__ import annotations

from attrs import field, frozen

from .checks import Like
from .common import Entry, Source, identifier, listed, sources_field

NAME = r"^[A-Za-z0-9._-]*$"


@frozen(kw_only=True, eq=False, repr=False)
class Launch(Entry):
    """The repository on GitHub that Binder starts, and the site that runs in the browser alone."""

    id: str = identifier()
    owner: str = field(validator=Like(NAME, "a name on GitHub, or nothing yet"))
    repository: str = field(validator=Like(NAME, "the name of a repository, or nothing yet"))
    ref: str = field(
        validator=Like(r"^[\w./-]+$", "a tag, a branch or a commit, such as v1.0, or HEAD")
    )
    """A tag: Binder builds a new image for every commit of a branch."""
    site: str = field(
        validator=Like(r"^$|^https://[^\s?#]+/$", "an address from https:// to its last /, or none")
    )
    """Where the browser-only site is; empty means GitHub's own pages of the repository."""
    sources: tuple[Source, ...] = sources_field()


@frozen(kw_only=True, eq=False, repr=False)
class LaunchFile(Entry):
    """``launch.toml``."""

    launch: tuple[Launch, ...] = listed()
