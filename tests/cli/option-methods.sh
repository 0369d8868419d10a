for method in auto edmundson kl lead lexrank lexrank-threshold lsa luhn random reduction sumbasic textrank tfidf; do
    pith summary --method $method --json "$tests/article.txt" | jq -c '[.summary.method, (.summary.sentences | length)]'
done
pith summary --method random --seed 1 "$tests/article.txt" | cksum >one
pith summary --method random --seed 1 "$tests/article.txt" | cksum | cmp - one
for seed in 2 3 4 5; do pith summary --method random --seed $seed "$tests/article.txt"; done | sort -u | wc -l | tr -d ' '
