#!/bin/bash -e
# The login that new screens ask through, and the hospital's settings; a builder that is a Raspberry Pi asks the screen at once.
install -m 0640 ../files/pairing.toml "${ROOTFS_DIR}/etc/hms/pairing.toml"
install -m 0644 ../files/ca.pem "${ROOTFS_DIR}/etc/hms/ca.pem"
if [ -e ../files/station.toml ]; then
    install -m 0644 ../files/station.toml "${ROOTFS_DIR}/etc/hms/station.toml"
fi
on_chroot <<CHROOT
systemd-tmpfiles --create hms-kiosk.conf
raspi-config nonint do_blanking 1 # 1 is off
CHROOT
if [ "$(uname -m)" = aarch64 ]; then # under qemu nothing could speak (Qt starts no program there)
    on_chroot <<CHROOT
hms-kiosk --selftest
CHROOT
fi
# The console's own saver, which draws before anybody is logged in.
if ! grep -q consoleblank= "${ROOTFS_DIR}/boot/firmware/cmdline.txt"; then
    sed -i 's/$/ consoleblank=0/' "${ROOTFS_DIR}/boot/firmware/cmdline.txt"
fi
