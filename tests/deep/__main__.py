"""``make test-deep``: tens of thousands of sessions through the planner, the check and the judge.

Batches that are done are kept in ``.deep/`` under a fingerprint of the code and the content, so a
run that was broken off goes on where it stopped, and a change of either starts anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from .work import BATCH, run

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".deep"
PROVED = ("helpers/**/*.py", "content/*.toml", "tests/unit/[jst]*.py", "tests/deep/work.py")
"""What a result holds for."""


def fingerprint() -> str:
    """Return a short name for the code and content as they are now."""
    files = sorted({path for pattern in PROVED for path in ROOT.glob(pattern)})
    digest = hashlib.sha256()
    for path in files:
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def done(path: Path) -> list[dict[str, Any]]:
    """Return the batches that an earlier run finished; a line cut off in the middle is not one."""
    if not path.exists():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.endswith("}")]


def batches(numbers: list[int], jobs: int) -> Iterator[dict[str, Any]]:
    """Yield the rows of batches as they finish, each from a process of its own."""
    with get_context("spawn").Pool(jobs, maxtasksperchild=1) as pool:
        for batch in pool.imap_unordered(run, numbers, chunksize=1):
            yield batch.row()


def report(rows: list[dict[str, Any]], seconds: float) -> int:
    """Print the totals and every find; returns the exit status."""
    finds = [(row["seed"], find) for row in rows for find in row["finds"]]
    for number, find in finds:
        print(f"FOUND with seed {number}: {find['what']}\n{find['session']}")
    print(
        f"{sum(row['sessions'] for row in rows)} sessions, {sum(row['steps'] for row in rows)} "
        f"steps, {len(finds)} finds; {sum(row['seconds'] for row in rows):.0f} s of work, "
        f"{seconds:.0f} s in this run; most memory of a process "
        f"{max((row['megabytes'] for row in rows), default=0):.0f} MiB"
    )
    return 1 if finds else 0


def main() -> int:
    """Run what is missing of the batches asked for."""
    parser = argparse.ArgumentParser(prog="make test-deep", description=__doc__)
    parser.add_argument("--sessions", type=int, default=50_000, help="so many in all")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at once")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="start none after that")
    asked = parser.parse_args()
    KEPT.mkdir(exist_ok=True)
    path, began = KEPT / f"{fingerprint()}.jsonl", time.monotonic()
    rows = done(path)
    wanted = range(1, -(-asked.sessions // BATCH) + 1)
    missing = [number for number in wanted if number not in {row["seed"] for row in rows}]
    print(f"{len(rows)} of {len(wanted)} batches of {BATCH} sessions are done", flush=True)
    with path.open("a", encoding="utf-8") as kept:
        for row in batches(missing, asked.jobs):
            rows.append(row)
            kept.write(json.dumps(row) + "\n")
            kept.flush()
            print(
                f"seed {row['seed']}: {row['sessions']} sessions in {row['seconds']:.0f} s, "
                f"{len(row['finds'])} finds, {row['megabytes']:.0f} MiB",
                flush=True,
            )
            if time.monotonic() - began > asked.seconds:
                break
    return report(rows, time.monotonic() - began)


if __name__ == "__main__":
    sys.exit(main())
