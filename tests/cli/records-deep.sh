# nesting that a parser would follow without end
awk 'BEGIN { printf "{\"id\":1,\"text\":"; for (i = 0; i < 200000; i++) printf "["; print "" }' >a.jsonl
printf '{"id":2,"text":"Two."}\n' >>a.jsonl
pith sentences --lang en --from jsonl --jsonl <a.jsonl | jq -c '[.id, .error.code // .sentences[].text]'
