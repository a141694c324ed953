#!/usr/bin/env bash
# ./run in a small copy of the tree, with stand-ins for the programs that would change the machine: what it does
# at a first and a second start, exit codes, and that each missing thing ends in one sentence and exit code 1.
# shellcheck source=tests/setup/check.sh disable=SC2015,SC2016,SC2154
. "$(dirname "$0")/check.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree="$work/a tree"
mkdir -p "$tree/cmake" "$work/bin" "$work/home" "$work/torch/include/ATen" "$work/torch/lib"
cp "$root/run" "$root/test" "$tree/"
cp "$root/cmake/setup.sh" "$root/cmake/packages.txt" "$tree/cmake/"
touch "$tree/CMakeLists.txt" "$tree/CMakePresets.json" "$work/torch/include/ATen/ATen.h" "$work/torch/lib/libtorch_cpu.so"
mkdir "$tree"/{app,core,datasets,widgets,resources,translations,tests}

stub() {  # stub NAME: a program from standard input; each call is noted in calls
    { printf '#!/bin/bash\necho "%s $*" >>"%s"\n' "$1" "$work/calls"; cat; } >"$work/bin/$1"
    chmod +x "$work/bin/$1"
}
stub_good() {
    stub dpkg-query <<<'shift 3; for p; do [ -e "'"$work"'/without" ] || echo "installed $p"; done'
    stub apt-get <<<'[ "${*: -1}" = update ] || rm -f "'"$work"'/without"; echo noise'
    stub dpkg </dev/null
    stub cmake <<<'mkdir -p build/release; echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >build/release/CMakeCache.txt
        echo "${3#-D}" >>build/release/CMakeCache.txt; touch build/release/build.ninja; echo configured'
    stub ninja <<'END'
mkdir -p "$2/bin"
printf '#!/bin/bash\necho "mica $*"; [ "$1" != train ] || { mkdir -p "$9"; touch "$9/run.toml"; }; [ "$1" != sample ] || touch "$3/sample.h5"; exit "${STUB_EXIT:-0}"\n' >"$2/bin/mica"
printf '#!/bin/bash\necho "window $*"\n' >"$2/bin/mica-workbench"
chmod +x "$2/bin/"*; echo built
END
    stub id <<<'echo "${STUB_ID:-0}"'
    stub sudo <<<'exit "${STUB_SUDO:-0}"'
    stub df <<<'printf "Avail\n%sM\n" "${STUB_FREE:-90000}"'
}
start() {  # start [NAME=VALUE...] -- ARGS...: sets status, out (standard output) and err (standard error)
    local variables=()
    while [ "$1" != -- ]; do variables+=("$1"); shift; done
    shift
    : >"$work/calls"
    (cd / && env -u DISPLAY -u WAYLAND_DISPLAY -u XDG_CACHE_HOME -u XDG_DATA_HOME -u PIP_FIND_LINKS -u PIP_INDEX_URL \
        HOME="$work/home" PATH="$work/bin:/usr/bin:/bin" MICA_TORCH="$work/torch" "${variables[@]}" "$tree/run" "$@") \
        </dev/null >"$work/out" 2>"$work/err"
    status=$? out=$(cat "$work/out") err=$(cat "$work/err")
}
one_sentence() {  # one_sentence WHAT PATTERN: exit 1, and a last line "mica: ..." of one sentence that has the pattern
    local last=${err##*$'\n'} count
    count=$(grep -c '^mica: ' <<<"$err")
    [ "$status" = 1 ] || bad "$1: exit $status, not 1 ($err)"
    [[ $count = 1 && $last = mica:* ]] || bad "$1: not one sentence at the end: $err"
    grep -qE "$2" <<<"$last" || bad "$1: '$last' does not say '$2'"
    [ -z "$out" ] || bad "$1: wrote on standard output: $out"
}
calls() { grep -c "^$1 " "$work/calls"; }

stub_good
start -- golden --json "two words"
[ "$status" = 0 ] && [ "$out" = "mica golden --json two words" ] || bad "first start: exit $status, out '$out', err '$err'"
[ "$(calls cmake)" = 1 ] && [ "$(calls ninja)" = 1 ] && [ "$(calls apt-get)" = 0 ] || bad "first start: $(cat "$work/calls")"
start -- golden
[ "$(calls cmake)" = 0 ] && [ "$(calls ninja)" = 0 ] && [ -z "$err" ] || bad "second start builds again: $(cat "$work/calls") $err"
for code in 1 2 130; do
    start STUB_EXIT=$code -- x
    [ "$status" = "$code" ] || bad "exit code $code of the program comes out as $status"
done

sleep 0.01; touch "$tree/core/new.cpp"
start -- x
[ "$(calls ninja)" = 1 ] || bad "a new file is not built"
rm "$tree/core/new.cpp"
start -- x
[ "$(calls ninja)" = 1 ] || bad "a removed file is not noticed"
rm "$tree/build/release/bin/mica"
start -- x
[ "$status" = 0 ] && [ "$(calls ninja)" = 1 ] || bad "a removed program is not built again"
ln -s "$tree/run" "$work/link"
out=$(cd "$work" && HOME="$work/home" PATH="$work/bin:/usr/bin:/bin" MICA_TORCH="$work/torch" ./link x 2>&1 </dev/null)
[ "$out" = "mica x" ] || bad "through a symbolic link: $out"

start DISPLAY=:7 --
[ "$status" = 0 ] && [ "$out" = "window $work/home/.local/share/mica/sample/sample.h5" ] || bad "with a display: $out $err"
grep -q "mica sample" <<<"$err" || bad "the sample set is not made: $err"
start DISPLAY=:7 --
grep -q "sample set" <<<"$err" && bad "the sample set is made twice"
start --
run=$work/home/.local/share/mica/runs/sample-1 report=$work/home/.local/share/mica/reports/sample-1
[ "$status" = 0 ] && [ -z "$out" ] && grep -q "no display" <<<"$err" && grep -q "report is in $report" <<<"$err" ||
    bad "without a display: exit $status, $out, $err"
grep -q "mica train --data .* --out $run" <<<"$err" || bad "without a display it does not train: $err"
grep -q "window --report $run --data .*sample.h5 --to $report" <<<"$err" || bad "without a display no report: $err"
start --
grep -q "mica train" <<<"$err" && bad "a finished run is trained again"
rm "$run/.trained"
start --
grep -q "mica train .*--out $run --resume" <<<"$err" || bad "a cut-off run does not go on: $err"

touch "$work/without"
start -- x
[ "$status" = 0 ] && [ "$(calls apt-get)" = 2 ] && [ "$out" = "mica x" ] || bad "missing packages are not installed: $err"
touch "$work/without"
start STUB_ID=1000 STUB_SUDO=1 -- x
one_sentence "no right to sudo" "administrator.*apt-get install .*libhdf5-dev"
mkdir "$work/few"
for tool in bash env dirname readlink mkdir df id sed sort comm tail tr cat grep; do ln -s "$(command -v $tool)" "$work/few/$tool"; done
cp "$work/bin/"{id,dpkg-query,apt-get} "$work/few/" --remove-destination
start STUB_ID=1000 PATH="$work/few" -- x
one_sentence "no sudo" "no sudo here: as root, run apt-get install"
rm "$work/few/apt-get"
start PATH="$work/few" -- x
one_sentence "no Debian" "finds no apt-get here: use Debian 12"
start STUB_FREE=100 -- x
one_sentence "full disk" "has 100 MiB free and installing the Debian packages needs [0-9]+ MiB"
for row in "E: Failed to fetch http://x  Could not resolve host|check the network" \
    "E: You don't have enough free space in /var/cache/apt/archives/.|free [0-9]+ MiB" \
    "E: Unable to locate package libdlib-dev|use Debian 12" \
    "E: Could not get lock /var/lib/dpkg/lock-frontend|Another program" \
    "E: something else|mend what the end of .*setup.log names"; do
    stub apt-get <<<"echo \"${row%%|*}\" >&2; exit 100"
    start -- x
    one_sentence "apt-get: ${row%%|*}" "${row##*|}"
done
rm "$work/without"
stub_good

start MICA_TORCH="$work/home" -- x
one_sentence "wrong MICA_TORCH" "MICA_TORCH=$work/home is no LibTorch"
start MICA_TORCH= PIP_INDEX_URL=http://127.0.0.1:9/simple PIP_RETRIES=1 -- x
one_sentence "no network for LibTorch" "check the network and start again, or set MICA_TORCH"
[ -e "$work/home/.cache/mica/torch-2.11.0" ] && bad "a failed installation of LibTorch left its folder"
start MICA_TORCH= STUB_FREE=100 -- x
one_sentence "no space for LibTorch" "has 100 MiB free and installing LibTorch needs"
start XDG_CACHE_HOME=/proc/nowhere -- x
one_sentence "cache folder that cannot be made" "/proc/nowhere/mica cannot be written"

rm -r "$tree/build"
stub cmake <<<'echo "CMake Error: no such thing"; exit 1'
start -- x
one_sentence "cmake fails" "CMake could not configure"
stub_good
stub ninja <<<'echo "x.cpp:1: error: y"; exit 1'
start -- x
one_sentence "a compiler fails" "The build stopped at an error"
[ -e "$tree/build/release/.built.mica.mica-workbench" ] && bad "a failed build is taken for done"
stub ninja <<<'kill -INT 0; sleep 2; exit 2'
status=0
(cd / && set -m && HOME="$work/home" PATH="$work/bin:/usr/bin:/bin" MICA_TORCH="$work/torch" setsid -w "$tree/run" x) </dev/null >/dev/null 2>"$work/err" || status=$?
[ "$status" = 130 ] || bad "Ctrl-C while building: exit $status, not 130 ($(cat "$work/err"))"
finish
