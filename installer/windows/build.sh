#!/bin/sh
# Builds the Windows package on a bare Debian 12, signs it, and verifies it: the whole way, for proof.
#
#   sh installer/windows/build.sh OUT [SIGNING]
#
# OUT/hms-desktop-VERSION-x64.msi is the package, OUT/hms-desktop what it installs. SIGNING is a file like
# signing.example; without it a throw-away authority signs, which nobody trusts. What has been made in OUT is not made
# twice. The programs are frozen by an old Python out of an archive of somebody else's making, so hospitals get none of
# this: their package comes from release.yml.
set -eu

[ $# = 1 ] || [ $# = 2 ] || { echo "usage: sh installer/windows/build.sh OUT [SIGNING]" >&2; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd -P)
signing=${2:+$(cd "$(dirname "$2")" && pwd -P)/$(basename "$2")}
cd "$(dirname "$0")/../.."
# shellcheck source=installer/system_packages.sh
. installer/system_packages.sh
install_packages ca-certificates python3-venv openssl wine wine64 gcc-mingw-w64-x86-64-win32 wixl msitools osslsigncode

if [ -z "$signing" ]; then
    say "No settings for signing: a throw-away authority signs, which nobody trusts."
    exec python3 -m installer.windows.proof_authority "$out/authority" \
        sh installer/windows/build.sh "$out" "$out/authority/signing"
fi

sh installer/windows/payload.sh "$out/build"
payload=$out/hms-desktop
rm -rf "$payload"
cp -r "$out/build/payload/hms-desktop" "$payload"

set -- --lock installer/requirements/desktop.txt --lock installer/requirements/admin.txt \
    --site "$out/build/python/Lib/site-packages" --payload "$payload"
python3 installer/supply/licences.py "$@" --out "$payload/licences"
python3 installer/supply/sbom.py --name hms-desktop "$@" --out "$payload/sbom.cdx.json"

sh installer/windows/sign.sh "$signing" "$payload"
sh installer/windows/verify.sh "$signing" "$payload"
rm -f "$out"/hms-desktop-*-x64.msi
sh installer/windows/msi.sh "$payload" "$out"
for package in "$out"/hms-desktop-*-x64.msi; do
    sh installer/windows/sign.sh "$signing" "$package"
    sh installer/windows/verify.sh "$signing" "$package"
    say "$package: $(du -sm "$package" | cut -f1) MB"
done
