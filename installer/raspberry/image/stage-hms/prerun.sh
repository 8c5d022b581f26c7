#!/bin/bash -e
# pi-gen asks each stage to begin with the system of the stage before.
if [ ! -d "${ROOTFS_DIR}" ]; then
    copy_previous
fi
