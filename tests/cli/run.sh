#!/bin/sh
# The program from outside: run.sh PITH [NAME...] runs each NAME.sh in an empty directory and compares what it wrote to
# standard output with NAME.stdout, to standard error with NAME.stderr (none: nothing) and its exit code with NAME.exit
# (none: 0). In a case `pith` and $PITH are the program, $tests is the folder tests/. ACCEPT=1 writes what came instead.
set -u
unset LC_ALL LANG NO_COLOR
cases=$(cd "$(dirname "$0")" && pwd)
tests=$(dirname "$cases")
PITH=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$PITH" "$work/bin/pith"
PATH="$work/bin:$PATH"
export PITH PATH tests
[ $# -gt 0 ] || set -- $(cd "$cases" && ls *.sh | grep -v -e '^run.sh$' -e '^examples.sh$' -e '^manual.sh$')

accept() {
    cp "$work/stdout" "$cases/$1.stdout"
    rm -f "$cases/$1.stderr" "$cases/$1.exit"
    [ ! -s "$work/stderr" ] || cp "$work/stderr" "$cases/$1.stderr"
    [ "$2" -eq 0 ] || echo "$2" >"$cases/$1.exit"
}

passed=0
# A sanitizer needs more address space than these cases grant.
sanitized=$(grep -c __asan_init "$PITH")
failed=0
for name in "$@"; do
    name=${name%.sh}
    case $name in memory-*) [ "$sanitized" -eq 0 ] || continue ;; esac
    rm -rf "$work/here"
    mkdir "$work/here"
    (cd "$work/here" && sh "$cases/$name.sh" </dev/null >"$work/stdout" 2>"$work/stderr")
    code=$?
    if [ -n "${ACCEPT-}" ]; then
        accept "$name" $code
    fi
    expected_errors=/dev/null
    expected_code=0
    [ ! -f "$cases/$name.stderr" ] || expected_errors=$cases/$name.stderr
    [ ! -f "$cases/$name.exit" ] || expected_code=$(cat "$cases/$name.exit")
    if diff -u "$cases/$name.stdout" "$work/stdout" && diff -u "$expected_errors" "$work/stderr" &&
        [ "$code" -eq "$expected_code" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name (exit $code, expected $expected_code)"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
