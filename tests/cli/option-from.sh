printf '{"text":"One."}\n' >a.txt
cp a.txt b.jsonl
cp a.txt c.ndjson
pith sentences --lang en a.txt
pith sentences --lang en --from jsonl a.txt
pith sentences --lang en --from text b.jsonl
pith sentences --lang en b.jsonl
pith sentences --lang en c.ndjson
