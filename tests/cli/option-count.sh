pith keywords --json "$tests/article.txt" | jq '.keywords | length'
pith keywords -k 3 --json "$tests/article.txt" | jq '.keywords | length'
pith keywords --count 3 "$tests/article.txt" | wc -l | tr -d ' '
