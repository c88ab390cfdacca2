#!/usr/bin/env bash
# Write requirements/lock.txt and lock-test.txt: the newest versions within the ranges of
# pyproject.toml, for the oldest Python that is supported.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${PYTHON:-python3}" -m venv "$work/venv"
ranges() { # the build backend and what the notebooks need, or one of the extras
    "$work/venv/bin/python" - "$@" <<'PY'
import sys, tomllib

project = tomllib.load(open("pyproject.toml", "rb"))
if len(sys.argv) > 1:
    print(*project["project"]["optional-dependencies"][sys.argv[1]], sep="\n")
else:
    print(*project["build-system"]["requires"], sep="\n")
    print(*project["project"]["dependencies"], sep="\n")
PY
}

ranges >"$work/run.in"
ranges test >"$work/test.in"
"$work/venv/bin/pip" install --quiet --requirement "$work/run.in" --constraint "$work/test.in"
"$work/venv/bin/pip" freeze >"$work/run.txt"
"$work/venv/bin/pip" install --quiet --requirement "$work/test.in"
# setuptools is pinned too, as one test tool needs it; freeze would leave it out.
"$work/venv/bin/pip" freeze --all | grep -vE '^(pip|wheel)==' >"$work/all.txt"

{
    echo "# Every package that Good Hands runs on, at the version that is tested."
    echo "# Made by 'make lock' from the ranges in pyproject.toml; do not edit by hand."
    cat "$work/run.txt"
    # Needed by the kernel on macOS only, so not found on other systems.
    echo 'appnope==0.1.4; sys_platform == "darwin"'
} >requirements/lock.txt
{
    echo "# What 'make test' needs beyond lock.txt. Made by 'make lock'; do not edit by hand."
    grep -vxFf "$work/run.txt" "$work/all.txt"
} >requirements/lock-test.txt
