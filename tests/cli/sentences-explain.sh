printf 'Dr. Roe left at 5 p.m. The bus did not. She wrote "Stop!" on it.\n' >a.txt
pith sentences --lang en --explain a.txt
pith sentences --lang en --explain --json a.txt | jq -c '.explain[] | [.start, .end, .text, .boundary, .score == (.evidence | add)]'
pith sentences --lang en --json a.txt | jq -c 'has("explain")'
pith keywords --explain a.txt
