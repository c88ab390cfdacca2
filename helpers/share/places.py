"""Where the course is published, and links that open it there.

There are two places for whoever has nothing installed: Binder, which starts a computer in the
cloud for each visitor, and the browser-only site. Both are found from one repository.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from attrs import evolve, frozen

from helpers.content import load

BINDER = "https://mybinder.org/"
NOTEBOOKS = "notebooks"
"""The folder of the lessons in the repository; the site has them at its top."""

NOT_SET = (
    "This course has no launch links yet: write the owner and the name of its repository on "
    "GitHub into content/launch.toml."
)
PLAN = "plan"
"""What a plan is called in a link."""

IN_BROWSER = sys.platform == "emscripten"
_page: list[str] = []

_NAME = r"[A-Za-z0-9_][A-Za-z0-9._-]*"
_GITHUB = re.compile(
    rf"^(?:https?://(?:[^@/]*@)?github\.com/|git@github\.com:|ssh://git@github\.com/|github\.com/)?"
    rf"({_NAME})/({_NAME}?)(?:\.git)?/?$"
)
_REQUEST = re.compile(r"^v2/([a-z]+/\S+)$")


@frozen(kw_only=True)
class Published:
    """One published copy of the course.

    ``spec`` names the repository and its version as Binder does: "gh/owner/repository/v1.0".
    ``binder`` and ``site`` are addresses that end in "/"; without a site, ``site`` is "".
    """

    spec: str
    site: str = ""
    binder: str = BINDER

    def binder_link(self, notebook: str = "", code: str = "") -> str:
        """Return the address that starts a lesson on Binder, with a plan in it where given.

        ``notebook`` is the file's name without its ending; without one, JupyterLab opens. "" where
        only the site is known.
        """
        if not self.spec:
            return ""
        inside = "lab" + (f"/tree/{NOTEBOOKS}/{notebook}.ipynb" if notebook else "")
        if code:
            inside += f"?{PLAN}={quote(code, safe='')}"
        return f"{self.binder}v2/{self.spec}?urlpath={quote(inside, safe='/')}"

    def site_link(self, notebook: str = "", code: str = "") -> str:
        """Return the address of a lesson on the browser-only site; "" where there is no site.

        The plan stands after the "#", so that not even the site's own server sees it.
        """
        if not self.site:
            return ""
        path = f"?path={quote(notebook)}.ipynb" if notebook else ""
        plan = f"#{PLAN}={quote(code, safe='')}" if code else ""
        return f"{self.site}lab/index.html{path}{plan}"


def published() -> Published | None:
    """Return the place that ``content/launch.toml`` sets; None as long as it sets none."""
    (setting,) = load().launch.values()
    if not (setting.owner and setting.repository):
        return None
    return _github(setting.owner, setting.repository, setting.ref, setting.site)


def written(text: str, ref: str = "") -> Published | None:
    """Return the place that a learner has written, such as "owner/repository" or its address.

    None where the text names no repository on GitHub.
    """
    found = _GITHUB.match(text.strip())
    return _github(found[1], found[2], ref or _ref()) if found else None


def here(environment: Mapping[str, str] | None = None) -> Published | None:
    """Return the place that this copy of the course comes from.

    On Binder its own variables say so; in a copy made by git, git does; else it is what
    ``content/launch.toml`` sets. On the browser-only site the page itself knows where it is
    (`arrived`). None where nobody knows.
    """
    known = os.environ if environment is None else environment
    found = _from_binder(known) or _from_git(_git) or published()
    return _on_site(found, _page[-1]) if _page and IN_BROWSER else found


def arrived(site: str) -> None:
    """Take note of the address of the site that the page is on; "" where it is not known."""
    if site.startswith(("https://", "http://")):
        _page[:] = [site]


def _on_site(found: Published | None, site: str) -> Published:
    """Return the place with the address of the site that the learner is on."""
    return evolve(found, site=site) if found else Published(spec="", site=site)


def _from_binder(environment: Mapping[str, str]) -> Published | None:
    """Return what BinderHub tells every server that it starts."""
    request = _REQUEST.match(environment.get("BINDER_REQUEST", ""))
    host = environment.get("BINDER_LAUNCH_HOST", "")
    if not request or not host.startswith(("https://", "http://")):
        return None
    binder = host if host.endswith("/") else f"{host}/"
    found = _GITHUB.match(environment.get("BINDER_REPO_URL", ""))
    site = _site(found[1], found[2]) if found else ""
    return Published(spec=request[1], site=site, binder=binder)


def _from_git(ask: Callable[..., str]) -> Published | None:
    """Return what git knows of a copy that it made; ``ask`` returns git's answer, or ""."""
    found = _GITHUB.match(ask("config", "--get", "remote.origin.url"))
    return _github(found[1], found[2], _ref()) if found else None


def _git(*words: str) -> str:
    if IN_BROWSER:  # the browser has no other programs
        return ""
    folder = Path(__file__).resolve().parent
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *words],
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def _ref() -> str:
    (setting,) = load().launch.values()
    return setting.ref


def _github(owner: str, repository: str, ref: str, site: str = "") -> Published:
    spec = f"gh/{owner}/{repository}/{quote(ref, safe='/')}"
    return Published(spec=spec, site=site or _site(owner, repository))


def _site(owner: str, repository: str) -> str:
    """Return where GitHub shows the pages of a repository, or the site that the setting names."""
    (setting,) = load().launch.values()
    if setting.site and (owner, repository) == (setting.owner, setting.repository):
        return setting.site
    root = f"https://{owner.lower()}.github.io/"
    return (
        root
        if f"{repository.lower()}/" == root.removeprefix("https://")
        else (f"{root}{repository}/")
    )
