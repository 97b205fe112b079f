#!/bin/sh
# Brings the window's translation up to date: reads every tr() of the window into the .ts file, which a person edits
# (Qt Linguist), and makes the .qm file that the program loads.
#
#   sh packaging/translate.sh
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/setup.sh"
set_up build
cd "$root"
ts=resources/translations/incident_desk_de.ts
sources=$(find incident_desk/gui -name '*.py' | LC_ALL=C sort)
# The sources come first: only then does lupdate take them for Python.
# shellcheck disable=SC2086
"$venv/bin/pyside6-lupdate" $sources -ts "$ts" -no-obsolete -locations none -source-language en -target-language de
"$venv/bin/pyside6-lrelease" "$ts" -qm "${ts%.ts}.qm"
