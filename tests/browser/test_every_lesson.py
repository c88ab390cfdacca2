"""Every lesson has a file of tests, which try what is true of all lessons as well."""

from importlib import import_module
from pathlib import Path

from tests.browser.lab import LESSONS
from tests.browser.lessons import InTheEnd, InUse, OnOpening
from tests.browser.screen_reader import PAGE, STEPS


def test_every_lesson_is_opened_run_and_tried() -> None:
    files = Path(__file__).parent.glob("test_lesson_*.py")
    modules = [import_module(f"tests.browser.{file.stem}") for file in files]
    assert sorted(one.LESSON for one in modules) == [f"notebooks/{one.name}" for one in LESSONS]
    for one in modules:
        assert issubclass(one.TestOnOpening, OnOpening)
        assert issubclass(one.TestInUse, InUse)
        assert issubclass(one.TestInTheEnd, InTheEnd)


def test_the_script_of_what_is_announced_has_every_lesson() -> None:
    for page in (PAGE, STEPS):
        text = page.read_text(encoding="utf-8")
        assert [f"\n## {one.name}\n" in text for one in LESSONS] == [True] * len(LESSONS)
