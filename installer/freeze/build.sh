#!/bin/sh
# Packs the programs with their own Python, for this system, on a bare Debian 12.
#
#   sh installer/freeze/build.sh desktop OUT   OUT/hms-desktop: desktop, admin, kiosk and the embedded PostgreSQL
#   sh installer/freeze/build.sh admin OUT     OUT/hms-admin: hms-admin without Qt, for servers
#
# All that goes in comes from the hashed lock files; the same commit gives the same bytes. PYTHON names another Python.
set -eu

[ $# = 2 ] || { echo "Usage: sh installer/freeze/build.sh desktop|admin OUT" >&2; exit 2; }
mkdir -p "$2"
out=$(cd "$2" && pwd)
cd "$(dirname "$0")/../.."
. installer/system_packages.sh
python=${PYTHON:-python3}

case $1 in
desktop) locks="desktop admin" libraries="$QT_LIBRARIES espeak-ng" programs="hms-desktop hms-admin hms-kiosk" ;;
admin) locks="admin" libraries="" programs="hms-admin" ;;
*) die "There is no package $1." ;;
esac

# PyInstaller reads libraries with objdump, and takes the one of Python along, which Debian keeps in a package of its own.
if command -v dpkg-query >/dev/null 2>&1; then
    # shellcheck disable=SC2086 # the names are words of their own
    install_packages ca-certificates python3-venv binutils "libpython3.11|libpython3.13" $libraries
fi

PYTHONHASHSEED=1 # the order in sets goes into the compiled modules
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y pyproject.toml)}
LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PYINSTALLER_CONFIG_DIR=$work/cache
export PYTHONHASHSEED SOURCE_DATE_EPOCH LC_ALL PYINSTALLER_CONFIG_DIR
unset PYTHONPATH QT_QPA_PLATFORM

"$python" -m venv "$work/venv"
install() { "$work/venv/bin/python" -m pip --quiet --disable-pip-version-check --no-input install --root-user-action ignore "$@"; }
for lock in $locks build; do
    install --require-hashes --only-binary :all: -r "installer/requirements/$lock.txt"
done
mkdir "$work/source" # so that setuptools leaves nothing in the checkout
tar --exclude=__pycache__ -cf - pyproject.toml README.md LICENSE hms_desktop display_kiosk | tar -xf - -C "$work/source"
install --no-deps --no-build-isolation "$work/source"

say "Packing hms-$1"
"$work/venv/bin/python" -m PyInstaller --noconfirm --log-level WARN --distpath "$work/dist" --workpath "$work/work" \
    "installer/freeze/$1.spec"
folder=$out/hms-$1
rm -rf "$folder"
mv "$work/dist/hms-$1" "$folder"

# What a Linux desktop shows the program by: IT copies share/ into /usr/local/share.
if [ "$1" = desktop ]; then
    install_as() { mkdir -p "$(dirname "$2")" && cp "$1" "$2"; }
    install_as installer/freeze/hms-desktop.desktop "$folder/share/applications/hms-desktop.desktop"
    install_as resources/program/hms.svg "$folder/share/icons/hicolor/scalable/apps/hms-desktop.svg"
fi

# What everything in the folder is, and its licences.
supply() {
    what=$1
    shift
    for lock in $locks; do
        set -- --lock "installer/requirements/$lock.txt" "$@"
    done
    "$python" "installer/supply/$what.py" --site "$work"/venv/lib/python3*/site-packages --payload "$folder" "$@"
}
supply licences --out "$folder/licences"
supply sbom --name "hms-$1" --out "$folder/sbom.cdx.json"

for program in $programs; do
    say "$program --selftest"
    "$folder/$program" --selftest || die "$program is not whole: see above."
done
say "$folder: $(du -sm "$folder" | cut -f1) MB"
