#!/bin/sh
# Keeps the hospital's signed apt repository: the newest package in the suite `trixie`, the one before in
# `trixie-previous`, so that a screen can go back (README.md says how).
#
#   sh installer/raspberry/repository.sh add FOLDER FILE.deb      a newer package
#   sh installer/raspberry/repository.sh withdraw FOLDER NAME     the package before becomes the newest again
#   sh installer/raspberry/repository.sh sign FOLDER              signed anew, after the key was prolonged or replaced
#
# HMS_SIGNING_KEY      the fingerprint of the key that signs; GNUPGHOME and gpg-agent are respected
# HMS_REPOSITORY_URL   where screens reach FOLDER, for hms.sources: https://apt.hospital.example/hms
#
# FOLDER is then served by any web server, and holds hms.sources and hms-archive-keyring.gpg for the screens.
set -eu
umask 022

# shellcheck source-path=SCRIPTDIR source=../system_packages.sh
. "$(dirname "$0")/../system_packages.sh"
suite=trixie
before=trixie-previous

usage() { sed -n '2,13s/^# \{0,1\}//p' "$0" >&2; exit 2; }

keep() { reprepro --silent --basedir "$folder" "$@"; }

# The version of a package in a suite; empty where it is not in it.
# shellcheck disable=SC2016 # reprepro's own placeholder
version_in() { keep --list-format '${version}\n' list "$1" "$2" | sort -u; }

describe() {
    mkdir -p "$folder/conf"
    for name in "$suite" "$before"; do
        printf 'Origin: HMS\nLabel: HMS\nCodename: %s\nArchitectures: arm64 amd64\nComponents: main\n' "$name"
        printf 'Description: programs of HMS Desktop\nSignWith: %s\n\n' "$key"
    done >"$folder/conf/distributions"
    gpg --batch --yes --export "$key" >"$folder/hms-archive-keyring.gpg"
    [ -s "$folder/hms-archive-keyring.gpg" ] || die "gpg has no key $key."
    cat >"$folder/hms.sources" <<SOURCES
Types: deb
URIs: ${HMS_REPOSITORY_URL:?says where the screens reach the repository}
Suites: $suite $before
Components: main
Signed-By: /usr/share/keyrings/hms-archive-keyring.gpg
SOURCES
}

add() {
    file=$1
    name=$(dpkg-deb --field "$file" Package)
    version=$(dpkg-deb --field "$file" Version)
    now=$(version_in "$suite" "$name")
    if [ -n "$now" ]; then
        dpkg --compare-versions "$version" gt "$now" ||
            die "$name $now is in the repository; $version is not newer. Build it with a higher version."
        keep copy "$before" "$suite" "$name"
    fi
    keep includedeb "$suite" "$file"
    keep export "$before"
    say "$name $version${now:+, before: $now}"
}

withdraw() {
    name=$1
    now=$(version_in "$suite" "$name")
    old=$(version_in "$before" "$name")
    if [ -z "$old" ] || [ "$old" = "$now" ]; then
        die "There is no version of $name before ${now:-any}."
    fi
    keep remove "$suite" "$name"
    keep copy "$suite" "$before" "$name"
    say "$name $old; $now is withdrawn. Screens that have it: apt install $name=$old"
}

case "${1:-} $#" in
"add 3" | "withdraw 3" | "sign 2") ;;
*) usage ;;
esac
mkdir -p "$2"
folder=$(cd "$2" && pwd)
key=${HMS_SIGNING_KEY:?is the fingerprint of the key that signs the repository}
install_packages gpg gpg-agent reprepro
describe
case "$1" in
add) add "$3" ;;
withdraw) withdraw "$3" ;;
sign) keep export "$suite" "$before" ;;
esac
