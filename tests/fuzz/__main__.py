"""``make fuzz``: atheris looks for inputs that break a reader; what it finds is kept as a case.

Atheris watches which branches an input reaches and goes on from those that reach new ones. Each
target runs in a process of its own for a bounded time.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NAMES = ("session", "share", "shared-plan", "content")
CASES = Path(__file__).resolve().parents[1] / "unit" / "cases"


def one(name: str, seconds: int, seed: int) -> int:
    """Fuzz one target in this process, which atheris ends."""
    import atheris  # type: ignore[import-not-found,unused-ignore]

    with atheris.instrument_imports(include=["helpers"]):
        from tests.fuzz.targets import TARGETS, seeds
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder)
        for number, data in enumerate(seeds(name)):
            (corpus / f"seed-{number}").write_bytes(data)
        TARGETS[name](seeds(name)[0])  # what is read once and kept is read now
        kept = CASES / name
        kept.mkdir(parents=True, exist_ok=True)
        options = [f"-max_total_time={seconds}", f"-seed={seed}", f"-artifact_prefix={kept}/"]
        options += ["-max_len=60000", "-timeout=20", "-rss_limit_mb=2000", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *options, folder], TARGETS[name])
        atheris.Fuzz()
    return 0


def main() -> int:
    """Fuzz all targets, or those named."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", default=NAMES, help=f"of {', '.join(NAMES)}")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if unknown := set(asked.names) - set(NAMES):
        parser.error(f"there is no {sorted(unknown)[0]}; there are {', '.join(NAMES)}")
    if asked.here:
        return one(asked.names[0], asked.seconds, asked.seed)
    failed = []
    for name in asked.names:
        began = time.monotonic()
        words = [sys.executable, "-m", "tests.fuzz", name, "--here"]
        words += ["--seconds", str(asked.seconds), "--seed", str(asked.seed)]
        ran = subprocess.run(words, capture_output=True, text=True, check=False)
        lines = (ran.stdout + ran.stderr).splitlines()
        runs = [line.split()[-1] for line in lines if "number_of_executed_units" in line]
        spent = f"{name}: {runs[0] if runs else '?'} inputs in {time.monotonic() - began:.0f} s"
        if ran.returncode:
            failed.append(name)
            print("\n".join(lines[-40:]))
        print(
            f"{spent}, {'FOUND something, see tests/unit/cases' if ran.returncode else 'no find'}"
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
