printf 'Ann Lee came. "The gate is shut," Lee told Tom Roe. "We wait."\n' >a.txt
# the weights are fitted: what is told of them is what they add up to
pith quotes --lang en --explain a.txt | cut -c 10- | sed 's/ -*[0-9.]*\(,\|$\)/\1/g' | head -n 2 | tail -n 1
pith quotes --lang en --explain --json a.txt | jq -c '.quotes[0].explain[0] | [.mention.text, .rule, (.evidence | keys | length > 1), .share > 0.5]'
pith quotes --lang en --explain --json a.txt | jq -c '.quotes[0] | (.explain | map(.share) | add) as $sum | [$sum <= 1, ([.explain[] | .evidence | add | exp] | add) as $e | ($e / (1 + $e) - $sum | fabs < 0.001)]'
pith quotes --lang en --json a.txt | jq -c '.quotes[0] | has("explain")'
