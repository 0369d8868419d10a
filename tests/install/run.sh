#!/bin/sh
# tests/install/run.sh SOURCE BUILD: installs a build into an empty folder and uses it as others do.
# Prints what passed and failed; exit 1 if anything failed.
set -u
source=$1 build=$2 here=$1/tests/install
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
prefix=$work/prefix passed=0 failed=0
export PKG_CONFIG_PATH="$prefix/lib/pkgconfig" LD_LIBRARY_PATH="$prefix/lib"

check() { # check NAME COMMAND...
    name=$1 && shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1)) && echo "FAILED: $name" && sed 's/^/    /' "$work/log"
    fi
}
install_into_prefix() { cmake -DCMAKE_INSTALL_LIBDIR=lib "$build" && cmake --install "$build" --prefix "$prefix"; }
same_files() { # the versioned names of the shared library and the per-configuration target files aside
    (cd "$prefix" && find . ! -type d | sed 's,^\./,,' | grep -vE 'libpith\.so\.|pithTargets-' | LC_ALL=C sort) | diff "$here/files.txt" -
}
symbols() { nm --defined-only --extern-only "$@" | awk 'NF == 3 {print $3}' | LC_ALL=C sort -u; }
declared() { grep -oE '\bpith_[a-z0-9_]+\(' "$source/include/pith.h" | tr -d '(' | LC_ALL=C sort -u; }
shared_exports_the_header() {
    declared >"$work/declared"
    symbols -D "$prefix/lib/libpith.so" | grep -vE '^(__|_init|_fini)' | diff "$work/declared" -
}
static_has_only_our_prefix() { ! symbols "$prefix/lib/libpith.a" | grep -vE '^pith_'; }
header_alone() { echo '#include <pith.h>' | "$@" -Wall -Wextra -Wpedantic -Werror -fsyntax-only -I"$prefix/include" -; }
prints_speaker() { [ "$("$@")" = "Nora Vance" ]; }
with_find_package() {
    cmake -G Ninja -S "$here/consumer" -B "$work/consumer" -DCMAKE_PREFIX_PATH="$prefix" && cmake --build "$work/consumer" &&
        prints_speaker "$work/consumer/with_shared" && prints_speaker "$work/consumer/with_static"
}
with_pkg_config() { # $1: empty or --static
    cc -std=c11 $(pkg-config --cflags pith) "$here/consumer/consumer.c" -o "$work/pc" $(pkg-config --define-variable=prefix="$prefix" --libs $1 pith) &&
        prints_speaker "$work/pc"
}
with_add_subdirectory() {
    cmake -G Ninja -S "$here/subdirectory" -B "$work/sub" -DPITH_SOURCE="$source" && cmake --build "$work/sub" &&
        prints_speaker "$work/sub/inside"
}

check "installs" install_into_prefix
check "installs the files of files.txt" same_files
sed -i "s,^prefix=.*,prefix=$prefix," "$prefix/lib/pkgconfig/pith.pc"
check "the shared library exports what the header declares, and no more" shared_exports_the_header
check "every symbol of the static library begins with pith_" static_has_only_our_prefix
check "at most 30 functions are public" test "$(declared | wc -l)" -le 30
check "the header compiles alone as C11" header_alone cc -std=c11 -x c
check "the header compiles alone as C++" header_alone c++ -std=c++11 -x c++
check "find_package(pith)" with_find_package
check "pkg-config pith" with_pkg_config ""
check "pkg-config --static pith" with_pkg_config --static
check "add_subdirectory(pith)" with_add_subdirectory
check "the installed program runs" "$prefix/bin/pith" --version
check "the manual page has no errors" mandoc -T lint -W error "$prefix/share/man/man1/pith.1"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
