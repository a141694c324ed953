#!/usr/bin/env bash
# check_driver.sh PROGRAM: the driver finds each fault of check_driver.cpp, names the input and fails; sound inputs pass.
set -u
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
bad() { echo "$*" >&2; exit 1; }
# expect INPUT WORDS: the run fails and says WORDS and the input's name
expect() {
    printf %s "$1" >"$folder/$1"
    if "$program" "$folder/$1" >"$folder/said" 2>&1; then bad "$1 was not found"; fi
    grep -qF "$2" "$folder/said" || { cat "$folder/said" >&2; bad "$1: not said \"$2\""; }
    grep -qF "$folder/$1: " "$folder/said" || bad "$1: the input is not named"
}
program=$1
expect past heap-buffer-overflow
expect overflow "signed integer overflow"
expect throw "another exception than mica::Error: a length"
expect memory "more than 10 times its size + 64 MiB"
expect leak "leaves memory behind"
expect promise "broken promise: this one"
expect hang "more than a second of processor time"
printf error >"$folder/error"
"$program" --runs 200 --keep "$folder" "$folder/error" >/dev/null || bad "sound inputs do not pass"
# A mutation that breaks something is kept, goes on being found, and the run goes on after it.
mkdir "$folder/corpus" "$folder/kept"
printf 'leaks' >"$folder/corpus/near"
"$program" --runs 20000 --go-on --keep "$folder/kept" "$folder/corpus" >/dev/null 2>&1 && bad "no mutation of \"leaks\" leaked"
cmp -s <(printf leak) "$folder"/kept/broke-* || bad "the mutation was not kept"
