printf '\377\376H\000i\000 \000\351\000.\000' | pith sentences --lang en --jsonl
printf '\376\377\000H\000i\000.' | pith sentences --lang en
