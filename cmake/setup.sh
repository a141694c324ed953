# shellcheck shell=bash disable=SC2015,SC2034,SC2154
# What ./run and ./test share: Debian packages, LibTorch, configure and build. Needs bash and coreutils; all it
# says goes to standard error. A failure ends in one sentence that says what to do, and exit code 1.
#
# The caller sets `root` (the source tree) and calls, in this order:
#   setup_begin                    where things lie; what an interruption does
#   setup_packages                 installs the Debian packages of package_lists that are missing
#   setup_torch                    sets torch= to a folder of LibTorch, installing the pinned wheel where needed
#   setup_build PRESET TARGET...   configures and builds

torch_version=2.11.0
torch_wheels=("torch==$torch_version" 'nvidia-cuda-runtime==13.0.*' 'nvidia-cuda-cupti==13.0.*')

package_lists=("$root/cmake/packages.txt")  # ./test adds its own

# MiB that each step takes on the disk, measured on a bare machine with some room to spare.
packages_mib=2000 torch_mib=2200 build_mib=2000

say() { printf '%s\n' "$*" >&2; }
fail() { printf 'mica: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

setup_begin() {
    # The signal reaches the running child too; bash comes here when that has ended.
    trap 'say "mica: interrupted; the next start goes on from here."; exit 130' INT
    trap 'exit 143' TERM HUP
    HOME=${HOME:-$(cd ~ 2>/dev/null && pwd)}  # bash knows it from the user data base
    [ -n "$HOME" ] || fail "HOME is not set, so there is no place for the cache: set HOME to a folder you may write to."
    export HOME
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/mica
    data=${XDG_DATA_HOME:-$HOME/.local/share}/mica
    log=$cache/setup.log
    make_folder "$cache"
    make_folder "$root/build"
}

make_folder() {
    mkdir -p "$1" 2>/dev/null && [ -w "$1" ] || fail "The folder $1 cannot be written: give yourself the right to, or choose another place (XDG_CACHE_HOME, XDG_DATA_HOME)."
}

# need_space FOLDER MIB WHAT...: FOLDER may not exist yet.
need_space() {
    local at=$1 mib=$2 free
    shift 2
    while [ ! -e "$at" ]; do at=$(dirname "$at"); done
    free=$(df --output=avail -BM "$at" 2>/dev/null | tail -n 1 | tr -dc 0-9) || return 0
    [ -z "$free" ] || [ "$free" -ge "$mib" ] || fail "The disk of $at has $free MiB free and $* needs $mib MiB: free some space and start again."
}

# as_root COMMAND...: as it is for root, through sudo for others.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

wanted_packages() {
    sed 's/#.*//' "${package_lists[@]}"
    # Qt's own window system plugin for X11 comes with its library, the one for Wayland does not.
    if [ -z "${DISPLAY:-}" ] && [ -n "${WAYLAND_DISPLAY:-}" ]; then echo qt6-wayland; fi
}

missing_packages() {
    local wanted
    read -r -d '' -a wanted < <(wanted_packages) || :
    # dpkg-query names unknown packages on standard error only, so what is installed is taken off the list.
    comm -23 <(printf '%s\n' "${wanted[@]}" | sort -u) \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^installed //p' | sort -u)
}

setup_packages() {
    have dpkg-query && have apt-get ||
        fail "This set-up installs Debian packages and finds no apt-get here: use Debian 12, or install what cmake/packages.txt lists and build with cmake --preset release."
    local missing
    read -r -d '' -a missing < <(missing_packages) || :
    [ "${#missing[@]}" -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ]; then
        have sudo || fail "Debian packages are missing and there is no sudo here: as root, run apt-get install --no-install-recommends ${missing[*]}"
        sudo -n true 2>/dev/null || { [ -t 0 ] && say "Debian packages are missing; sudo may ask for your password." && sudo -v; } ||
            fail "Debian packages are missing and sudo is not allowed: ask an administrator to run apt-get install --no-install-recommends ${missing[*]}"
    fi
    need_space /usr "$packages_mib" "installing the Debian packages"
    say "Installing ${#missing[@]} Debian packages and what they depend on (once, a few minutes) ..."
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    : >"$log"
    if [ -n "$(dpkg --audit 2>/dev/null)" ]; then  # an installation was cut off before
        as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a --force-confold </dev/null >>"$log" 2>&1 || :
    fi
    as_root "${apt[@]}" update </dev/null >>"$log" 2>&1 || :  # one bad source need not matter; install decides
    as_root "${apt[@]}" install --no-install-recommends "${missing[@]}" </dev/null >>"$log" 2>&1 || packages_failed
    read -r -d '' -a missing < <(missing_packages) || :
    [ "${#missing[@]}" -eq 0 ] || fail "These Debian packages are still missing after apt-get install: ${missing[*]} (see $log)."
}

packages_failed() {
    local status=$?
    [ "$status" -lt 128 ] || { say "mica: interrupted; the next start goes on from here."; exit 130; }
    if grep -qiE "no space left|enough free space" "$log"; then
        fail "The disk filled up while Debian packages were installed: free $packages_mib MiB on the disk of /usr and start again."
    elif grep -qiE "could not resolve|temporary failure|failed to fetch|unable to connect|could not connect|network is unreachable" "$log"; then
        fail "Debian's package servers cannot be reached: check the network and start again (see $log)."
    elif grep -qiE "could not get lock|unable to acquire" "$log"; then
        fail "Another program is installing packages: wait until it has ended and start again."
    elif grep -qiE "unable to locate package|no installation candidate" "$log"; then
        fail "apt-get does not know all packages of cmake/packages.txt: use Debian 12 with its main archive in /etc/apt/sources.list (see $log)."
    fi
    fail "apt-get could not install the Debian packages: mend what the end of $log names and start again."
}

# is_torch FOLDER: a wheel's torch folder, or an unpacked libtorch.
is_torch() { [ -e "$1/include/ATen/ATen.h" ] && [ -e "$1/lib/libtorch_cpu.so" ]; }

setup_torch() {
    if [ -n "${MICA_TORCH:-}" ]; then
        torch=$MICA_TORCH
        is_torch "$torch" || fail "MICA_TORCH=$torch is no LibTorch (it has no include/ATen or no lib/libtorch_cpu.so): name a wheel's torch folder or an unpacked libtorch, or unset it."
        torch=$(cd "$torch" && pwd)
        return
    fi
    local place=$cache/torch-$torch_version
    torch=$place/torch
    is_torch "$torch" && return
    with_lock install_torch "$place"
    is_torch "$torch" || fail "$place is no complete LibTorch: delete that folder and start again."
}

install_torch() {
    local place=$1 beside=$1.part
    is_torch "$place/torch" && return  # made by another start while this one waited
    local python=/usr/bin/python3
    [ -x "$python" ] || python=$(command -v python3) || fail "LibTorch is installed with Python 3, which is missing: install the package python3."
    "$python" -m pip --version >/dev/null 2>&1 || fail "LibTorch is installed with pip, which is missing: install the package python3-pip."
    rm -rf "$place" "$beside" || fail "$beside cannot be removed: delete it and start again."
    need_space "$cache" "$torch_mib" "installing LibTorch"
    make_folder "$beside/tmp"
    say "Installing LibTorch $torch_version (once, some 500 MB to load) ..."
    # Beside, then renamed: what stands at its place is complete. The wheel's other CUDA libraries are not needed.
    # pip unpacks into TMPDIR first; on the same disk that is a rename too.
    TMPDIR=$beside/tmp PIP_BREAK_SYSTEM_PACKAGES=1 "$python" -m pip install --quiet --no-input --disable-pip-version-check \
        --no-cache-dir --no-compile --no-deps --only-binary :all: --target "$beside/site" "${torch_wheels[@]}" \
        </dev/null >"$log" 2>&1 || torch_failed "$beside"
    is_torch "$beside/site/torch" || fail "The wheel torch $torch_version has no LibTorch in it (see $log)."
    mv "$beside/site" "$place" && rm -rf "$beside"
}

torch_failed() {
    local status=$? space=''
    grep -qiE "no space left|errno 28" "$log" && space=yes
    rm -rf "$1"
    [ "$status" -lt 128 ] || exit "$status"
    [ -z "$space" ] || fail "The disk filled up while LibTorch was installed: free $torch_mib MiB on the disk of $cache and start again."
    if grep -qiE "temporary failure|name or service|connection|timed out|max retries|proxy|unreachable" "$log"; then
        fail "The Python package index cannot be reached for LibTorch: check the network and start again, or set MICA_TORCH to a LibTorch that is there (see $log)."
    elif grep -qiE "no matching distribution|not a supported wheel" "$log"; then
        fail "There is no wheel of torch $torch_version for this Python or processor: use Debian 12 on amd64 or arm64, or set MICA_TORCH to an unpacked LibTorch (see $log)."
    fi
    fail "pip could not install LibTorch: mend what the end of $log names and start again, or set MICA_TORCH to a LibTorch that is there."
}

# with_lock COMMAND...: in a subshell, one start at a time; its exit code ends this one where it failed.
with_lock() {
    (
        trap 'exit 130' INT  # a subshell starts with the default, which would let the lines after a child run on
        if have flock && ! flock -n 9; then
            say "Another start is at work on the same; waiting for it ..."
            flock 9
        fi
        "$@"
    ) 9>"$cache/setup.lock" || exit $?
}

# Compilers take up to 2 GiB each on LibTorch's headers.
build_jobs() {
    local jobs memory limit
    jobs=$(nproc)
    memory=$(($(sed -n 's/^MemAvailable: *\([0-9]*\) kB$/\1/p' /proc/meminfo) / 1024))
    if limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null) && [ "$limit" != max ] && [ $((limit / 1048576)) -lt "$memory" ]; then
        memory=$((limit / 1048576))
    fi
    [ $((memory / 2048)) -ge "$jobs" ] || jobs=$((memory / 2048))
    [ "$jobs" -ge 1 ] || jobs=1
    echo "$jobs"
}

# The state of the tree that a build was made from, but for the files' times: see is_built.
build_key() {
    printf '%s\n' "$root" "${torch:-none}" "$@"
}

# is_built FOLDER STAMP TARGET...: nothing in the tree is newer than the stamp, folders (files added, removed) included.
is_built() {
    local folder=$1 stamp=$2 target
    shift 2
    for target; do [ "$target" = all ] || [ -x "$folder/bin/$target" ] || return 1; done
    [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$(build_key "$@")" ] &&
        [ -z "$(find "$root"/{CMakeLists.txt,CMakePresets.json,app,bench,cmake,core,datasets,widgets,resources,translations,tests} -newer "$stamp" -print -quit 2>/dev/null)" ]
}

setup_build() {
    local preset=$1 folder=$root/build/$1 stamp
    shift
    stamp=$folder/.built.$(IFS=.; echo "$*")
    is_built "$folder" "$stamp" "$@" || with_lock build "$preset" "$stamp" "$@"
}

build() {
    local preset=$1 stamp=$2 folder=$root/build/$1 jobs
    shift 2
    [ -e "$folder/build.ninja" ] || need_space "$root/build" "$build_mib" "building"
    # A tree that was moved, or built with another LibTorch, is configured from new.
    if [ -e "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        rm -rf "$folder"
    fi
    make_folder "$folder"
    build_key "$@" >"$stamp.part" || fail "$folder cannot be written: free some space or give yourself the right to, and start again."
    if [ ! -e "$folder/build.ninja" ] || ! grep -qxF "MICA_TORCH:PATH=${torch:-}" "$folder/CMakeCache.txt"; then
        (cd "$root" && cmake --preset "$preset" "-DMICA_TORCH:PATH=${torch:-}") </dev/null >"$log" 2>&1 || {
            local status=$?
            [ "$status" -lt 128 ] || exit "$status"
            cat "$log" >&2
            fail "CMake could not configure the build: mend what is named above (all of it is in $log) and start again."
        }
    fi
    jobs=$(build_jobs)
    say "Building ($preset, $jobs at a time) ..."
    ninja -C "$folder" -j "$jobs" "$@" </dev/null >&2 || {
        local status=$?
        [ "$status" -lt 128 ] || exit "$status"
        need_space "$root/build" 50 "building"
        fail "The build stopped at an error: mend what the compiler names above and start again."
    }
    mv "$stamp.part" "$stamp"
}
