#!/bin/sh
# Signs for Windows (Authenticode), with a certified time.
#
#   sh installer/windows/sign.sh SETTINGS FOLDER        every program file under FOLDER that nobody has signed
#   sh installer/windows/sign.sh SETTINGS PACKAGE.msi
#
# SETTINGS is a file like signing.example. What Qt's and Python's makers have signed keeps their signature, so that
# the hospital's rules for publishers (WDAC, AppLocker) can name them. A password never stands on a command line,
# where every user of the machine could read it.
set -eu
# shellcheck source=installer/windows/signing.sh
. "$(dirname "$0")/signing.sh"

[ $# = 2 ] || die "usage: sh installer/windows/sign.sh SETTINGS FOLDER|PACKAGE.msi"
use_settings "$1"
certificates=$(path_setting CERTIFICATES)
key=$(path_setting KEY)
timestamp=$(setting TIMESTAMP_URL)
module=$(setting PKCS11_MODULE)
password=$(path_setting PASSWORD_FILE)
needed CERTIFICATES "$certificates"
needed KEY "$key"
needed TIMESTAMP_URL "$timestamp"

# sign FILE [OPTION…]: the signed file takes the place of the other only when it is whole.
sign() {
    file=$1
    shift
    rm -f "$file.signed" # osslsigncode writes over nothing
    set -- -certs "$certificates" -key "$key" -h sha256 -n "HMS Desktop" -ts "$timestamp" "$@"
    [ -z "$module" ] || set -- -pkcs11module "$module" "$@"
    [ -z "$password" ] || set -- -readpass "$password" "$@"
    osslsigncode sign "$@" -in "$file" -out "$file.signed" >"$log" 2>&1 || {
        cat "$log" >&2
        rm -f "$file.signed"
        die "$file could not be signed."
    }
    chmod --reference="$file" "$file.signed"
    mv "$file.signed" "$file"
    say "Signed $file"
}

log=$(mktemp)
unsigned=$(mktemp)
trap 'rm -f "$log" "$unsigned"' EXIT
if [ -d "$2" ]; then
    programs_in "$(cd "$2" && pwd -P)" unsigned >"$unsigned"
    while IFS= read -r program; do
        sign "$program"
    done <"$unsigned"
else
    # -add-msi-dse signs names and attributes of the streams, too, and not their contents alone.
    sign "$2" -add-msi-dse
fi
