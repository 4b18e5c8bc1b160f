#!/bin/sh
# Writes the names and versions of installed packages as CSV: sh collect-versions.sh > versions.csv
set -eu
echo 'name,version'
if command -v dpkg-query >/dev/null 2>&1; then
  dpkg-query --show --showformat='${Package},${Version}\n'
elif command -v rpm >/dev/null 2>&1; then
  rpm --query --all --queryformat '%{NAME},%{VERSION}-%{RELEASE}\n' | sort
elif command -v apk >/dev/null 2>&1; then
  apk list --installed 2>/dev/null | sed -E 's/ .*//; s/-([0-9][^-]*-r[0-9]+)$/,\1/'
else
  echo 'No package manager that this script knows.' >&2
  exit 1
fi
