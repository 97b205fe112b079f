#!/bin/sh
# Starts a portable folder on a bare Debian 12 without network, where only what it brings itself is
# there, and Qt's two graphics libraries: its self-test makes a register, finds a report in it, reads
# its papers back and paints the window in both languages. Needs root and debootstrap.
#
#   sh packaging/pyinstaller/try-bare.sh dist/incident-desk
set -eu
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
bare=$PWD/build/bare-debian

if [ "$(id -u)" != 0 ] || ! command -v debootstrap >/dev/null 2>&1; then
    echo "NOT TESTED: the portable folder on a bare system (that needs root and debootstrap)"
    exit 3
fi

if [ ! -e "$bare/complete" ]; then
    echo "Bare system: making it in $bare, about a minute"
    rm -rf "$bare"
    mkdir -p "$bare"
    # From where this machine gets its own packages.
    # shellcheck disable=SC2016
    mirror=$(apt-get indextargets --format '$(SITE)' 'Origin: Debian' 2>/dev/null | grep -v security | head -n 1)
    debootstrap --variant=minbase --include=libgl1,libegl1,fontconfig-config bookworm "$bare" \
        ${mirror:+"$mirror"} >"$bare.log" 2>&1 || { tail -n 5 "$bare.log" >&2; exit 1; }
    touch "$bare/complete"
fi

rm -rf "$bare/opt/incident-desk" "$bare/tmp/selftest.pdf"
cp -r "$folder" "$bare/opt/incident-desk"
unshare --net --mount --pid --fork --mount-proc="$bare/proc" \
    env -i HOME=/tmp PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    chroot "$bare" /opt/incident-desk/incident-desk --selftest /tmp/selftest.pdf
[ "$(head -c 5 "$bare/tmp/selftest.pdf")" = "%PDF-" ] || { echo "The selftest wrote no PDF." >&2; exit 1; }
echo "Bare system: the portable folder started there and wrote a paper"
