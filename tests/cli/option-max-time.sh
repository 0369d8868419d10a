# a marked answer to a part, not a stall; what is quick is answered in full
awk 'BEGIN { for (i = 0; i < 1500000; i++) printf "Sentence number %d is here. ", i; print "" }' >a.txt
timeout 20 pith --lang en --max-time 0.5 --json a.txt | jq -c '[.degraded.limit, .degraded.read > 60000, .degraded.read < 40000000, (.summary.sentences | length > 0)]'
echo 'One.' | pith --lang en --max-time 5 --jsonl | jq -c '[.degraded]'
pith --max-time 0 a.txt
