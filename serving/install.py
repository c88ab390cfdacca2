"""Put the settings of the server and of JupyterLab into the environment of this Python.

The files lie where Jupyter looks for the settings of one environment, so they hold for every
JupyterLab started from it, by `make lab`, on Binder or by hand, and for no other.
"""

import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

PLACES = {
    # A kernel's replies are sent at once.
    "jupyter_server_config.py": "etc/jupyter",
    # A lesson saved as HTML holds its pictures.
    "jupyter_nbconvert_config.py": "etc/jupyter",
    # No question about news; cells out of sight stay alive, so a running timer keeps running.
    "overrides.json": "share/jupyter/lab/settings",
    # The lessons have no formulas; without what draws them a lesson opens sooner.
    "page_config.json": "share/jupyter/lab/settings",
}


def install(prefix: Path) -> None:
    """Copy each file to its place under `prefix`."""
    for name, place in PLACES.items():
        target = prefix / place
        target.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / name, target / name)


if __name__ == "__main__":
    install(Path(sys.prefix))
