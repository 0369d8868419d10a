cat >a.jsonl <<'EOF'

{"id":1,"text":"One."}

   
	
bad

EOF
pith sentences --lang en --from jsonl --jsonl <a.jsonl
