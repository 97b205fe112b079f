# Read by try.sh, test.sh and pyinstaller/build.sh: makes what they need, and nothing twice.
#
#   root=FOLDER OF THE CHECKOUT
#   . "$root/packaging/setup.sh"
#   set_up runtime|test|build        afterwards "$python" runs with all libraries
#
# INCIDENT_DESK_VENV          where the libraries go, if not .venv in the checkout
# INCIDENT_DESK_NO_PACKAGES   if not empty: leave the system's packages alone, even as root
# shellcheck shell=sh

venv=${INCIDENT_DESK_VENV:-$root/.venv}
case $venv in /*) ;; *) venv=$PWD/$venv ;; esac
python=$venv/bin/python

qt_packages="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libx11-6
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
    libwayland-cursor0 libwayland-egl1"
# mariadb-server-core has the server's program without the service that mariadb-server would start.
test_packages="git xvfb xauth xdotool xclip openbox at-spi2-core python3-pyatspi gir1.2-atspi-2.0 dbus-x11
    dbus poppler-utils qpdf strace faketime libfaketime imagemagick postgresql mariadb-server-core
    mariadb-client-core fuse3"
# Large, and asked for by itself: where it cannot be had, only the tests that need it are left out.
office_packages="libreoffice-calc"
# PyInstaller reads libraries with binutils and takes Python's own library along.
build_packages="binutils libpython3-dev"

say() { printf '%s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }

set_up() {
    case $1 in
        runtime) packages=$qt_packages ;;
        test) packages="$qt_packages $test_packages $build_packages" ;;
        build) packages="$qt_packages $build_packages" ;;
    esac
    venv_works || find_python || packages="python3 python3-venv $packages"
    add_packages "$packages"
    [ "$1" != test ] || add_packages "$office_packages"
    venv_works || make_venv
    add_libraries "$1"
    add_program
    qt_starts || fail_without_qt
}

# --- the system's packages ------------------------------------------------------------------------

add_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    missing=
    for package in $1; do
        dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' ||
            missing="${missing:+$missing }$package"
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ] && [ -z "${INCIDENT_DESK_NO_PACKAGES:-}" ]; then
        say "System packages: adding $(echo "$missing" | wc -w) of them, this takes a few minutes the first time"
        install_packages "$missing" && return 0
        say "System packages: that did not work. $install_error"
    fi
    say "System packages: some are missing. Who looks after this computer can add them with this one line:"
    say "    $(has_lists || echo 'apt-get update && ')apt-get install -y --no-install-recommends $missing"
}

# A system that was just made does not know yet which packages there are.
has_lists() { [ -n "$(find /var/lib/apt/lists -name '*_Packages*' 2>/dev/null | head -n 1)" ]; }

install_packages() {
    log=$(mktemp)
    { has_lists && apt_install "$1"; } || { apt-get update >"$log" 2>&1 && apt_install "$1"; } || {
        install_error=$(grep -m 1 '^E:' "$log" || tail -n 1 "$log")
        rm -f "$log"
        return 1
    }
    rm -f "$log"
}

apt_install() {
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $1 >"$log" 2>&1 </dev/null
}

# --- Python and the libraries ---------------------------------------------------------------------

find_python() {
    for base in python3.13 python3.12 python3.11 python3; do
        "$base" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return 0
    done
    return 1
}

venv_works() { "$python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

make_venv() {
    find_python || fail "Python 3.11 or newer, with its 'venv' part, was not found. Add it and start this again."
    # --clear empties the folder, so it must be ours or new.
    [ ! -e "$venv" ] || [ -e "$venv/pyvenv.cfg" ] || fail "$venv is not a folder for libraries. Choose another one."
    "$base" -m venv --clear "$venv"
    say "Python: $("$python" -V | cut -d' ' -f2), with a place for libraries in $venv"
}

add_libraries() {
    wanted=$root/packaging/requirements/$1.txt
    # What was installed last is kept beside the libraries and compared with what is wanted now.
    cmp -s "$wanted" "$venv/installed-$1.txt" && return 0
    say "Libraries: fetching $(grep -c == "$wanted") of them, about a minute the first time"
    rm -f "$venv"/installed-*.txt
    log=$(mktemp)
    "$python" -m pip install --quiet --disable-pip-version-check --no-input --only-binary :all: \
        --require-hashes -r "$wanted" >"$log" 2>&1 || {
        reason=$(tail -n 3 "$log")
        rm -f "$log"
        fail "The libraries could not be installed. Is this computer on-line? What was said last:" "$reason"
    }
    rm -f "$log"
    # Each of these files holds all of those before it, so they are done as well.
    for kind in runtime build test; do
        cp "$root/packaging/requirements/$kind.txt" "$venv/installed-$kind.txt"
        [ "$kind" != "$1" ] || break
    done
}

# The libraries find this checkout, and the command incident-desk starts it. Written each time, since
# a checkout may be moved or copied together with its libraries.
add_program() {
    "$python" - "$root" <<'PYTHON'
import sys, sysconfig
from pathlib import Path
Path(sysconfig.get_path("purelib"), "incident-desk.pth").write_text(sys.argv[1] + "\n", encoding="utf-8")
PYTHON
    printf '#!/bin/sh\nexec "%s" -m incident_desk "$@"\n' "$python" >"$venv/bin/incident-desk"
    chmod +x "$venv/bin/incident-desk"
}

qt_starts() {
    QT_QPA_PLATFORM=offscreen "$python" -c 'from PySide6.QtWidgets import QApplication; QApplication([])' \
        >/dev/null 2>&1
}

fail_without_qt() {
    if command -v dpkg-query >/dev/null 2>&1; then
        fail "The window cannot start before the packages above are there. Add them and start this again."
    fi
    # shellcheck disable=SC2086
    fail "The window needs system libraries that are missing here. On Debian they are called:" $qt_packages
}
