#!/bin/sh
# Sets up what the tests need and runs them, with real PostgreSQL and MariaDB servers and a real
# (unseen) screen that are started for the run and ended after it.
#
#   sh packaging/test.sh [OPTION] [ARGUMENTS FOR PYTEST]
#
#   --quick         the fast part: no servers, no screen
#   --long          everything, with a thousand random examples where it is usually forty; hours.
#                   Prints last what was tried: calls made to fail, kills, power cuts, and what was lost
#   --faults        of that only the faults, with the same figures; most of an hour
#   --benchmarks    times against the goals, a table of them last; more: --benchmarks --help
#   --mutants       plants small faults and shows which test finds each
#   --screens DIR   writes a picture of every page into DIR, and checks each
#   --help          this text
#
# Ends with status 3 and a last line 'NOT TESTED: ...' where a server or the screen was not to be had.
# INCIDENT_DESK_JOBS says how many tests run at the same time, 2 if not set.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)

jobs=${INCIDENT_DESK_JOBS:-2}
option=
case ${1:-} in
    --help) sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p;}' "$0"; exit 0 ;;
    --quick | --long | --faults | --benchmarks | --mutants) option=${1#--}; shift ;;
    --screens)
        option=screens
        [ -n "${2:-}" ] || { echo "Say where the pictures go: sh packaging/test.sh --screens DIR" >&2; exit 2; }
        mkdir -p "$2"
        folder=$(cd "$2" && pwd)
        shift 2
        set -- "$folder" "$@"
        ;;
esac

. "$root/packaging/setup.sh"
cd "$root"
set_up test

export LC_ALL=C.UTF-8 PYTHONUTF8=1
# The same random examples in every run; the long checks look further.
export HYPOTHESIS_PROFILE="${HYPOTHESIS_PROFILE:-ci}"

with_servers() { exec "$python" -m tests.servers run -- "$python" "$@"; }
with_screen() { exec "$python" -m tests.display run -- "$python" "$@"; }

case $option in
    '') with_servers -m pytest -n "$jobs" "$@" ;;
    quick) exec "$python" -m pytest -n "$jobs" -m 'not server and not window and not slow' "$@" ;;
    long) with_servers -m tests.faults.run -n "$jobs" "$@" ;;
    faults) with_servers -m tests.faults.run -n "$jobs" tests/faults tests/tampering "$@" ;;
    mutants) with_servers -m tests.mutants.run "$@" ;;
    screens) with_screen -m tests.screens.run "$@" ;;
    benchmarks)
        # A machine may be told not to keep compiled modules; then the first start would be timed.
        PYTHONDONTWRITEBYTECODE='' "$python" -m compileall -q incident_desk
        exec "$python" -m tests.servers run -- "$python" -m tests.display run -- "$python" -m tests.benchmarks.run "$@"
        ;;
esac
