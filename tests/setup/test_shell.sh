#!/usr/bin/env bash
# Shell scripts parse, and the linter finds nothing where it is installed.
# shellcheck source=tests/setup/check.sh disable=SC2154
. "$(dirname "$0")/check.sh"
cd "$root" || exit 1
scripts=(run test .ci/run cmake/setup.sh translations/update resources/tools/setup.sh tests/setup/*.sh)
for script in "${scripts[@]}"; do bash -n "$script" || bad "$script does not parse"; done
for script in run test .ci/run translations/update; do [ -x "$script" ] || bad "$script is not executable"; done
if command -v shellcheck >/dev/null; then shellcheck -x "${scripts[@]}" || bad "shellcheck"; fi
finish
