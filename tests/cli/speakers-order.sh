# the same table however many threads
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "{\"text\":\"\\\"We will win %d,\\\" said Ann N%c%c, the mayor. It rained.\"}\n", i, 97 + i % 23, 97 + i % 19 }' >a.jsonl
pith speakers --lang en -j1 --jsonl a.jsonl >one
pith speakers --lang en -j7 --jsonl a.jsonl >seven
cmp one seven && wc -l <one | tr -d ' '
jq -s 'map(.quotes) | add' one
