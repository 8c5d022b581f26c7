# shellcheck shell=sh
# Sourced by the scripts of this folder: what a bare Debian lacks comes from apt, by root or through sudo.

# Libraries that PySide6 loads.
# shellcheck disable=SC2034 # who sources this reads it
QT_LIBRARIES="libegl1 libgl1 libglib2.0-0|libglib2.0-0t64 libdbus-1-3 libfontconfig1 libxkbcommon0 libpulse0 libxrandr2
libdrm2 libxext6 libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0
libxcb-shape0 libwayland-cursor0 libva2 libva-drm2 libva-x11-2"

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Of each argument "name|other name" that is not installed under either name, the argument.
missing_packages() {
    for choice in "$@"; do
        # shellcheck disable=SC2046 # the names are words of their own
        if ! dpkg-query -W -f='${db:Status-Status}\n' $(printf '%s' "$choice" | tr '|' ' ') 2>/dev/null |
            grep -qx installed; then
            printf '%s\n' "$choice"
        fi
    done
}

# The first name of a choice that apt can install.
installable() {
    for name in $(printf '%s' "$1" | tr '|' ' '); do
        if apt-cache policy "$name" 2>/dev/null | grep -q 'Candidate: [^(]'; then
            printf '%s\n' "$name"
            return
        fi
    done
    printf '%s\n' "${1%%|*}"
}

install_packages() {
    wanted=$(missing_packages "$@")
    [ -n "$wanted" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        administrator=
    elif command -v sudo >/dev/null 2>&1; then
        administrator=sudo
    else
        die "An administrator must install these packages first: $(printf '%s' "$wanted" | sed 's/|.*//' | tr '\n' ' ')"
    fi
    say "Installing system packages: $(printf '%s' "$wanted" | sed 's/|.*//' | tr '\n' ' ')"
    $administrator apt-get -qq -o DPkg::Lock::Timeout=300 update
    names=$(for choice in $wanted; do installable "$choice"; done)
    # shellcheck disable=SC2086 # the names are words of their own
    $administrator env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 \
        install --no-install-recommends $names >/dev/null
}

