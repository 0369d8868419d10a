cat >a.jsonl <<'EOF'
no
no either
EOF
pith sentences --lang en --from jsonl --jsonl <a.jsonl
