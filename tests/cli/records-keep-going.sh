cat >a.jsonl <<'EOF'
{"id":1,"text":"Good."}
bad
EOF
pith sentences --lang en --from jsonl --jsonl --keep-going <a.jsonl
