printf '{"id":1,"text":"a\000b"}\n' | pith sentences --lang en --from jsonl --jsonl
