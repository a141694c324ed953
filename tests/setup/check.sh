# shellcheck shell=bash disable=SC2034
# Sourced by the tests of this folder: root= is the source tree, `bad TEXT` notes a failure, `finish` ends the test.
set -u
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
failures=0
bad() { printf 'FAILED: %s\n' "$*"; failures=$((failures + 1)); }
finish() { [ "$failures" -eq 0 ] && exit 0; printf '%s failed\n' "$failures"; exit 1; }
skip() { printf 'skipped: %s\n' "$*"; exit 77; }
