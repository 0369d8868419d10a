# characters that lie across the blocks in which a stream is read
awk 'BEGIN { for (i = 0; i < 20000; i++) { printf "{\"id\":%d,\"text\":\"", i; for (k = 0; k < i % 7; k++) printf "x"; print "日本語の文。「はい」と彼は言った。\"}" } }' >utf8.jsonl
iconv -f UTF-8 -t EUC-JP utf8.jsonl >euc.jsonl
pith sentences --from jsonl --jsonl --lang ja <utf8.jsonl >one
pith sentences --from jsonl --jsonl --lang ja --encoding EUC-JP <euc.jsonl >two
cmp one two && wc -l <two | tr -d ' '
