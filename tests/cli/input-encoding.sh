# what is no UTF-8 is guessed, or told
text='Le maire a dit que la mairie était fermée. Voilà le café où il a déjeuné en été, près du château.'
echo "$text" | iconv -f UTF-8 -t ISO-8859-1 | pith sentences --lang fr
echo "$text" | iconv -f UTF-8 -t CP850 | pith sentences --lang fr --encoding CP850
echo 'Мэр города сказал вчера, что стена стоит и будет стоять.' | iconv -f UTF-8 -t KOI8-R | pith sentences --lang ru
printf '\223Oui,\224 a dit le maire.\n' | pith sentences --lang fr
printf '\\u00e9 {"id":1,"text":"caf\351."}\n' | cut -c 8- | pith sentences --from jsonl --jsonl --lang fr --encoding latin1 | jq -r '.sentences[].text'
# one bad byte in UTF-8 is no reason to take all of it for something else
printf 'Été à l\303\251cole \377 en été.\n' | pith sentences --lang fr
