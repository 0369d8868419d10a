awk 'BEGIN { for (i = 1; i <= 3; i++) { printf "{\"id\":%d,\"text\":\"", i; for (k = 0; k < i * i; k++) printf "Sentence é %d is here. ", k; print "\"}" } }' >a.jsonl
pith sentences --lang en --max-sentences 4 --jsonl a.jsonl | jq -c '[.id, .counts.sentences, .degraded]'
pith sentences --lang en --max-sentences 4 --json a.jsonl 2>/dev/null | jq -c 'map(.degraded)'
# a text of a million sentences costs no more than its beginning
awk 'BEGIN { for (i = 0; i < 1000000; i++) printf "Ten bytes. "; print "" }' >a.txt
timeout 1 pith summary -n 1 --lang en --max-sentences 100 --jsonl a.txt | jq -c '[.counts.sentences, .degraded]'
