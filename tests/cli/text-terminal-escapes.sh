# what a terminal would obey, or what turns the direction of writing, is not shown; JSON has it escaped
printf 'Red \033[31malert\033[0m, bell\007, delete\177, C1 \302\233, turn \342\200\256txet.\n' >a.txt
pith sentences --lang en a.txt
pith sentences --lang en --jsonl a.txt
