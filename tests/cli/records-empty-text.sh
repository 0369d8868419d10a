cat >a.jsonl <<'EOF'
{"id":1,"text":""}
{"id":2,"text":" "}
EOF
pith sentences --lang en --from jsonl --jsonl <a.jsonl
