cat >a.jsonl <<'EOF'
{"id":1,"text":"One."}
bad
{"id":"x y","text":"Two."}
EOF
pith sentences --lang en --from jsonl <a.jsonl
