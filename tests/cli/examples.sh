#!/bin/sh
# The examples of README.md, of the man page and of --help, run as they stand there: examples.sh PITH. Each has to end with
# 0 and to say something, or, with -o, to write something.
set -u
tests=$(cd "$(dirname "$0")/.." && pwd)
root=$(dirname "$tests")
PITH=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/bin" "$work/here/articles/more" "$work/here/tests"
ln -s "$PITH" "$work/bin/pith"
PATH="$work/bin:$PATH"
cd "$work/here"
for copy in article.txt articles/one.txt articles/more/two.txt tests/article.txt; do cp "$tests/article.txt" $copy; done
jq -c -R -s '{id: 1, text: .}' article.txt >articles.jsonl
cp articles.jsonl many.jsonl

# Lines that run pith, each with the lines that continue it.
commands() {
    awk '{ line = held $0; held = "" }
         line ~ /(\\|\|)$/ { sub(/\\$/, "", line); held = line " "; next }
         line ~ /^ *pith / || line ~ /\| *pith / { print line }'
}
{
    awk '/^```/ { shell = !shell && /^```sh/; next } shell' "$root/README.md" | commands
    awk '/^\.Ed/ { shown = 0 } shown; /^\.Bd -literal -offset/ { shown = 1 }' "$root/cmd/pith.1" | sed 's/\\-/-/g' | commands
    for command in "" digest summary quotes sentences keywords speakers; do
        pith --help $command | awk '/^Usage/ { exit } /^  pith/' | sed 's/^ *//; s/  .*//'
    done
} >"$work/commands"

passed=0
failed=0
while IFS= read -r command; do
    rm -rf digests out table.csv failed.jsonl
    sh -c "$command" >"$work/stdout" 2>"$work/stderr" </dev/null
    code=$?
    if [ $code -eq 0 ] && { [ -s "$work/stdout" ] || [ -n "$(find digests out table.csv -type f 2>/dev/null)" ]; }; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED (exit $code): $command"
        cat "$work/stderr"
    fi
done <"$work/commands"
# What the README shows of the article is what pith prints.
awk '/^```/ { shown = /^```text/; next } shown' "$root/README.md" >"$work/shown"
if pith tests/article.txt | diff "$work/shown" - >"$work/diff"; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo "FAILED: README.md does not show what pith tests/article.txt prints"
    cat "$work/diff"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 20 ]
