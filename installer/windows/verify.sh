#!/bin/sh
# Verifies what sign.sh has signed; ends with 1 and says why where anything is unsigned, altered or not trusted.
#
#   sh installer/windows/verify.sh SETTINGS FOLDER|PACKAGE.msi
#
# In a folder each program file must be signed. A file of ours must lead to the AUTHORITY of SETTINGS; of a file that
# others have signed it is asked only that it is as they signed it: Windows, which knows their authorities, does the
# rest.
set -eu
# shellcheck source=installer/windows/signing.sh
. "$(dirname "$0")/signing.sh"

[ $# = 2 ] || die "usage: sh installer/windows/verify.sh SETTINGS FOLDER|PACKAGE.msi"
use_settings "$1"
certificates=$(path_setting CERTIFICATES)
authority=$(path_setting AUTHORITY)
timestamp_authority=$(path_setting TIMESTAMP_AUTHORITY)
needed CERTIFICATES "$certificates"
our_serial=$(openssl x509 -in "$certificates" -noout -serial | sed 's/.*=//')

# verified FILE: what osslsigncode says is then in $log.
verified() {
    set -- -in "$1"
    [ -z "$authority" ] || set -- -CAfile "$authority" "$@"
    [ -z "$timestamp_authority" ] || set -- -TSA-CAfile "$timestamp_authority" "$@"
    # Older versions do not know it, and newer ones would ask the network for each file.
    ! osslsigncode verify --help 2>&1 | grep -q -e -ignore-cdp || set -- -ignore-cdp "$@"
    osslsigncode verify "$@" >"$log" 2>&1
}

timestamped() { grep -q 'Timestamp time:\|Timestamp Server Signature verification: ok' "$log"; }

ours() { sed -n '/^Signer.s certificate/,/Serial/p' "$log" | grep -qi "Serial *: *$our_serial"; }

unaltered() {
    [ "$(sed -n 's/^Current message digest *: *//p' "$log" | head -n 1)" = \
        "$(sed -n 's/^Calculated message digest *: *//p' "$log" | head -n 1)" ] &&
        grep -q '^Calculated message digest' "$log"
}

# Our own file: signed by us, by the authority, at a certified time.
check_ours() {
    verified "$1" || {
        grep -i -e error -e mismatch -e failed "$log" >&2 || :
        die "$1 is not as it was signed, or not by whom is trusted."
    }
    ours || die "$1 is signed by somebody else."
    timestamped || die "$1 has no certified time."
}

log=$(mktemp)
programs=$(mktemp)
trap 'rm -f "$log" "$programs"' EXIT
if [ -f "$2" ]; then
    check_ours "$2"
    say "$2: signed by $our_serial, unaltered."
    exit
fi
folder=$(cd "$2" && pwd -P)
programs_in "$folder" unsigned >"$programs"
[ ! -s "$programs" ] || { cat "$programs" >&2; die "These files are not signed."; }
programs_in "$folder" all >"$programs"
own=0
others=0
while IFS= read -r program; do
    if verified "$program" || ours; then
        check_ours "$program"
        own=$((own + 1))
    else
        unaltered || die "$program is not as its maker signed it."
        others=$((others + 1))
    fi
done <"$programs"
say "$folder: $own files signed by $our_serial, $others by their makers; all unaltered."
