# one document, whatever its layout, is an array of one, as all records are
printf '\357\273\277{\n  "id": {"a": [1,\n2]},\n  "text": "One."\n}\n' >a.json
pith sentences --lang en --jsonl a.json
pith sentences --lang en --json a.json | jq -c 'map(.id)'
