pith summary -n 1 --query gates "$tests/article.txt"
pith summary -n 1 --query gates --method textrank --json "$tests/article.txt" | jq -r .summary.method
cp "$tests/article.txt" a.txt
pith summary --query gates --method tfidf a.txt
