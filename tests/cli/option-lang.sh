echo 'Ein Satz.' | pith sentences --lang de --jsonl | jq -r .language
echo 'Il a dit que la ville avait besoin de plus de temps pour ouvrir les portes.' | pith sentences --jsonl | jq -r .language
