#!/usr/bin/env bash
# Make the virtual environment .venv: 'tools/setup.sh run' for the notebooks, 'tools/setup.sh test'
# for the tests as well. Does nothing when what is asked for is already there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=${PYTHON:-python3}
locks=(requirements/lock.txt)
[[ $1 == test ]] && locks+=(requirements/lock-test.txt)

stop() {
    echo "make: $1" >&2
    exit 1
}

command -v "$python" >/dev/null ||
    stop "Good Hands needs Python 3.11 or newer, and there is no '$python' here; install it, or name another one: make setup PYTHON=/path/to/python3."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Good Hands needs Python 3.11 or newer, and '$python' is $("$python" -c 'import platform; print(platform.python_version())'); name a newer one: make setup PYTHON=python3.11."
"$python" -c 'import ensurepip, venv' 2>/dev/null ||
    stop "Good Hands needs Python's venv module, and '$python' has none; on Debian and Ubuntu, install the package python3-venv."

# The stamp names all that the environment is made from.
key=$("$python" - "$PWD" pyproject.toml serving/* "${locks[@]}" <<'PY'
import hashlib, pathlib, sys

digest = hashlib.sha256(repr((sys.argv[1], sys.version)).encode())
for name in sys.argv[2:]:
    if pathlib.Path(name).is_file():
        digest.update(pathlib.Path(name).read_bytes())
print(digest.hexdigest())
PY
)
stamp=.venv/ready-for-$1
[[ -f $stamp && $(<"$stamp") == "$key" ]] && exit 0

echo "Setting up .venv (about a minute the first time) ..."
version='import sys; print(sys.version, sys.prefix)'
if [[ $(.venv/bin/python -c "$version" 2>/dev/null) != "$("$python" -c 'import sys; print(sys.version)') $PWD/.venv" ]] ||
    ! .venv/bin/pip --version >/dev/null 2>&1; then
    rm -rf .venv
    "$python" -m venv .venv
fi
pip=(.venv/bin/python -m pip --disable-pip-version-check install --quiet)
"${pip[@]}" "${locks[@]/#/--requirement=}"
"${pip[@]}" --no-deps --no-build-isolation --editable .
.venv/bin/python serving/install.py
# Python would do this at the first import, and again at each where it is told to write nothing.
.venv/bin/python -m compileall -q helpers
echo "$key" >"$stamp"
