#!/bin/bash -e
# The root becomes an overlay in memory; what a screen must keep lies on a partition of its own.
install -m 0755 files/hms-data "${ROOTFS_DIR}/usr/sbin/hms-data"
install -m 0644 files/hms-data.service "${ROOTFS_DIR}/usr/lib/systemd/system/hms-data.service"
install -D -m 0644 files/hms-data.conf "${ROOTFS_DIR}/usr/lib/systemd/system/hms-kiosk.service.d/hms-data.conf"
install -D -m 0644 files/volatile.conf "${ROOTFS_DIR}/etc/systemd/journald.conf.d/hms-volatile.conf"
echo 'overlayroot="tmpfs:recurse=0"' >"${ROOTFS_DIR}/etc/overlayroot.conf"
on_chroot <<CHROOT
systemctl enable hms-data.service
systemctl mask rpi-resize.service # the rest of the card is the screen's
update-initramfs -u
CHROOT
