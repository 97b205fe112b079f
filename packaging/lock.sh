#!/bin/sh
# Writes packaging/requirements/*.txt from pyproject.toml: every version and every hash, for
# Python 3.11 and later on Linux, Windows and macOS. With --upgrade it takes the newest versions
# that pyproject.toml allows; without it, only what must change.
set -eu
cd "$(dirname "$0")/.."

upgrade=
[ "${1:-}" != --upgrade ] || upgrade=yes

if command -v uv >/dev/null 2>&1; then uv=uv
elif [ -x .venv/bin/uv ]; then uv=.venv/bin/uv
else
    [ -x .venv/bin/python ] || python3 -m venv .venv
    .venv/bin/python -m pip install -q uv
    uv=.venv/bin/uv
fi

# No headers, notes or addresses: these files say what to install, not where it came from.
# "fewest" keeps one version of each library for all systems, so that all run the same program.
lock() {
    file=packaging/requirements/$1.txt
    shift
    "$uv" pip compile pyproject.toml "$@" ${upgrade:+--upgrade} --quiet --universal \
        --python-version 3.11 --fork-strategy fewest --generate-hashes --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links --output-file "$file" >/dev/null
    echo "$file: $(grep -c == "$file") libraries"
}

lock runtime
# The others hold what runtime.txt holds, in the same versions, so that each is installed by itself.
lock test --extra test --extra build --constraint packaging/requirements/runtime.txt
lock build --extra build --constraint packaging/requirements/runtime.txt
