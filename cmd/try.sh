#!/bin/sh
# Installs what is missing, builds pith, and digests an article: cmd/try.sh [FILE...]. Safe to run again.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/.ci/packages.sh"
need $build_packages
(cd "$root" && cmake --preset release -DPITH_TESTS=OFF >/dev/null && cmake --build --preset release >/dev/null)
[ $# -gt 0 ] || set -- "$root/tests/article.txt"
"$root/build/release/cmd/pith" "$@"
echo "The program is $root/build/release/cmd/pith; \`cmake --install $root/build/release\` installs it." >&2
