# every limit holds, alone and together
for limit in '-n 1' '-n 2' '--words 40' '--chars 200' '--tokens 60' '--ratio 10%' '-n 5 --words 30'; do
    pith summary $limit --json "$tests/article.txt" | jq -c '[(.summary.sentences | length) > 0, (.summary.sentences | length) <= 5,
        (.summary.text | length) <= 420]'
done
pith summary --words 40 "$tests/article.txt" | wc -w | awk '{ print ($1 > 0 && $1 <= 40) }'
pith summary --chars 200 --json "$tests/article.txt" | jq '.summary.text | length <= 200'
pith summary --chars 5 --json "$tests/article.txt" | jq -c '[.summary.text | length > 0 and length <= 5]'
