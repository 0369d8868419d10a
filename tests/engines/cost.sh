#!/bin/sh
# What a corpus costs by the rate measured here and now: cost.sh [PITH [RECORDS.jsonl [GIGABYTES]]]. Without records, the tests'
# article cut to different lengths; without a size, a day of Common Crawl's text: its archive of September 2016 announced
# 1.72 billion pages and 4.54 TiB of compressed text (WET) for a month; a day is a thirtieth, and text is taken for three
# times its compressed size.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
pith=${1-$root/build/release/cmd/pith}
records=${2-}
gigabytes=${3:-$(awk 'BEGIN { print 4.54 * 1.099511628 * 1000 / 30 * 3 }')}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -n "$records" ]; then
    cp "$records" "$work/records"
else
    jq -R -s -c '. as $all | ($all | length) as $n | range(0; 12) as $k | range(400; $n; 7) | {id: ., text: $all[:.], lang: "en"}' \
        "$root/tests/article.txt" >"$work/records"
fi
for run in 1 2 3; do
    "$pith" --from jsonl --jsonl -j1 --keep-going --stats=json <"$work/records" 2>&1 >/dev/null | grep '^{"documents"' |
        jq -r '"\(.bytes_in / 1e6 / .cpu_seconds) \(.documents / .cpu_seconds)"'
done | sort -n | sed -n 2p | awk -v gigabytes="$gigabytes" '{
    printf "%.1f MB and %.0f records a second of a core\n", $1, $2
    printf "%.0f GB of text: %.1f core-hours\n", gigabytes, gigabytes * 1000 / $1 / 3600
}'
