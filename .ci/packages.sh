# Sourced. need PACKAGE... installs the Debian packages that are missing, as root or with sudo; nothing when all are there.
build_packages="gcc libc6-dev cmake ninja-build pkg-config libstemmer-dev libpcre2-dev libcjson-dev libutf8proc-dev libmd4c-dev libxml2-dev libuchardet-dev"
test_packages="libcmocka-dev jq g++ binutils bsdutils mandoc zsh fish"

need() {
    missing=
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    echo "installing:$missing" >&2
    $as_root apt-get update -qq >&2 &&
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >&2
}
