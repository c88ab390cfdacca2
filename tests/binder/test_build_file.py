"""repo2docker makes of the repository the image that we mean, in the order that builds fast."""

import subprocess
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.binder.image import build_file, buildpack, clone
from tests.binder.versions import PYTHON, conda_base, our_wishes, pypi_name

ALL = "COPY --chown=1000:1000 src/ ${REPO_DIR}/\n"
"""Where the whole repository comes in: all that stands below is done anew for every commit."""
LABELS = "LABEL "


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone") / "good-hands"
    clone(folder)
    return folder


@pytest.fixture(scope="module")
def written(repository: Path) -> str:
    return build_file(repository)


def test_the_build_is_made_by_conda_with_the_python_that_we_name(written: str) -> None:
    version = PYTHON.replace(".", "-2e")
    assert f"environment-2epy-2d{version}-2dlinux-2d64-2elock" in written
    assert written.count("env update -p ${NB_PYTHON_PREFIX} --file") == 1
    assert "requirements.txt" not in written


def test_the_environment_is_made_before_the_repository_is_copied(written: str) -> None:
    assert written.count(ALL) == 1
    before, _, after = written.partition(ALL)
    assert 'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"' in before
    copied = [line for line in before.splitlines() if line.startswith("COPY") and " src/" in line]
    assert copied == ["COPY --chown=1000:1000 src/environment.yml ${REPO_DIR}/environment.yml"]
    assert "env update" not in after


def test_postbuild_is_the_last_step_and_an_ordinary_user_runs_it(written: str) -> None:
    after = written.partition(ALL)[2]
    steps = [line for line in after.splitlines() if line.startswith(("USER", "RUN"))]
    assert steps == ["USER ${NB_USER}", "RUN chmod +x postBuild", "RUN ./postBuild"]


def test_a_new_text_in_a_lesson_does_not_build_the_environment_anew(
    repository: Path, written: str
) -> None:
    lesson = repository / "notebooks" / "00_welcome.ipynb"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    (repository / "content" / "new.toml").write_text("")
    git = ["git", "-C", str(repository), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "add", "--all"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", "Another text"], check=True)
    assert build_file(repository) == written


def test_what_binder_has_already_is_not_fetched_a_second_time(repository: Path) -> None:
    base = conda_base(buildpack())
    wishes = [Requirement(wish) for wish in our_wishes(repository / "environment.yml")]
    shared = [wish for wish in wishes if pypi_name(wish.name) in base]
    assert {"attrs", "ipywidgets", "jupyterlab"} <= {wish.name for wish in shared}
    for wish in shared:
        assert wish.specifier.contains(base[wish.name]), f"{wish}, and Binder has {base[wish.name]}"
