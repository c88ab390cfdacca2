"""Print how fast things are here: python -m tests.benchmarks [model] [imports] [latency]."""

import sys

from tests.benchmarks import imports, latency, model

PARTS = {"model": model.rows, "imports": imports.rows, "latency": latency.rows}


def main(names: list[str]) -> int:
    """Print the rows of the parts that are named, or of all."""
    if unknown := sorted(set(names) - PARTS.keys()):
        print(f"There is no part {unknown[0]!r}; there are {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    print(f"{'':<58} {'ms':>8}")
    for name in names or PARTS:
        for row in PARTS[name]():
            print(f"{row.what:<58} {row.ms:>8.1f}   {row.ratio}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
