cat >a.jsonl <<'EOF'
{"id":"\ud83d","text":"a"}
{"id":2,"text":"lone \ud83d"}
{"id":3,"text":"pair \ud83d\ude00."}
EOF
pith sentences --lang en --from jsonl --jsonl <a.jsonl
