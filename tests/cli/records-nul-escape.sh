# \u0000 becomes U+FFFD and offsets stay; \\u0000 is no escape; ids stay as they are
cat >a.jsonl <<'EOF'
{"id":"\u0000","text":"A\u0000B. C\\u0000D. E\\\u0000F."}
EOF
pith sentences --lang en --from jsonl --jsonl <a.jsonl | jq -c '[.sentences[] | [.start, .end, .text]]'
pith sentences --lang en --from jsonl --jsonl <a.jsonl | grep -c '"id":"\\u0000"'
