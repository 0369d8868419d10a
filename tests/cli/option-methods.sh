for method in auto edmundson kl lead lexrank lexrank-threshold lsa luhn random reduction sumbasic textrank tfidf; do
    pith summary --method $method --json "$tests/article.txt" | jq -c '[.summary.method, (.summary.sentences | length)]'
done
