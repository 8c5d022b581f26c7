#!/bin/sh
# Makes a Windows of Wine's in a folder, with what Windows 10 has and Debian's Wine 8 lacks.
#
#   sh installer/windows/prefix.sh FOLDER
#
# Needs wine and gcc-mingw-w64-x86-64-win32.
set -eu

[ $# = 1 ] || { echo "usage: sh installer/windows/prefix.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd -P)
cd "$(dirname "$0")/../.."
# shellcheck source=installer/windows/wine.sh
. installer/windows/wine.sh
use_wine "$folder"

windows wineboot -i
windows winecfg -v win10
wineserver -w # until then its files may still come
system=$folder/drive_c/windows/system32
library() { x86_64-w64-mingw32-gcc-win32 -shared -O1 -s -o "$system/$1.dll" "installer/windows/$1.c" -ladvapi32; }
[ -e "$system/icuuc.dll" ] || library icuuc
[ -e "$system/bcryptprimitives.dll" ] || library bcryptprimitives
python3 -m installer.windows.complex_numbers "$system/ucrtbase.dll"
