for text in A . '...' '"' 'no end' 'THE AND OF' 'SHOUTING WORDS'; do printf '%s\n' "$text" | pith summary --lang en --json | jq '.summary.text | length > 0'; done
