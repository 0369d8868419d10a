echo 'One.' >a.txt
pith sentences --lang en --format text a.txt
pith sentences --lang en --format json a.txt
pith sentences --lang en --format jsonl a.txt
[ "$(pith sentences --json a.txt)" = "$(pith sentences --format json a.txt)" ]
