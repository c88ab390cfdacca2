"""Launch links come from one setting, from Binder's own variables, or from git."""

from urllib.parse import parse_qs, urlsplit

import attrs
import pytest

from helpers.content import load
from helpers.share import places
from helpers.share.places import NOT_SET, Published, here, published, written

PLACE = Published(spec="gh/ann/hands/v1.0", site="https://ann.github.io/hands/")
BINDER = {
    "BINDER_LAUNCH_HOST": "https://hub.example.org/binder/",
    "BINDER_REPO_URL": "https://github.com/ann/hands",
    "BINDER_REQUEST": "v2/gh/ann/hands/v1.0",
    "BINDER_REF_URL": "https://github.com/ann/hands/tree/0123abc",
    "BINDER_PERSISTENT_REQUEST": "v2/gh/ann/hands/0123abc",
}


@pytest.fixture
def no_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_git", lambda *_words: "")


def setting(monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
    (entry,) = load().launch.values()
    content = attrs.evolve(load(), launch={"main": attrs.evolve(entry, **values)})
    monkeypatch.setattr(places, "load", lambda: content)


@pytest.mark.usefixtures("no_git")
def test_without_a_setting_there_is_no_link_and_a_sentence_says_what_to_do() -> None:
    assert published() is None
    assert here({}) is None
    assert "content/launch.toml" in NOT_SET


@pytest.mark.usefixtures("no_git")
def test_the_setting_makes_all_links(monkeypatch: pytest.MonkeyPatch) -> None:
    setting(monkeypatch, owner="ann", repository="hands", ref="v1.0")
    assert published() == here({}) == PLACE
    setting(monkeypatch, owner="ann", repository="hands", site="https://hands.example.org/")
    found = published()
    assert found
    assert found.site == "https://hands.example.org/"
    assert found.binder_link() == "https://mybinder.org/v2/gh/ann/hands/HEAD?urlpath=lab"


def test_a_link_opens_the_right_notebook_with_the_plan() -> None:
    code = "GH1-a_b~c"
    link = urlsplit(PLACE.binder_link("06_full_session", code))
    assert (link.netloc, link.path) == ("mybinder.org", "/v2/gh/ann/hands/v1.0")
    (inside,) = parse_qs(link.query)["urlpath"]
    assert urlsplit(inside).path == "lab/tree/notebooks/06_full_session.ipynb"
    assert parse_qs(urlsplit(inside).query) == {"plan": [code]}

    link = urlsplit(PLACE.site_link("06_full_session", code))
    assert link.netloc + link.path == "ann.github.io/hands/lab/index.html"
    assert parse_qs(link.query) == {"path": ["06_full_session.ipynb"]}
    assert parse_qs(link.fragment) == {"plan": [code]}


def test_without_a_site_there_is_no_link_to_it() -> None:
    assert Published(spec="gl/ann%2Fhands/main").site_link("06_full_session") == ""


@pytest.mark.usefixtures("no_git")
def test_on_binder_its_own_variables_say_where() -> None:
    found = here(BINDER)
    assert found == attrs.evolve(PLACE, binder="https://hub.example.org/binder/")
    assert found.binder_link().startswith("https://hub.example.org/binder/v2/gh/ann/hands/v1.0?")
    other = here({**BINDER, "BINDER_REQUEST": "v2/gl/ann%2Fhands/main", "BINDER_REPO_URL": "x:y"})
    assert other
    assert (other.spec, other.site) == ("gl/ann%2Fhands/main", "")


@pytest.mark.usefixtures("no_git")
@pytest.mark.parametrize("name", ["BINDER_REQUEST", "BINDER_LAUNCH_HOST"])
@pytest.mark.parametrize("value", ["", "javascript:alert(1)", "v2/", "nonsense"])
def test_odd_variables_are_not_believed(name: str, value: str) -> None:
    assert here({**BINDER, name: value}) is None


@pytest.mark.parametrize(
    "text",
    [
        "https://github.com/ann/hands",
        "https://github.com/ann/hands.git",
        "https://github.com/ann/hands/",
        "https://ann:secret@github.com/ann/hands.git",
        "git@github.com:ann/hands.git",
        "ssh://git@github.com/ann/hands.git",
        "github.com/ann/hands",
        " ann/hands ",
    ],
)
def test_a_repository_is_understood_however_it_is_written(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert written(text, "v1.0") == PLACE
    monkeypatch.setattr(places, "_git", lambda *_words: text.strip())
    found = here({})
    assert found
    assert found.spec == "gh/ann/hands/HEAD"
    assert "secret" not in found.binder_link() + found.site_link()


@pytest.mark.parametrize(
    "text", ["", "ann", "/srv/git/hands", "https://example.org/ann/hands", "ann/hands/tree/main",
             "javascript:alert(1)", "../hands", "ann/", "a b/c"],
)  # fmt: skip
def test_what_names_no_repository_gives_none(text: str) -> None:
    assert written(text) is None


def test_pages_of_a_person_stand_at_the_top() -> None:
    found = written("Ann/ann.github.io")
    assert found
    assert found.site == "https://ann.github.io/"


def test_git_that_is_missing_or_odd_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert here({}) is None
