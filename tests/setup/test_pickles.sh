#!/usr/bin/env bash
# Pickles that Python itself writes, of every protocol and form, give one set; what is exported opens with Python.
# MICA_PYTHON: another Python with numpy than the one of Debian, which ./test installs.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=${MICA_PYTHON:-/usr/bin/python3}
program=${MICA_PROGRAM:-}
[ -x "$program" ] || { echo "skipped: the program is not built"; exit 77; }
"$python" -c 'import numpy' 2>/dev/null || { echo "skipped: $python has no numpy (python3-numpy)"; exit 77; }
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
"$python" -W ignore "$here/pickles.py" "$program" "$folder"
