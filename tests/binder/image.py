"""A stand-in for the image that Binder builds of this repository.

As there: a fresh home that is a clean clone, an environment of Binder's own packages and ours, and
an ordinary user who runs `postBuild` and then JupyterLab. Only the parts that are not ours are
left out: the container, and conda, for which pip stands in with the same versions.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.binder.versions import PYTHON, ROOT, base_wishes, conda_base, our_pins, our_wishes
from tests.browser.lab import Lab

USER_ID = 1000
"""The number of Binder's user, where we may choose one."""

TOOL = ROOT / ".venv-binder"
NO_PYTHON = (
    f"This check needs a Python {PYTHON} with its venv module that every user may run; on Debian, "
    f"install python{PYTHON}-venv."
)


def buildpack() -> Path:
    """Return the folder of repo2docker's conda build pack."""
    (found,) = TOOL.glob("lib/python3*/site-packages/repo2docker/buildpacks/conda")
    return found


def clone(target: Path) -> None:
    """Make a clean clone of the repository: what is committed, and nothing else."""
    command = ["git", "-c", "safe.directory=*", "clone", "--quiet", "--no-local", str(ROOT)]
    subprocess.run([*command, str(target)], check=True)


def build_file(repository: Path) -> str:
    """Return the build file that repo2docker writes for a clone; nothing is built."""
    tool = str(TOOL / "bin" / "jupyter-repo2docker")
    user = ["--user-id", str(USER_ID), "--user-name", "jovyan"]
    done = subprocess.run(
        [tool, "--no-build", "--debug", *user, str(repository)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def as_user() -> list[str]:
    """Return the words before a command that make an ordinary user run it."""
    if os.geteuid() != 0:
        return []
    drop = ["--clear-groups", "--no-new-privs", "--inh-caps=-all"]
    return ["setpriv", f"--reuid={USER_ID}", f"--regid={USER_ID}", *drop]


def find_python() -> str:
    """Return a Python of Binder's version that the ordinary user can run.

    Raises
    ------
    RuntimeError
        When there is none.
    """
    name = f"python{PYTHON}"
    base = str(Path(sys.base_prefix, "bin", name))
    for found in (base, f"/usr/local/bin/{name}", f"/usr/bin/{name}"):
        try:
            # By way of `env`: what setpriv starts itself is still found with the rights of root.
            test = [*as_user(), "env", found, "-c", "import ensurepip, venv"]
            if not subprocess.run(test, cwd="/", capture_output=True, check=False).returncode:
                return found
        except OSError:
            continue
    raise RuntimeError(NO_PYTHON)


class Image(Lab):
    """The stand-in, built and then served by JupyterLab as on Binder.

    It is a `Lab` whose copy of the project is the user's home; `postbuild` is what `postBuild`
    wrote.
    """

    def __init__(self) -> None:
        self._temp = tempfile.TemporaryDirectory(prefix="good-hands-binder-")
        temp = Path(self._temp.name)
        temp.chmod(0o755)
        self.root = self.home = temp / "home" / "jovyan"
        self.prefix = temp / "notebook"
        self.token = secrets.token_hex(16)
        self._log = temp / "server.log"
        self.python = [*as_user(), str(self.prefix / "bin" / "python")]
        self._env = self._environment()
        try:
            clone(self.root)
            self._install(temp)
            self._give()
            self.postbuild = self.run("./postBuild", PIP_NO_INDEX="1")
            self._process = self._start()
        except BaseException:
            self._temp.cleanup()
            raise

    def _environment(self) -> dict[str, str]:
        # What repo2docker sets, and nothing of the person who runs the check.
        path = f"{self.prefix}/bin:{self.home}/.local/bin:/usr/local/bin:/usr/bin:/bin"
        return {
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "NB_PYTHON_PREFIX": str(self.prefix),
            "PATH": path,
            "PYTHONUNBUFFERED": "1",
            "REPO_DIR": str(self.root),
            "USER": "jovyan",
        }

    def _install(self, temp: Path) -> None:
        """Make the environment: Binder's packages, then what `environment.yml` adds."""
        pins = our_pins() | conda_base(buildpack())
        wishes = [*base_wishes(buildpack()), *our_wishes(self.root / "environment.yml")]
        (temp / "pins.txt").write_text("".join(f"{n}=={v}\n" for n, v in sorted(pins.items())))
        (temp / "wishes.txt").write_text("".join(f"{wish}\n" for wish in wishes))
        subprocess.run([find_python(), "-m", "venv", str(self.prefix)], check=True)
        install = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        files = ["--constraint", str(temp / "pins.txt"), "--requirement", str(temp / "wishes.txt")]
        pip = [str(self.prefix / "bin" / "python"), *install, *files]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def _give(self) -> None:
        """Make home and environment the ordinary user's own, as repo2docker does."""
        if not as_user():
            return
        for top in (self.home, self.prefix):
            for folder, _, files in os.walk(top):
                shutil.chown(folder, USER_ID, USER_ID)
                for file in files:
                    os.lchown(os.path.join(folder, file), USER_ID, USER_ID)

    def run(self, *command: str, folder: str = ".", **more: str) -> str:
        """Run a command in the home as the ordinary user, and return what it wrote.

        ``folder`` is where, from the home; ``more`` goes into the environment.
        """
        return self._run([*as_user(), *command], folder, more)

    def tell(self, code: str, *arguments: str, folder: str = ".") -> str:
        """Run lines of Python in the image, and return what they wrote."""
        return self._run([*self.python, "-c", code, *arguments], folder, {})

    def _run(self, command: Sequence[str], folder: str, more: dict[str, str]) -> str:
        done = subprocess.run(
            command,
            cwd=self.root / folder,
            env=self._env | more,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{command}:\n{done.stdout}"
        return done.stdout
