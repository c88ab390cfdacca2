"""``helpers.widgets``: its names come when they are asked for, and only then."""

import pkgutil
import subprocess
import sys

from helpers import widgets


def test_every_name_is_there_and_none_is_hidden_by_a_module() -> None:
    modules = {module.name for module in pkgutil.iter_modules(widgets.__path__)}
    assert len(widgets.__all__) > 50
    for name in widgets.__all__:
        assert name not in modules, "importing the module would put it in the name's place"
        assert callable(getattr(widgets, name))
        assert name in dir(widgets)


def test_a_name_imports_only_what_it_needs() -> None:
    code = (
        "import sys; from helpers import widgets; widgets.LessonStart;"
        "print(*sorted(n for n in sys.modules if n.startswith('helpers.widgets.')))"
    )
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert "helpers.widgets.lesson_start" in loaded
    assert not {"helpers.widgets.player", "helpers.widgets.spot_planner"} & set(loaded)
