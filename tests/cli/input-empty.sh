printf '' | pith sentences --lang en
printf '' | pith sentences --lang en --jsonl
printf '' | pith sentences --lang en --from jsonl --jsonl
printf '' | pith sentences --lang en --from jsonl --json
printf '' | pith --lang en --jsonl
