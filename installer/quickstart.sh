#!/bin/sh
# Sets everything up on a bare Debian 12 with Python 3.11, then starts the demo or passes the tests.
#
#   sh installer/quickstart.sh run  [options of hms-desktop]   the demo: desktop, kiosk and an embedded database
#   sh installer/quickstart.sh test [options of pytest]        ruff, mypy, import rules, pytest
#
# System libraries come from apt where they are missing; everything else from the lock file into a virtual
# environment in the user's cache folder. The second time only the presence of these is looked at: no network.
set -eu

SYSTEM_PYTHON=${PYTHON:-python3}

cd "$(dirname "$0")/.."
. installer/system_packages.sh
VOICE="espeak-ng"
NAMES="fonts-droid-fallback" # the letters of names that the suite's own fonts lack: Chinese, Japanese, Korean
VIRTUAL_DISPLAY="xvfb libgl1-mesa-dri"
FILMS="ffmpeg" # makes and checks the films of the tests
SIGNING="gpg gpg-agent reprepro" # releases and the apt repository of the tests are signed

# What this machine lacks for a task ("run" or "test").
install_system_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is no Debian: Python 3.11, Qt's libraries, Xvfb and espeak-ng are taken to be there."
        return
    fi
    packages="ca-certificates $QT_LIBRARIES $VOICE $NAMES"
    if ! command -v "$SYSTEM_PYTHON" >/dev/null 2>&1 || ! "$SYSTEM_PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
        packages="$packages python3-venv"
    fi
    if [ "$1" = test ] || ! has_screen; then
        packages="$packages $VIRTUAL_DISPLAY"
    fi
    if [ "$1" = test ]; then
        packages="$packages $FILMS $SIGNING"
    fi
    # shellcheck disable=SC2086 # the names are words of their own
    install_packages $packages
}

# --- virtual environment ----------------------------------------------------------------------------------------

digest() { sha256sum | cut -c1-16; }

# Make the virtual environment of this checkout and lock file unless it is there; its folder is then in $venv.
prepare_environment() {
    "$SYSTEM_PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        die "Python 3.11 or newer is needed; set PYTHON to its path."
    cache=${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/hms-desktop
    place=$(pwd -P | digest)
    venv=$cache/$place-$({ cat installer/requirements/dev.txt && "$SYSTEM_PYTHON" -VV; } | digest)
    project=$(digest <pyproject.toml)
    mkdir -p "$cache"
    exec 9>"$cache/set-up.lock"
    flock 9 # who starts a second time waits here until the first has set up
    if [ ! -e "$venv/complete" ]; then
        say "Setting up the Python environment (once; some minutes)"
        rm -rf "$cache/$place"-*
        "$SYSTEM_PYTHON" -m venv "$venv"
        install_python_packages --require-hashes --only-binary :all: -r installer/requirements/dev.txt
        touch "$venv/complete"
    fi
    if [ "$(cat "$venv/project" 2>/dev/null)" != "$project" ]; then
        install_python_packages --no-deps --no-build-isolation -e .
        printf '%s\n' "$project" >"$venv/project"
    fi
    exec 9>&-
}

install_python_packages() {
    "$venv/bin/python" -m pip --quiet --disable-pip-version-check --no-input install --root-user-action ignore "$@"
}

# --- run --------------------------------------------------------------------------------------------------------

has_screen() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# Become a program in a session of its own, so that Ctrl+C reaches this script alone, which ends all in order; it
# gets back the signals to which the shell makes deaf what runs in the background.
become() { exec setsid env --default-signal=INT,QUIT "$@"; }

alive() { kill -s 0 -- "$1" 2>/dev/null; }

# Wait up to N seconds for the end of a process or of a whole group (-NUMBER).
wait_for_end() {
    tenths=$(($2 * 10))
    while alive "$1" && [ "$tenths" -gt 0 ]; do
        sleep 0.1
        tenths=$((tenths - 1))
    done
    ! alive "$1"
}

program=
display=
folder=

clean_up() {
    trap '' INT TERM HUP
    if [ -n "$program" ]; then
        if alive "$program"; then
            kill -s INT "$program" 2>/dev/null || :
            wait_for_end "$program" 30 || :
        fi
        kill -s TERM -- "-$program" 2>/dev/null || : # whatever it may have left
        wait_for_end "-$program" 5 || kill -s KILL -- "-$program" 2>/dev/null || :
    fi
    if [ -n "$display" ]; then
        kill -s TERM "$display" 2>/dev/null || :
        wait "$display" 2>/dev/null || :
    fi
    [ -z "$folder" ] || rm -rf "$folder"
}

start_virtual_display() {
    say "There is no screen, so the windows are drawn on a virtual one and cannot be seen; Ctrl+C ends the demo."
    folder=$(mktemp -d)
    become Xvfb -displayfd 1 -screen 0 1920x1080x24 -nolisten tcp >"$folder/number" 2>"$folder/log" &
    display=$!
    tenths=100
    while [ ! -s "$folder/number" ]; do
        alive "$display" && [ "$tenths" -gt 0 ] || die "The virtual screen did not start: $(cat "$folder/log")"
        sleep 0.1
        tenths=$((tenths - 1))
    done
    DISPLAY=:$(cat "$folder/number")
    export DISPLAY
}

run() {
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    trap clean_up EXIT
    has_screen || start_virtual_display
    become "$venv/bin/hms-desktop" --demo "$@" &
    program=$!
    status=0
    wait "$program" || status=$?
    exit "$status"
}

# --- test -------------------------------------------------------------------------------------------------------

check() {
    say "== $*"
    "$@" || failed="$failed
  $*"
}

run_tests() {
    PATH=$venv/bin:$PATH
    QT_QPA_PLATFORM=offscreen # a test that needs more starts its own Xvfb
    export PATH QT_QPA_PLATFORM
    failed=
    check ruff check .
    check ruff format --check .
    check mypy
    check lint-imports
    check python -m pytest -n 2 --dist loadfile "$@"
    [ -z "$failed" ] || die "These failed:$failed"
    say "All passed."
}

# ----------------------------------------------------------------------------------------------------------------

case ${1:-} in
run | test) task=$1 ;;
*) die "Usage: sh installer/quickstart.sh run|test [options]" ;;
esac
shift
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
*[Uu][Tt][Ff]*8*) ;;
*) # Qt reads and writes text in the locale's encoding
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
esac
install_system_packages "$task"
prepare_environment
if [ "$task" = run ]; then run "$@"; else run_tests "$@"; fi
