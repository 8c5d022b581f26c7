# shellcheck shell=sh
# Read by prefix.sh and payload.sh: a Windows of Wine's in a folder of its own.

# use_wine FOLDER: every program of Windows that is started afterwards lives in FOLDER and ends with this script.
use_wine() {
    WINEPREFIX=$1
    WINEDEBUG=-all
    WINEARCH=win64
    DISPLAY=
    export WINEPREFIX WINEDEBUG WINEARCH DISPLAY
    trap 'wineserver -k 2>/dev/null || :' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

# windows PROGRAM ARGUMENT…: with pipes on both sides, because Python under Wine ends at once where its input or its
# output is a file or Linux's null device.
windows() {
    { : | "$WINEPREFIX/programs/lib/wine/wine64" "$@" 2>&1 || echo $? >"$WINEPREFIX/failed"; } | cat >&2
    [ ! -e "$WINEPREFIX/failed" ] || {
        rm -f "$WINEPREFIX/failed"
        return 1
    }
}

# windows_path FILE: how a program of Windows calls it.
windows_path() { printf 'Z:%s' "$1"; }
