#!/usr/bin/env bash
# README's commands exist: each `./run COMMAND ... --option` in it names a command and options that the program has,
# and each folder and file that it links to is there.
# shellcheck source=tests/setup/check.sh disable=SC2154
. "$(dirname "$0")/check.sh"
cd "$root" || exit 1
mica=${MICA_PROGRAM:?the program mica}
[ -x "$mica" ] || bad "$mica is not built"
lines=$(sed -n 's/^ *\(\$ \)\{0,1\}\.\/run \([a-z][^#|>]*\).*/\2/p' README.md)
[ -n "$lines" ] || bad "README names no command of ./run"
while read -r -a words; do
    command=() options=()
    for word in "${words[@]}"; do
        case "$word" in
        --*) options+=("${word%%=*}") ;;
        # a command or, after import, its kind; what stands behind them are values
        *) [ "${#options[@]}" -gt 0 ] || [ "${#command[@]}" -ge 2 ] || { [ "${#command[@]}" = 1 ] && [ "${command[0]}" != import ]; } ||
            command+=("$word") ;;
        esac
    done
    help=$("$mica" "${command[@]}" --help 2>&1) || bad "README: mica ${command[*]} --help fails: $help"
    for option in "${options[@]}"; do
        grep -qE -- "(^|[ ,])$option([ ,:=]|$)" <<<"$help" || bad "README: mica ${command[*]} has no option $option"
    done
done <<<"$lines"
while read -r link; do
    [ -e "$link" ] || bad "README links to $link, which is not there"
done < <(grep -oE '\]\([^)#:]+\)' README.md docs/*.md | sed 's/^\([^:]*\):](\(.*\))$/\1 \2/' |
    while read -r file link; do echo "$(dirname "$file")/$link"; done)
for folder in datasets core bench widgets app resources translations tests cmake docs; do
    grep -q "$folder/" README.md || bad "README does not say what $folder/ is"
done
finish
