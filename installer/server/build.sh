#!/bin/sh
# Builds hms-server_VERSION_amd64.deb on a bare Debian 12: hms-admin with its own Python, and the services.
#
#   sh installer/server/build.sh OUT [VERSION]
#
# OUT      the folder that receives the package
# VERSION  of the package; the program's own by default. IT gives another to a package that is built anew: 0.1.0+1.
#
# HMS_MAINTAINER  who answers for the package in this hospital: "Hospital IT <it@hospital.example>"
# HMS_FROZEN      a folder that installer/freeze/build.sh admin has filled already
#
# The same commit gives the same package, byte by byte. installer/raspberry/repository.sh keeps it in a signed repository.
set -eu
umask 022

[ $# = 1 ] || [ $# = 2 ] || { sed -n '2,12s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
house=$(cd "$here/../.." && pwd)
version=${2:-$(sed -n 's/^version = "\(.*\)"$/\1/p' "$house/pyproject.toml")}
maintainer=${HMS_MAINTAINER:-Hospital IT <it@hospital.example>}
mkdir -p "$1"
out=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=$work/package
manual=$package/usr/share/doc/hms-server

# The time of the last change, so that two builds of it do not differ.
if [ -z "${SOURCE_DATE_EPOCH:-}" ]; then
    SOURCE_DATE_EPOCH=$(git -C "$house" log -1 --format=%ct 2>/dev/null || stat -c %Y "$house/pyproject.toml")
fi
export SOURCE_DATE_EPOCH

lay_program() {
    frozen=${HMS_FROZEN:-$work/frozen}
    [ -d "$frozen/hms-admin" ] || sh "$house/installer/freeze/build.sh" admin "$frozen"
    mkdir -p "$package/opt"
    cp -R "$frozen/hms-admin" "$package/opt/hms-server"
    # Programs are executed, libraries and fonts are read.
    find "$package/opt/hms-server" -type f \( -name '*.so' -o -name '*.so.*' -o -name '*.ttf' \) -exec chmod 0644 {} +
    for told in licences sbom.cdx.json; do
        [ -e "$package/opt/hms-server/$told" ] || { echo "The packed program has no $told." >&2; exit 1; }
    done
}

lay_papers() {
    date=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
    mkdir -p "$package/usr/share/man/man8"
    sed "s/@VERSION@/$version/; s/@DATE@/$date/" "$here/debian/hms-admin.8" | gzip -9n \
        >"$package/usr/share/man/man8/hms-admin.8.gz"
    {
        printf 'hms-server (%s) stable; urgency=medium\n\n  * The server as of this version.\n\n' "$version"
        printf ' -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
    } | gzip -9n >"$manual/changelog.gz"
}

# Every library of the folder was built for this glibc or an older one; apt refuses a machine that has not got it.
newest_glibc() {
    find "$package/opt/hms-server" -type f \( -name '*.so*' -o -perm -u+x \) -exec grep -aoh 'GLIBC_2\.[0-9]*' {} + |
        sed 's/GLIBC_//' | sort -uV | tail -1
}

lay_control() {
    mkdir "$package/DEBIAN"
    install -m 0755 "$here/debian/postinst" "$here/debian/prerm" "$here/debian/postrm" "$package/DEBIAN/"
    install -m 0644 "$here/debian/conffiles" "$package/DEBIAN/"
    (cd "$package" && find . -type f ! -path './DEBIAN/*' ! -path './etc/*' -printf '%P\0' | LC_ALL=C sort -z |
        xargs -0 md5sum) >"$package/DEBIAN/md5sums"
    sed -e "s/@VERSION@/$version/; s/@MAINTAINER@/$maintainer/; s/@GLIBC@/$(newest_glibc)/" \
        -e "s/@SIZE@/$(du -k -s --apparent-size "$package" | cut -f1)/" \
        "$here/debian/control" >"$package/DEBIAN/control"
}

sh "$here/lay.sh" "$package"
lay_program
lay_papers
lay_control
find "$package" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
# One thread: how many there are would show in the package. The lowest level: a tenth larger, in a quarter of the time.
dpkg-deb --root-owner-group --threads-max=1 -Zxz -z1 --build "$package" "$out/hms-server_${version}_amd64.deb" >/dev/null
echo "$out/hms-server_${version}_amd64.deb"
