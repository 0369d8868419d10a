pith summary --title 'A Wall' --jsonl "$tests/article.txt" | jq -r .title
printf '{"text":"A."}\n{"text":"B.","title":"Own"}\n' | pith summary --lang en --title Given --from jsonl --jsonl | jq -r .title
