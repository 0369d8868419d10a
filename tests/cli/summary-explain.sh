printf 'Ships of Vess\n\nA storm sank two ships off Vess on Sunday. She had seen it come. Read more: storms\n' >a.txt
pith summary --lang en --explain -n 1 --method lead a.txt
pith summary --lang en --explain -n 1 --json a.txt | jq -c '.summary.explain[] | [.index, .rank, .picked, .kind, .leans, (.features | length)]'
pith summary --lang en --explain -n 1 --query ships --json a.txt | jq -c '[.summary.explain[].relevance != null]'
pith summary --lang en -n 1 --json a.txt | jq -c '.summary | has("explain")'
