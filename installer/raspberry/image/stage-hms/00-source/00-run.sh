#!/bin/bash -e
# The hospital's repository and its key.
install -D -m 0644 ../files/hms-archive-keyring.gpg "${ROOTFS_DIR}/usr/share/keyrings/hms-archive-keyring.gpg"
install -D -m 0644 ../files/hms.sources "${ROOTFS_DIR}/etc/apt/sources.list.d/hms.sources"
on_chroot <<CHROOT
apt-get update
CHROOT
