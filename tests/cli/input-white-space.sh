printf ' \t\n\n  \n' | pith sentences --lang en
printf ' \n' | pith sentences --lang en --jsonl
printf ' \n' | pith summary --lang en --jsonl
