#!/bin/sh
# Writes and checks the list of a release's files: SHA256SUMS, signed by the hospital's supplier.
#
#   sh installer/supply/sums.sh make FOLDER [--key ID]         key of gpg, also HMS_SIGNING_KEY; GNUPGHOME is respected
#   sh installer/supply/sums.sh verify FOLDER --keyring FILE   the supplier's public key, as gpg --export writes it
#
# make writes FOLDER/SHA256SUMS of every file in FOLDER and signs it beside, in SHA256SUMS.asc. verify refuses a list with
# another signature, and a file that was altered, is missing, or does not stand in the list.
set -eu

die() { echo "sums.sh: $1" >&2; exit 1; }
usage() { sed -n '4,5s/^# \{0,1\}//p' "$0" >&2; exit 2; }

[ $# -ge 2 ] || usage
what=$1 folder=$2 key=${HMS_SIGNING_KEY:-} keyring=''
shift 2
while [ $# -gt 1 ]; do
    case $1 in
    --key) key=$2 ;;
    --keyring) keyring=$2 ;;
    *) usage ;;
    esac
    shift 2
done
[ $# = 0 ] || usage
[ -d "$folder" ] || die "There is no folder $folder."
command -v gpg >/dev/null || die "gpg is not installed."

# In every language's order alike; names with a line's end would forge a line of their own.
names() { (cd "$folder" && find . -type f ! -name SHA256SUMS ! -name SHA256SUMS.asc | sed 's|^\./||' | LC_ALL=C sort); }

case $what in
make)
    [ -n "$key" ] || die "Say with --key or HMS_SIGNING_KEY who signs."
    [ -z "$(find "$folder" -name '*
*')" ] || die "A file's name in $folder has a line's end in it."
    [ -n "$(names)" ] || die "$folder holds no file."
    rm -f "$folder/SHA256SUMS" "$folder/SHA256SUMS.asc"
    sums=$(names | (cd "$folder" && while IFS= read -r name; do sha256sum "$name"; done))
    printf '%s\n' "$sums" >"$folder/SHA256SUMS"
    gpg --batch --yes --local-user "$key" --armor --detach-sign --output "$folder/SHA256SUMS.asc" "$folder/SHA256SUMS" ||
        die "The list could not be signed with $key."
    ;;
verify)
    [ -r "$keyring" ] || die "Say with --keyring in which file the supplier's public key is."
    for part in SHA256SUMS SHA256SUMS.asc; do
        [ -r "$folder/$part" ] || die "$folder has no signed list."
    done
    # A home of its own: what this user trusts besides does not count.
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    gpg --batch --quiet --homedir "$home" --import "$keyring" 2>/dev/null || die "$keyring holds no public key."
    gpg --batch --quiet --homedir "$home" --trust-model always --verify "$folder/SHA256SUMS.asc" "$folder/SHA256SUMS" \
        2>/dev/null || die "The list's signature is not the supplier's; use nothing of $folder."
    (cd "$folder" && sha256sum --check --quiet --strict SHA256SUMS >/dev/null 2>&1) ||
        die "A file is missing or is not what the supplier signed; use nothing of $folder."
    [ "$(names)" = "$(sed 's/^[0-9a-f]* [ *]//' "$folder/SHA256SUMS")" ] ||
        die "A file in $folder does not stand in the list; use nothing of it."
    ;;
*) usage ;;
esac
