#!/bin/sh
# Makes a waiting-room screen of a Raspberry Pi with Debian 13 or Raspberry Pi OS (trixie), Lite is enough.
#
#   sudo sh installer/raspberry/install.sh --pairing FILE [--certificate FILE] [--session cage|eglfs] [--stage DIR]
#   sudo sh installer/raspberry/install.sh --check-in FILE [the same]
#
# --pairing      what `hms-admin kiosk image` has written
# --check-in     what `hms-admin kiosk add NAME --check-in` has written: this is the touch screen at the entrance
# --certificate  the authority of the hospital's server; it becomes /etc/hms/ca.pem, which the pairing file must name
# --stage DIR    lay the files under DIR and change nothing else: for building images, and for tests
set -eu

here=$(cd "$(dirname "$0")" && pwd)
house=$(cd "$here/../.." && pwd)
pairing='' check_in='' certificate='' session='' stage=''
while [ $# -gt 0 ]; do
    case "$1" in
    --pairing) pairing=$2 ;;
    --check-in) check_in=$2 ;;
    --certificate) certificate=$2 ;;
    --session) session=$2 ;;
    --stage) stage=$2 ;;
    *)
        sed -n '2,11s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
    esac
    shift 2
done
if [ ! -r "${check_in:-$pairing}" ] || [ -n "$check_in" ] && [ -n "$pairing" ]; then
    echo "Say with --pairing which file hms-admin kiosk image has written, or with --check-in which one kiosk add has." >&2
    exit 2
fi
lock=kiosk
[ -z "$check_in" ] || lock=check-in
[ -n "$session" ] || session=$(sh "$here/model")

lay() { install -D -m "$1" "$2" "$stage$3"; }

lay 0644 "$here/systemd/hms-kiosk.service" /etc/systemd/system/hms-kiosk.service
lay 0644 "$here/sysusers.d/hms-kiosk.conf" /usr/lib/sysusers.d/hms-kiosk.conf
lay 0644 "$here/tmpfiles.d/hms-kiosk.conf" /usr/lib/tmpfiles.d/hms-kiosk.conf
lay 0755 "$here/session" /opt/hms-kiosk/libexec/session
lay 0644 "$here/README.md" /opt/hms-kiosk/README.md
[ -z "$pairing" ] || lay 0640 "$pairing" /etc/hms/pairing.toml
[ -z "$check_in" ] || lay 0600 "$check_in" /var/lib/hms-kiosk/kiosk.toml
[ -z "$certificate" ] || lay 0644 "$certificate" /etc/hms/ca.pem
install -d "$stage/etc/hms"
{
    echo "KIOSK_SESSION=$session"
    [ -z "$check_in" ] || echo "KIOSK_CHECK_IN=yes"
} >"$stage/etc/hms/session.env"
if [ -n "$stage" ]; then
    exit 0
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update
# shellcheck disable=SC2046 # a package a word
apt-get install -y --no-install-recommends $(sed 's/#.*//' "$here/packages.txt")
python3 -m venv --system-site-packages /opt/hms-kiosk
# Qt comes from Debian; everything else in the lock of the kiosk from its hashed files.
sh "$here/without_qt" "$house/installer/requirements/$lock.txt" >/opt/hms-kiosk/requirements.txt
/opt/hms-kiosk/bin/pip install --require-hashes --no-deps -r /opt/hms-kiosk/requirements.txt
# The program lies beside its fonts and sounds; no screen of the desk and no pharmacy comes along.
rm -rf /opt/hms-kiosk/house
install -d /opt/hms-kiosk/house/hms_desktop
cp -R "$house/display_kiosk" "$house/resources" "$house/pyproject.toml" "$house/README.md" "$house/LICENSE" \
    /opt/hms-kiosk/house/
cp -R "$house/hms_desktop/__init__.py" "$house/hms_desktop/core" "$house/hms_desktop/clinic" \
    /opt/hms-kiosk/house/hms_desktop/
/opt/hms-kiosk/bin/pip install --no-deps --editable /opt/hms-kiosk/house
rm -f /opt/hms-kiosk/bin/hms-admin /opt/hms-kiosk/bin/hms-desktop # their other parts are not here
systemd-sysusers /usr/lib/sysusers.d/hms-kiosk.conf
systemd-tmpfiles --create /usr/lib/tmpfiles.d/hms-kiosk.conf
[ -z "$check_in" ] || chown hms-kiosk:hms-kiosk /var/lib/hms-kiosk/kiosk.toml
if command -v raspi-config >/dev/null; then
    raspi-config nonint do_blanking 1 # 1 is off
fi
if [ -d /run/systemd/system ]; then # not while an image is built
    systemctl daemon-reload
fi
systemctl set-default graphical.target
systemctl disable getty@tty1.service
systemctl enable hms-kiosk.service
echo "Done. Start it with: systemctl start hms-kiosk."
[ -n "$check_in" ] || echo "The screen shows a code; compare it under Displays, Pairing."
