printf '\357\273\277{"id":1,"text":"One."}\r\n\r\n{"id":2,"text":"Two."}' >a.jsonl
pith sentences --lang en --from jsonl --jsonl <a.jsonl | jq -c '[.id, .error.code // .sentences[].text]'
