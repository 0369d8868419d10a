# five megabytes in a record, between short ones
awk 'BEGIN { print "{\"id\":1,\"text\":\"One.\"}"; printf "{\"id\":2,\"text\":\""; for (i = 0; i < 500000; i++) printf "Ten bytes. "; print "\"}"; print "{\"id\":3,\"text\":\"Three.\"}" }' | pith sentences --lang en --from jsonl --jsonl | jq -c '[.id, .counts.sentences]'
