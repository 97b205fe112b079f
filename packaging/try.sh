#!/bin/sh
# Sets up Incident Desk in this folder, makes a demo register and opens it.
# The demo goes into the folder demo here; INCIDENT_DESK_DEMO names another one.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
demo=${INCIDENT_DESK_DEMO:-$root/demo}

. "$root/packaging/setup.sh"
set_up runtime
program=$venv/bin/incident-desk

# A demo that is there already is opened again: someone may have tried something in it.
register=$(find "$demo" -maxdepth 1 -name '*.register' 2>/dev/null | head -n 1)
if [ -z "$register" ]; then
    say "Demo: making a register with incidents in all five steps"
    "$program" demo "$demo" >/dev/null
    register=$(find "$demo" -maxdepth 1 -name '*.register' | head -n 1)
fi

has_screen() { [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

if has_screen; then
    say "Window: opening $register"
    exec "$program" -r "$register"
fi

say "Window: there is no screen here, so its pages are written as pictures"
QT_QPA_PLATFORM=offscreen "$program" screenshots "$demo" -r "$register" >/dev/null
say "These files are ready to look at:"
find "$demo" -type f ! -name '*-wal' ! -name '*-shm' | sort | sed 's/^/    /'
