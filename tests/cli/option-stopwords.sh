printf '# a list\nred\nblue green\n' >stop
echo 'Red, blue and green kites. Red and blue and green kites and kites.' | pith keywords --lang en --stopwords stop --jsonl | jq -r '.keywords[].text' | sort | grep -c -i -e red -e blue -e green
echo 'Red kites.' | pith keywords --lang en --jsonl | jq -r '.keywords[].text' | grep -c -i red
