printf 'Bad \377 byte \303.\n' | pith sentences --lang en
printf 'Bad \377 byte.\n' | pith sentences --lang en --jsonl
