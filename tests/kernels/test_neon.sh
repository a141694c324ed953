#!/bin/sh
# The tests of the kernels built for ARM (aarch64) and run by an emulator: results against plain loops in double
# precision, on NEON, which the run-time dispatch must pick there. Needs aarch64-linux-gnu-g++, qemu-aarch64-static or
# qemu-aarch64, Debian's googletest and libhwy1:arm64 (or, in the folder MICA_ARM64, an unpacked
# `apt-get download libhwy1:arm64`). Exit code 77: one of them is missing.
set -eu
cd "$(dirname "$0")/../.."
skip() { echo "skipped: $1"; exit 77; }

compiler=aarch64-linux-gnu-g++
command -v $compiler > /dev/null || skip "no $compiler (package g++-aarch64-linux-gnu)"
qemu=$(command -v qemu-aarch64-static || command -v qemu-aarch64) || skip "no qemu-aarch64 (package qemu-user-static)"
gtest=/usr/src/googletest/googletest
[ -e $gtest/src/gtest-all.cc ] || skip "no sources of googletest (package googletest)"
folder=${MICA_ARM64:-}/usr/lib/aarch64-linux-gnu
[ -e "$folder/libhwy.so.1" ] || skip "no libhwy for aarch64 (package libhwy1:arm64, or unpacked in MICA_ARM64)"

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
# Highway's headers are the same for every machine; those of this one must not come before the cross compiler's own.
mkdir "$build/include"
ln -s /usr/include/hwy "$build/include/hwy"
disabled=$(sed -n 's/.*"\(HWY_DISABLED_TARGETS=[^"]*\)".*/\1/p' core/CMakeLists.txt)
for source in core/kernels/*.cpp tests/kernels/test_*.cpp $gtest/src/gtest-all.cc $gtest/src/gtest_main.cc; do
  $compiler -std=c++20 -O2 -ffp-contract=off -fno-math-errno -I. -I"$build/include" -I$gtest -I$gtest/include \
    "-D$disabled" -c "$source" -o "$build/$(basename "$source" | tr . _).o"
done
$compiler -pthread -o "$build/tests" "$build"/*.o "$folder/libhwy.so.1"

run() { "$qemu" -L /usr/aarch64-linux-gnu -E LD_LIBRARY_PATH="$folder" "$build/tests" "$@"; }
MICA_KERNEL_TARGET=NEON run
