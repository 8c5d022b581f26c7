#!/bin/sh
# Builds hms-kiosk_VERSION_arm64.deb for Debian 13 and Raspberry Pi OS (trixie), on a bare Debian 12 of any processor.
#
#   sh installer/raspberry/build.sh OUT [VERSION]
#
# OUT      the folder that receives the package
# VERSION  of the package; the program's own by default. IT gives another to a package that is built anew: 0.1.0+1.
#
# HMS_MAINTAINER    who answers for the package in this hospital: "Hospital IT <it@hospital.example>"
# HMS_ARCHITECTURE  arm64 by default; amd64 for a small PC with Debian 13
#
# Nothing of the package runs here. The same checkout gives the same package, byte by byte.
set -eu
umask 022
export LC_ALL=C

[ $# = 1 ] || [ $# = 2 ] || { sed -n '2,12s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
house=$(cd "$here/../.." && pwd)
# shellcheck source-path=SCRIPTDIR source=../system_packages.sh
. "$house/installer/system_packages.sh"
lock=$house/installer/requirements/check-in.txt # of the screen and the touch screen at the entrance: one package
version=${2:-$(sed -n 's/^version = "\(.*\)"$/\1/p' "$house/pyproject.toml")}
maintainer=${HMS_MAINTAINER:-Hospital IT <it@hospital.example>}
architecture=${HMS_ARCHITECTURE:-arm64}
case $architecture in
arm64) wheels=aarch64-manylinux_2_39 ;;
amd64) wheels=x86_64-manylinux_2_39 ;;
*) die "HMS_ARCHITECTURE is $architecture; it must be arm64 or amd64." ;;
esac
mkdir -p "$1"
out=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=$work/package
site=$package/opt/hms-kiosk/lib/python3.13/site-packages

# The time of the last change, so that two builds of it do not differ.
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
    SOURCE_DATE_EPOCH=$(git -C "$house" log -1 --format=%ct 2>/dev/null || stat -c %Y "$house/pyproject.toml")
fi
export SOURCE_DATE_EPOCH

install_tools() {
    install_packages ca-certificates python3 python3-venv xz-utils
    if ! command -v uv >/dev/null; then # it alone can install for another processor and another Python
        python3 -m venv "$work/tools"
        awk '/^[a-z]/ { kept = /^uv==/ } kept' "$house/installer/requirements/build.txt" >"$work/uv.txt"
        "$work/tools/bin/pip" install --quiet --require-hashes --no-deps -r "$work/uv.txt"
        PATH=$work/tools/bin:$PATH
    fi
}

# Qt comes from Debian; everything else in the lock from its hashed files.
lay_python_packages() {
    sh "$here/without_qt" "$lock" >"$work/requirements.txt"
    uv pip install --quiet --target "$site" --python-platform "$wheels" --python-version 3.13 \
        --only-binary :all: --link-mode copy --require-hashes --no-deps -r "$work/requirements.txt"
    # Programs with this machine's path in them, what uv notes for itself, and two packages' own tests and pages.
    (cd "$site" && rm -rf bin .lock tests docs distutils-precedence.pth)
    find "$site" -type f -exec chmod 0644 {} +
    if find "$site" -iname '*pyside*' -o -iname '*shiboken*' -o -name 'libQt*' | grep .; then
        die "Qt was about to come along; on a Raspberry Pi it must be Debian's own."
    fi
}

# Python asks for the program's own version by this name.
lay_version() {
    told=$package/opt/hms-kiosk/house/hms_desktop-$version.dist-info
    mkdir -p "$told"
    printf 'Metadata-Version: 2.1\nName: hms-desktop\nVersion: %s\n' "$version" >"$told/METADATA"
}

lay_changes() {
    printf 'hms-kiosk (%s) trixie; urgency=medium\n\n  * The screen as of this version; README.md says what it is.\n\n' \
        "$version" >"$work/changes"
    printf ' -- %s  %s\n' "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" >>"$work/changes"
    gzip -9n <"$work/changes" >"$package/usr/share/doc/hms-kiosk/changelog.gz"
}

lay_supply() {
    payload=$package/opt/hms-kiosk
    python3 "$house/installer/supply/licences.py" --lock "$work/requirements.txt" --site "$site" --payload "$payload" \
        --out "$payload/licences"
    python3 "$house/installer/supply/sbom.py" --name hms-kiosk --lock "$work/requirements.txt" --site "$site" --payload "$payload" \
        --debian "$here/packages.txt" --out "$payload/sbom.cdx.json"
    # They hold the hashes of start scripts that were removed, and in those the path of this very build.
    find "$site" -path "*.dist-info/RECORD" -delete
}

lay_control() {
    mkdir "$package/DEBIAN"
    install -m 0755 "$here/debian/postinst" "$here/debian/prerm" "$here/debian/postrm" "$package/DEBIAN/"
    install -m 0644 "$here/debian/conffiles" "$package/DEBIAN/"
    (cd "$package" && find . -type f ! -path './DEBIAN/*' ! -path './etc/*' -printf '%P\0' | sort -z | xargs -0 md5sum) \
        >"$package/DEBIAN/md5sums"
    # The compiled packages are made for this one Python.
    depends=$(sed '/^#/d; s/^python3$/python3 (>= 3.13), python3 (<< 3.14)/' "$here/packages.txt" | paste -s -d, |
        sed 's/,\([^ ]\)/, \1/g')
    sed -e "s/@VERSION@/$version/; s/@MAINTAINER@/$maintainer/; s/@DEPENDS@/$depends/; s/@ARCHITECTURE@/$architecture/" \
        -e "s/@SIZE@/$(du -k -s --apparent-size "$package" | cut -f1)/" \
        "$here/debian/control" >"$package/DEBIAN/control"
}

install_tools
mkdir -p "$package"
sh "$here/lay.sh" "$package"
lay_python_packages
lay_version
lay_changes
[ ! -d "$house/installer/supply" ] || lay_supply
lay_control
find "$package" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
# One thread: how many there are would show in the package.
dpkg-deb --root-owner-group --threads-max=1 -Zxz --build "$package" "$out/hms-kiosk_${version}_$architecture.deb" >/dev/null
say "$out/hms-kiosk_${version}_$architecture.deb"
