cat >a.jsonl <<'EOF'
{"id":1,"text":"One."}
EOF
pith sentences --lang en --from jsonl --json <a.jsonl | jq -c "map(.id)"
