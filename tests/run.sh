#!/bin/sh
# Installs what the tests need, builds and passes them: with assertions, with the sanitizers, and as users build it.
# tests/run.sh [PRESET...]; without one all three. Safe to run again.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/.ci/packages.sh"
need $build_packages $test_packages
cd "$root"
for preset in ${@:-dev asan release}; do
    cmake --preset "$preset" -DPITH_TESTS=ON >/dev/null
    cmake --build --preset "$preset"
    ctest --preset "$preset" --no-tests=error -j"$(nproc)"
done
