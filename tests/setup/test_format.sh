#!/usr/bin/env bash
# Every source is as clang-format 14 (.clang-format) leaves it; skipped where that is not installed.
# shellcheck source=tests/setup/check.sh disable=SC2154
. "$(dirname "$0")/check.sh"
cd "$root" || exit 1
format=$(command -v clang-format-14 || command -v clang-format) || skip "no clang-format here"
"$format" --version | grep -q 'version 14\.' || skip "clang-format is not version 14"
while read -r file; do
    "$format" --dry-run --Werror "$file" 2>/dev/null || bad "$file: run clang-format -i on it"
done < <(find app bench core datasets widgets tests -name '*.h' -o -name '*.cpp' | sort)
finish
