#!/bin/sh
# Makes the Windows package (MSI) from a folder of frozen programs, whether that was made under Wine or on Windows.
#
#   sh installer/windows/msi.sh PAYLOAD OUT [VERSION]
#
# PAYLOAD holds hms-desktop.exe and hms-admin.exe; OUT gets hms-desktop-VERSION-x64.msi. VERSION is the project's
# unless it is given. The same payload makes the same package, bit by bit, where SOURCE_DATE_EPOCH is the same.
# Needs wixl, msitools and Python 3.11.
set -eu

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

[ $# -ge 2 ] || die "usage: sh installer/windows/msi.sh PAYLOAD OUT [VERSION]"
for tool in wixl msibuild msiinfo python3; do
    command -v "$tool" >/dev/null 2>&1 || die "$tool is needed: apt-get install wixl msitools python3"
done
payload=$(cd "$1" && pwd -P)
mkdir -p "$2"
out=$(cd "$2" && pwd -P)
for program in hms-desktop.exe hms-admin.exe; do
    [ -f "$payload/$program" ] || die "There is no $program in $payload."
done
cd "$(dirname "$0")/../.."
version=${3:-$(python3 -c 'from installer.freeze.identity import version; print(version())')}
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 315532800)}

work=$(mktemp -d "$out/.msi-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# wixl takes only relative paths, and the files' own times stand in the package.
cp -rL "$payload" "$work/payload"
cp resources/program/hms.ico "$work"
find "$work" -exec touch -h -d "@$epoch" {} +
root=$(pwd -P)
(
    cd "$work"
    PYTHONPATH=$root python3 -m installer.windows.msi_source "$version" payload >hms.wxs
    wixl -a x64 -o hms.msi hms.wxs
)
python3 -m installer.windows.msi_repairs "$work/hms.msi" "$work/payload" "$epoch"
mv "$work/hms.msi" "$out/hms-desktop-$version-x64.msi"
say "Made $out/hms-desktop-$version-x64.msi"
