#!/bin/sh
# Writes the lock files of this folder anew from the ranges in pyproject.toml: all programs get the same versions,
# with the hashes of every platform's files, and no file names the host that served them. Needs uv.
#
#   sh installer/requirements/lock.sh [--upgrade]
set -eu
cd "$(dirname "$0")/../.."

lock() {
    name=$1
    shift
    uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-emit-package hms-desktop \
        --custom-compile-command "sh installer/requirements/lock.sh" \
        --output-file "installer/requirements/$name.txt" "$@"
}

lock dev --extra dev "$@"
for program in desktop:desktop,embedded kiosk:kiosk check-in:check-in admin:admin,embedded build:build bench:bench; do
    extras=$(printf '%s' "${program#*:}" | sed 's/\([a-z-]*\),*/--extra \1 /g')
    # shellcheck disable=SC2086 # the extras are words of their own
    lock "${program%%:*}" $extras --constraint installer/requirements/dev.txt
done
