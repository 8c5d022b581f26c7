#!/bin/sh
# Makes a Windows of Wine's in a folder, with what Windows 10 has and Debian 12's Wine 8 lacks.
#
#   sh installer/windows/prefix.sh FOLDER
#
# FOLDER/programs/lib/wine/wine64 then starts programs. Needs wine and gcc-mingw-w64-x86-64-win32.
set -eu

[ $# = 1 ] || { echo "usage: sh installer/windows/prefix.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd -P)
cd "$(dirname "$0")/../.."
# shellcheck source=installer/windows/wine.sh
. installer/windows/wine.sh
use_wine "$folder"

# Wine looks for its libraries beside itself: links to Debian's, with copies of what is changed or asks where it lies.
debians=/usr/lib/x86_64-linux-gnu/wine
beside=$folder/programs/lib/x86_64-linux-gnu
mkdir -p "$folder/programs/lib/wine" "$folder/programs/share" "$beside"
cp /usr/lib/wine/wine64 "$folder/programs/lib/wine/"
ln -s /usr/share/wine "$folder/programs/share/wine"
cp -rs "$debians" "$beside/"
for copied in x86_64-unix/ntdll.so x86_64-windows/ntdll.dll x86_64-windows/ucrtbase.dll; do
    cp --remove-destination "$debians/$copied" "$beside/wine/$copied"
done
python3 -m installer.windows.wine_gaps "$beside/wine/x86_64-windows"

windows wineboot -i
windows winecfg -v win10
wineserver -w # until then its files may still come
library() {
    x86_64-w64-mingw32-gcc-win32 -shared -O1 -s -o "$folder/drive_c/windows/system32/$1.dll" \
        "installer/windows/$1.c" -ladvapi32
}
library icuuc
library bcryptprimitives
