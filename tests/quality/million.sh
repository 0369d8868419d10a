#!/bin/sh
# A million records through pith: million.sh PITH [RECORDS.jsonl [COUNT]]. The records of the file (without one: the tests'
# article, cut to different lengths) are repeated with new ids. With -j2 there have to be as many lines out as in, in order,
# the same bytes as with -j1, and no more memory for all of them than for a twentieth.
set -eu
PITH=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
records=${2-} count=${3:-1000000}
article=$(cd "$(dirname "$0")/.." && pwd)/article.txt
[ -z "$records" ] || records=$(cd "$(dirname "$records")" && pwd)/$(basename "$records")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
if [ -n "$records" ]; then
    jq -c '{text}' "$records" | sed 's/^{//' >texts
else
    jq -R -s -c '. as $all | ($all | length) as $n | range(40; $n; 37) | {text: $all[:.]}' "$article" | sed 's/^{//' >texts
fi
feed() { awk -v count="$1" '{ text[NR] = $0 } END { for (i = 0; i < count; i++) print "{\"id\":" i "," text[i % NR + 1] }' texts; }
run() { # run COUNT JOBS: a checksum of the output on standard output, the statistics in stats
    feed "$1" | "$PITH" --from jsonl --jsonl -j"$2" --stats=json 2>stats | tee ids.pipe | cksum
}
mkfifo ids.pipe
in_order() { awk -F '[:,]' -v count="$1" '$2 != NR - 1 { bad++ } END { print NR == count && !bad ? "in order" : "NOT IN ORDER" }'; }
peak() { jq .peak_memory_bytes stats; }

in_order $((count / 20)) <ids.pipe >order & run $((count / 20)) 2 >/dev/null
wait
small=$(peak)
in_order "$count" <ids.pipe >order & run "$count" 2 >two
wait
large=$(peak)
jq -r '"\(.documents) documents, \(.bytes_in / 1e6 | floor) MB, \(.megabytes_a_second) MB/s with -j2"' stats
cat order
cat ids.pipe >/dev/null & run "$count" 1 >one
wait
cmp one two && echo "-j1 and -j2: the same bytes"
echo "peak memory: $((small / 1000000)) MB over a twentieth, $((large / 1000000)) MB over all"
# how full the queue between the threads gets is the scheduler's: some megabytes are no growth
[ "$(cat order)" = "in order" ] && cmp -s one two && [ $large -lt $((small * 13 / 10 + 4000000)) ]
