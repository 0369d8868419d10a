# as they were written, whatever they are
cat >a.jsonl <<'EOF'
{"id":12345678901234567890123,"text":"a"}
{"id":-1.50e+3,"text":"a"}
{"id":"\u00e9\"\\ \/","text":"a"}
{"id":null,"text":"a"}
{"id":true,"text":"a"}
{"id":{"a":[1, 2,{"id":"]}"}]},"text":"a"}
{"text":"a"}
{"text":"id","id":"last"}
{"inner":{"id":1},"text":"a","id":2}
 { "id" : 5 , "text" : "a" } 
{"id":1,"id":2,"text":"a"}
EOF
pith sentences --lang en --from jsonl --jsonl <a.jsonl | sed 's/,"source.*//'
