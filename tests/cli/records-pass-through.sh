# byte for byte, but for what would break a line; names that pith itself writes go into "input"
cat >a.jsonl <<'END'
{"url":"http://x/é\u00e9\/","id":1,"n":1.50e+3,"big":12345678901234567890123,"text":"One.","tags":[1, {"a" : null}],"\u0061b":"\ud83d\ude00"}
{"id":2,"text":"Two.","summary":"theirs","source":"too","x":true}
{"id":3,"text":7,"url":"kept"}
{"id":4,"text":"Four."}
END
printf '{"id":5,"text":"Five.","line":"a\342\200\250b\302\205c"}\n' >>a.jsonl
pith sentences --lang en --jsonl --pass-through a.jsonl | sed 's/"source.*}]//'
pith sentences --lang en --json --pass-through a.jsonl 2>/dev/null | jq -c '.[] | [.id, .url, .n, .tags, .input]'
pith sentences --lang en --pass-through a.jsonl
