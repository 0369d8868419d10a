# the same bytes in the same order, however many threads
awk 'BEGIN { for (i = 1; i <= 5000; i++) { if (i % 97 == 0) print "bad line"; else { printf "{\"id\":%d,\"text\":\"", i; for (k = 0; k < i % 40; k++) printf "Sentence %d here. ", k; print "\"}" } } }' >a.jsonl
pith sentences --lang en --from jsonl --jsonl -j1 <a.jsonl >one 2>one.err
echo $?
pith sentences --lang en --from jsonl --jsonl -j2 <a.jsonl >two 2>two.err
pith sentences --lang en --from jsonl --jsonl --jobs 7 <a.jsonl >seven 2>seven.err
cmp one two && cmp one seven && cmp one.err two.err && cmp one.err seven.err
wc -l <two | tr -d ' '
jq -c 'select(.error) | .error.line' two | head -n 2
