#!/bin/sh
# Makes the portable folder dist/incident-desk and packs it; it needs nothing installed where it runs.
#
#   sh packaging/pyinstaller/build.sh          make it
#   sh packaging/pyinstaller/build.sh --try    make it, then start it on a bare Debian without network
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)

. "$root/packaging/setup.sh"
set_up build
cd "$root"

say "Portable folder: building, about a minute"
mkdir -p build
"$python" -m PyInstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build/pyinstaller \
    packaging/pyinstaller/incident-desk.spec >build/pyinstaller.log 2>&1 || {
    tail -n 20 build/pyinstaller.log >&2
    fail "The portable folder could not be built; build/pyinstaller.log has all of it."
}
version=$("$python" -c 'import incident_desk; print(incident_desk.__version__)')
packed=dist/incident-desk-$version-$(uname -s | tr '[:upper:]' '[:lower:]')-$(uname -m).tar.gz
tar -C dist -czf "$packed" incident-desk
say "Portable folder: dist/incident-desk ($(du -sm dist/incident-desk | cut -f1) MB), packed: $packed" \
    "($(du -sm "$packed" | cut -f1) MB)"

[ "${1:-}" != --try ] || exec sh packaging/pyinstaller/try-bare.sh dist/incident-desk
