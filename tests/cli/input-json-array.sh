# an array of records and records behind it, over lines of any layout; each is one line out
cat >a.json <<'END'
[ {"id": 1, "text": "One \"a\\\". Two."},
  {"id": 2,
   "text": "Three.",
   "note": "] } , {"}
,  5, "str, ]", {"id":4,"text":7},{"id":5,"text":"Five."} ]
{"id":6,"text":"Six."} {"id":7,
"text":"Seven."}
END
pith sentences --lang en --jsonl a.json | jq -c '[.id, .error.code, .error.line, .error.byte, .sentences[]?.text]'
echo '[]' | pith sentences --from json --jsonl
pith sentences --lang en --json a.json 2>/dev/null | jq -c 'map(.id)'
