cat >a.jsonl <<'EOF'
{"id":1,"text":"One. Two."}
{"id":"b","text":"Three."}
EOF
pith sentences --lang en --from jsonl --jsonl <a.jsonl
