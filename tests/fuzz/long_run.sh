#!/usr/bin/env bash
# long_run.sh [N] [TARGET...]: N mutated inputs (100,000 without it) of each fuzz target, or of those named. What breaks
# something is kept in corpus/TARGET, where the test fuzz.TARGET tries it again ever after. MICA_FUZZ_SEED: another seed.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
programs=${MICA_FUZZ_PROGRAMS:-$root/build/asan/bin}
runs=100000
case ${1:-} in [0-9]*) runs=$1; shift ;; esac
if [ $# -eq 0 ]; then
    for source in "$here"/fuzz_*.cpp; do
        name=$(basename "$source" .cpp)
        set -- "$@" "${name#fuzz_}"
    done
fi
export LSAN_OPTIONS=suppressions=$root/tests/lsan.supp:print_suppressions=0
status=0
for target; do
    program=$programs/fuzz-$target
    [ -x "$program" ] || { echo "$program is not built: cmake --preset asan && cmake --build --preset asan" >&2; exit 2; }
    mkdir -p "$here/corpus/$target"
    start=$SECONDS
    printf '%s: ' "$target"
    "$program" --runs "$runs" --seed "${MICA_FUZZ_SEED:-2}" --go-on --keep "$here/corpus/$target" \
        --dictionary "$here/dictionaries/$target.dict" "$here/corpus/$target" || status=1
    echo "$target took $((SECONDS - start)) s"
done
exit $status
