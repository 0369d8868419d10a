printf 'A\000B.\n' | pith sentences --lang en --jsonl
