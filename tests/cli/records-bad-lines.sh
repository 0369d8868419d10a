cat >a.jsonl <<'EOF'
{"id":1,"text":"Good."}
no json
{"id":3}
{"id":4,"text":7}
{"id":5,"text":"x","title":[]}
{"id":6,"text":"x","lang":1}
[1]
{"id":8,"text":"cut
{"id":9,"text":"two"} {"id":9,"text":"objects"}
{"id":007,"text":"no number"}
{"id":11,"text":"Good too."}
EOF
pith sentences --lang en --from jsonl --jsonl <a.jsonl
