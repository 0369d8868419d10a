printf '\357\273\277With a mark.\n' | pith sentences --lang en --jsonl --offsets byte
