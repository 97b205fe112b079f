#!/bin/sh
# Brings the window's translations up to date: reads every tr() of the window into the .ts files, which a person edits
# (Qt Linguist), and makes the .qm files that the program loads. The texts in the program are English; its own .ts
# file holds only those with a number in them ("1 record", "2 records").
#
#   sh packaging/translate.sh
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/setup.sh"
set_up build
cd "$root"
sources=$(find incident_desk/gui -name '*.py' | LC_ALL=C sort)

read_texts() {
    # The sources come first: only then does lupdate take them for Python.
    # shellcheck disable=SC2086
    "$venv/bin/pyside6-lupdate" $sources -ts "$@" -no-obsolete -locations none -source-language en
}

folder=resources/translations
read_texts "$folder/incident_desk_de.ts" -target-language de
read_texts "$folder/incident_desk_en.ts" -target-language en -pluralonly
for ts in "$folder"/incident_desk_*.ts; do
    # A window that runs has the file mapped: it is put in place whole, never written over.
    "$venv/bin/pyside6-lrelease" "$ts" -qm "${ts%.ts}.qm.new"
    mv "${ts%.ts}.qm.new" "${ts%.ts}.qm"
done
