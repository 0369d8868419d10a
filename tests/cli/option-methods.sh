for method in auto lead lexrank textrank tfidf; do
    pith summary --method $method --json "$tests/article.txt" | jq -c '[.summary.method, (.summary.sentences | length)]'
done
