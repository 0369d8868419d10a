cat >a.jsonl <<'EOF'
{"id":1,"text":"One."}
bad
{"id":3,"text":"Two."}
EOF
pith sentences --lang en --from jsonl --json <a.jsonl | jq -c "map([.id, .error.code])"
