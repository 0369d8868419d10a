printf 'Caf\351.' | pith sentences --lang en --encoding latin1 --jsonl --with-text
