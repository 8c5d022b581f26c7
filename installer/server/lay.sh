#!/bin/sh
# Lays everything of the package hms-server but the packed program under DIR.
#
#   sh installer/server/lay.sh DIR
set -eu
umask 022

[ $# = 1 ] || { sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
root=$1
manual=$root/usr/share/doc/hms-server

lay() { install -D -m 0644 "$here/$1" "$root$2"; }

for unit in hms-worker hms-monitor hms-relay; do
    lay "systemd/$unit.service" "/usr/lib/systemd/system/$unit.service"
done
lay sysusers.d/hms-server.conf /usr/lib/sysusers.d/hms-server.conf
lay tmpfiles.d/hms-server.conf /usr/lib/tmpfiles.d/hms-server.conf
lay default/hms-monitor /etc/default/hms-monitor
lay debian/README.Debian /usr/share/doc/hms-server/README.Debian
lay debian/copyright /usr/share/doc/hms-server/copyright
lay debian/lintian-overrides /usr/share/lintian/overrides/hms-server
for example in worker monitor; do
    lay "examples/$example.toml" "/usr/share/doc/hms-server/examples/$example.toml"
done
install -d "$root/usr/bin" "$manual"
ln -s /opt/hms-server/hms-admin "$root/usr/bin/hms-admin"
