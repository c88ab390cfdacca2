#!/usr/bin/env bash
# Build the browser-only site into build/site, with an environment of its own in .lite/venv.
# Arguments go to 'python -m tools.lite'.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=${PYTHON:-python3}
lock=requirements/lock-lite.txt
venv=.lite/venv

key=$("$python" - "$PWD" "$lock" <<'PY'
import hashlib, pathlib, sys

lock = pathlib.Path(sys.argv[2]).read_bytes()
print(hashlib.sha256(repr((sys.argv[1], sys.version)).encode() + lock).hexdigest())
PY
)
if [[ ! -f $venv/ready || $(<"$venv/ready") != "$key" ]]; then
    echo "Setting up $venv (a few seconds) ..."
    rm -rf "$venv"
    mkdir -p .lite
    "$python" -m venv "$venv"
    "$venv/bin/python" -m pip --disable-pip-version-check install --quiet --requirement "$lock"
    echo "$key" >"$venv/ready"
fi
exec "$venv/bin/python" -m tools.lite "$@"
