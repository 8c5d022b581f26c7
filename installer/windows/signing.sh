# shellcheck shell=sh
# Read by sign.sh and verify.sh: the settings of signing, and what both have in common.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# use_settings FILE: the file is read, never run.
use_settings() {
    [ -f "$1" ] || die "There is no settings file $1; installer/windows/signing.example shows what stands in it."
    settings=$(cd "$(dirname "$1")" && pwd -P)/$(basename "$1")
    command -v osslsigncode >/dev/null 2>&1 || die "osslsigncode is needed: apt-get install osslsigncode"
}

# setting NAME: its value, nothing where it is not set.
setting() { sed -n "s/^$1=//p" "$settings" | tail -n 1; }

# path_setting NAME: the absolute path, nothing where it is not set. An address in a token stays as it is.
path_setting() {
    value=$(setting "$1")
    case $value in
        '' | /* | pkcs11:*) printf '%s' "$value" ;;
        *) printf '%s/%s' "$(dirname "$settings")" "$value" ;;
    esac
}

# needed NAME VALUE
needed() { [ -n "$2" ] || die "The setting $1 is missing in $settings."; }

# programs_in FOLDER all|unsigned: one path a line.
programs_in() { (cd "$(dirname "$0")/../.." && python3 -m installer.windows.pe_files "$2" "$1"); }
