cat >a.jsonl <<'EOF'
{"id":1,"text":"Ein.","lang":"de"}
{"id":2,"text":"One.","lang":"EN-gb"}
{"id":3,"text":"One.","lang":"tlh"}
{"id":4,"text":"One.","lang":null}
EOF
pith sentences --lang en --from jsonl --jsonl <a.jsonl | jq -r .language
