#!/usr/bin/env bash
# No text of the window is untranslated, and no translation loses what its source has.
# shellcheck source=tests/setup/check.sh disable=SC2154
. "$(dirname "$0")/check.sh"
lupdate=/usr/lib/qt6/bin/lupdate
[ -x "$lupdate" ] || lupdate=$(command -v lupdate) || skip "no lupdate here (qt6-l10n-tools)"
/usr/bin/python3 "$root/tests/setup/translations.py" "$root" "$lupdate"
