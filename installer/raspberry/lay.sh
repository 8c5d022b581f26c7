#!/bin/sh
# Lays the files of the table `files` under DIR, as the package has them.
#
#   sh installer/raspberry/lay.sh DIR
set -eu
umask 022

[ $# = 1 ] || { sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
house=$(cd "$here/../.." && pwd)
root=$1

grep -v '^#' "$here/files" | while read -r mode from to; do
    if [ -d "$house/$from" ]; then
        mkdir -p "$root$to"
        cp -R "$house/$from/." "$root$to/"
        find "$root$to" -name __pycache__ -prune -exec rm -r {} +
        find "$root$to" -type f -exec chmod "$mode" {} +
    else
        install -D -m "$mode" "$house/$from" "$root$to"
    fi
done
ln -s /usr/bin/python3 "$root/opt/hms-kiosk/bin/python"
install -d "$root/usr/bin"
ln -s /opt/hms-kiosk/bin/hms-kiosk "$root/usr/bin/hms-kiosk"
