cat >a.jsonl <<'EOF'
bad
EOF
pith sentences --lang en --from jsonl --jsonl --keep-going <a.jsonl
