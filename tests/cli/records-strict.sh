cat >a.jsonl <<'EOF'
{"id":1,"text":"Good."}
bad
{"id":3,"text":"Never."}
EOF
pith sentences --lang en --from jsonl --jsonl --strict <a.jsonl
