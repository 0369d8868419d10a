printf '{"id":1,"text":"One."}\n' >a.jsonl
pith sentences --lang en --jsonl a.jsonl | jq -r .source
pith sentences --lang en --jsonl --from jsonl <a.jsonl | jq -r .source
printf 'x' >"$(printf 'b\377.txt')"
pith sentences --lang en --jsonl b*.txt | jq -r .source
