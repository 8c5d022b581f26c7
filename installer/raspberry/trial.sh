#!/bin/sh
# Makes an emulated Raspberry Pi's system under ROOT, in which the package can be tried without a Raspberry Pi: Debian 13
# for arm64 with what the package needs. Takes ten minutes and 1 GB; for administrators (root) of a Debian machine.
#
#   sudo sh installer/raspberry/trial.sh ROOT [MIRROR]
#
# Emulation proves imports and packaging; it proves nothing about the graphics, HDMI, sound or speed of a real one.
set -eu

[ $# = 1 ] || [ $# = 2 ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source-path=SCRIPTDIR source=../system_packages.sh
. "$here/../system_packages.sh"
install_packages arch-test mmdebstrap qemu-user-static
if ! arch-test arm64 >/dev/null; then # a system without systemd has not told its kernel of qemu
    mountpoint -q /proc/sys/fs/binfmt_misc || mount -t binfmt_misc none /proc/sys/fs/binfmt_misc
    cat /usr/lib/binfmt.d/qemu-aarch64.conf >/proc/sys/fs/binfmt_misc/register
fi
packages=$(sed '/^#/d' "$here/packages.txt" | paste -s -d,)
mmdebstrap --architectures=arm64 --variant=minbase --include="ca-certificates,$packages" trixie "$@"
