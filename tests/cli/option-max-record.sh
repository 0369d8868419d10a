# a record beyond the limit is an error with its id and line; those around it are answered
awk 'BEGIN { print "{\"id\":1,\"text\":\"One.\"}"; printf "{\"id\":2,\"text\":\""; for (i = 0; i < 300000; i++) printf "Ten bytes. "; print "\"}"; print "{\"id\":3,\"text\":\"Three.\"}" }' >a.jsonl
pith sentences --lang en --jsonl --max-record 1M a.jsonl | jq -c '[.id, .error.code, .error.line, .error.byte]'
sed -e '1s/^/[/' -e 's/$/,/' -e '$s/,$/]/' a.jsonl >a.json
pith sentences --lang en --jsonl --max-record 1M a.json 2>/dev/null | jq -c '[.id, .error.code, .error.line, .error.byte]'
pith sentences --lang en --max-record 10 a.jsonl >/dev/null 2>&1
echo $?
echo 'This is a text of more than ten bytes.' >a.txt
pith sentences --lang en --max-record 10 a.txt
pith sentences --lang en --max-record 10 <a.txt
for bad in 0 -1 1X 1KB K 99999999999; do pith --max-record $bad a.txt; done
