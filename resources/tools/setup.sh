#!/usr/bin/env bash
# shellcheck disable=SC2015
# Installs the tool environment of `mica sweep` (Optuna) into FOLDER: setup.sh FOLDER. Made beside and renamed, so what
# stands at its place is complete; one start at a time. Says everything on standard error; a failure is one sentence.
set -u
place=${1:?}
wanted=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/optuna.txt
beside=$place.part
log=$place.log
mib=400

say() { printf '%s\n' "$*" >&2; }
fail() { printf 'mica: %s\n' "$*" >&2; exit 1; }
trap 'say "mica: interrupted; the next start goes on from here."; exit 130' INT TERM

mkdir -p "$(dirname "$place")" 2>/dev/null && [ -w "$(dirname "$place")" ] ||
    fail "The folder $(dirname "$place") cannot be written: give yourself the right to, or choose another place (XDG_CACHE_HOME)."
exec 9>"$place.lock" || fail "$place.lock cannot be written: give yourself the right to, and start again."
if command -v flock >/dev/null && ! flock -n 9; then
    say "Another start is at work on the same; waiting for it ..."
    flock 9
fi
[ ! -e "$place" ] || exit 0 # made by the other start
python=/usr/bin/python3
[ -x "$python" ] || python=$(command -v python3) || fail "Sweeps search with Optuna in Python 3, which is missing: install the package python3."
"$python" -m pip --version >/dev/null 2>&1 || fail "Optuna is installed with pip, which is missing: install the package python3-pip."
free=$(df --output=avail -BM "$(dirname "$place")" 2>/dev/null | tail -n 1 | tr -dc 0-9)
[ -z "$free" ] || [ "$free" -ge "$mib" ] ||
    fail "The disk of $place has $free MiB free and the search engine needs $mib MiB: free some space and start again."
rm -rf "$beside" || fail "$beside cannot be removed: delete it and start again."
mkdir -p "$beside/tmp" || fail "$beside cannot be written: give yourself the right to, and start again."
say "Installing the search engine Optuna (once, some 40 MB to load) ..."
# in the background, so that a signal is taken at once
TMPDIR=$beside/tmp PIP_BREAK_SYSTEM_PACKAGES=1 "$python" -m pip install --quiet --no-input --disable-pip-version-check \
    --no-cache-dir --no-deps --only-binary :all: --target "$beside/site" -r "$wanted" </dev/null >"$log" 2>&1 &
pip=$!
trap 'kill "$pip" 2>/dev/null; wait "$pip"; rm -rf "$beside"; say "mica: interrupted; the next start begins this anew."; exit 130' INT TERM
wait "$pip" || {
    rm -rf "$beside"
    if grep -qiE "no space left|errno 28" "$log"; then
        fail "The disk filled up while Optuna was installed: free $mib MiB on the disk of $place and start again."
    elif grep -qiE "temporary failure|name or service|connection|timed out|max retries|proxy|unreachable" "$log"; then
        fail "The Python package index cannot be reached for Optuna: check the network and start again, or set MICA_TOOLS to a folder that has it (see $log)."
    elif grep -qiE "no matching distribution|not a supported wheel" "$log"; then
        fail "There are no wheels of Optuna or what it needs for this Python or processor: set MICA_TOOLS to a Python environment that has Optuna (see $log)."
    fi
    fail "pip could not install Optuna: mend what the end of $log names and start again, or set MICA_TOOLS to a folder that has it."
}
PYTHONPATH=$beside/site "$python" -c 'import optuna' >>"$log" 2>&1 ||
    fail "Optuna was installed and does not start: see the end of $log, or set MICA_TOOLS to a Python environment that has Optuna."
mv "$beside/site" "$place" || fail "$place cannot be written: give yourself the right to, and start again."
rm -rf "$beside"
