#!/bin/sh
# Tells which security headers a web page lacks: sh check-headers.sh https://www.example.jp/
set -eu
address="${1:?give the address of a page}"
headers="$(curl --silent --show-error --head --max-time 20 "$address" | tr 'A-Z' 'a-z')"
missing=0
for name in strict-transport-security content-security-policy x-content-type-options referrer-policy; do
  case "$headers" in
    *"$name:"*) echo "ok      $name" ;;
    *) echo "missing $name"; missing=1 ;;
  esac
done
exit "$missing"
