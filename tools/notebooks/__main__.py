"""Run the notebooks and write their outputs and widgets back.

python -m tools.notebooks            all in notebooks/
python -m tools.notebooks --check    write nothing; fail if one would change
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from helpers.stage.drawn import FOLDER as PICTURES
from tools.notebooks import BuildError, Built, build
from tools.notebooks.sharing import same

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
AT_ONCE = 4
"""So many notebooks run at the same time, each in its own kernel."""


def main(arguments: list[str] | None = None) -> int:
    """Read the command line, build, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.notebooks", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("notebooks", nargs="*", type=Path, help="default: all")
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    options = parser.parse_args(arguments)
    paths = [path.resolve() for path in options.notebooks or sorted(FOLDER.glob("*.ipynb"))]
    if missing := [path for path in paths if not path.is_file()]:
        parser.error(f"there is no notebook {missing[0]}")
    with ThreadPoolExecutor(AT_ONCE) as pool:
        results = list(pool.map(_attempt, paths))
    good = [_settle(*pair, options.check) for pair in zip(paths, results, strict=True)]
    if not options.notebooks:
        good += [_clear(FOLDER / PICTURES, results, options.check)]
    return int(not all(good))


def _attempt(path: Path) -> Built | BuildError:
    try:
        return build(path)
    except BuildError as error:
        return error


def _settle(path: Path, result: Built | BuildError, check: bool) -> bool:
    """Write or compare one notebook, say what happened, and return whether all is well."""
    if isinstance(result, BuildError):
        print(result, file=sys.stderr)
        return False
    old = path.read_bytes()
    new = result.text.encode("utf-8")
    fits = same(old.decode("utf-8"), result.text)
    folder = path.parent / PICTURES
    missing = {
        name: text
        for name, text in result.pictures.items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    }
    if fits and not missing:
        print(f"{path.name}: unchanged, {len(old) / 1000:.0f} kB")
    elif check:
        print(
            f"{path.name} differs from what its code gives now; run 'make notebooks' and commit "
            "the result.",
            file=sys.stderr,
        )
        return False
    else:
        if not fits:
            path.write_bytes(new)
        for name, text in missing.items():
            folder.mkdir(exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        print(f"{path.name}: written, {len(new) / 1000:.0f} kB")
    return True


def _clear(folder: Path, results: Sequence[Built | BuildError], check: bool) -> bool:
    """Remove pictures that no notebook names any more; when only checking, complain of them."""
    built = [result for result in results if isinstance(result, Built)]
    named = {name for result in built for name in result.pictures}
    rest = sorted(path for path in folder.glob("*.svg") if path.name not in named)
    if len(built) < len(results) or not rest:
        return True
    if check:
        print(
            f"{PICTURES}/{rest[0].name} is in no notebook; run 'make notebooks'.", file=sys.stderr
        )
        return False
    for path in rest:
        path.unlink()
    return True


if __name__ == "__main__":
    sys.exit(main())
