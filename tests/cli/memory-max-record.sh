# a record beyond the limit is not held
awk 'BEGIN { print "{\"id\":1,\"text\":\"One.\"}"; printf "{\"id\":2,\"text\":\""; for (i = 0; i < 6000000; i++) printf "Ten bytes. "; print "\"}"; print "{\"id\":3,\"text\":\"Three.\"}" }' >a.jsonl
sed -e '1s/^/[/' -e 's/$/,/' -e '$s/,$/]/' a.jsonl >a.json
ulimit -v 60000
for file in a.jsonl a.json; do pith sentences -j1 --lang en --jsonl --max-record 1M $file 2>/dev/null | jq -c '[.id, .error.code]'; done
