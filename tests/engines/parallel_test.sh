#!/bin/bash
# pith under GNU parallel: parallel_test.sh PITH RECORDS EXPECTED. Lines of errors are counted from where a block begins, so
# they are left out of the comparison.
set -u
pith=$1 records=$2 work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
plain() { sed -E 's/("error":\{"code":"[a-z]+","message":"([^"\\]|\\.)*"),"line":.*/\1/' "$@"; }
plain "$3" >"$work/expected"
same() { # same NAME FILE
    if plain "$2" | cmp -s "$work/expected" -; then
        passed=$((passed + 1)) && echo "passed: $1"
    else
        failed=$((failed + 1)) && echo "FAILED: $1"
    fi
}
digest="$pith --from jsonl --jsonl --keep-going -j1"

parallel --will-cite --pipe --block 200k -k -j2 "$digest" <"$records" >"$work/pipe" 2>/dev/null
same "parallel --pipe -k: the bytes of one process" "$work/pipe"
parallel --will-cite --pipe-part -a "$records" --block 200k -k -j2 "$digest" >"$work/part" 2>/dev/null
same "parallel --pipe-part -k" "$work/part"
: | parallel --will-cite --pipe --block 200k -k -j2 "$digest" >"$work/empty" 2>/dev/null
[ ! -s "$work/empty" ] && passed=$((passed + 1)) && echo "passed: nothing in, nothing out"

# The first pith of the run is killed in the middle of its block; --retries starts it again, and what it wrote is dropped.
cat >"$work/killed" <<EOF
#!/bin/sh
if mkdir "$work/once" 2>/dev/null; then
    head -c 100000 | $digest
    kill -9 \$\$
fi
exec $digest
EOF
chmod +x "$work/killed"
parallel --will-cite --pipe --block 200k -k -j2 --retries 3 "$work/killed" <"$records" >"$work/retried" 2>/dev/null
[ -d "$work/once" ] && same "one killed in the middle, with --retries: still the same" "$work/retried"
# A directory: each shard is a process, started again until it is done.
mkdir "$work/in"
split -l 500 --additional-suffix=.jsonl "$records" "$work/in/part-"
"$pith" -q --jsonl "$work/in" -o "$work/whole" 2>/dev/null
parallel --will-cite -j2 "$pith -q --jsonl $work/in -o $work/sharded --resume --keep-going --shard {}/4" ::: 1 2 3 4 2>/dev/null
if diff -r "$work/whole" "$work/sharded"; then
    passed=$((passed + 1)) && echo "passed: four shards make the tree of one process"
else
    failed=$((failed + 1)) && echo "FAILED: four shards make the tree of one process"
fi
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -eq 5 ]
