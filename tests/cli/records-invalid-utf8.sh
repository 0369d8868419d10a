printf '{"id":1,"text":"a\377b"}\n{"id":"\377","text":"c"}\n' | pith sentences --lang en --from jsonl --jsonl | iconv -f UTF-8 -t UTF-8 | cut -c 1-60
printf '{"id":"\377 a long one follows","text":"c"}\n{"id":"\355\240\200\302\251","text":"c"}\n{"id":"\303\251\360\237\230\200","text":"c"}\n' | pith sentences --lang en --from jsonl --jsonl | cut -c 1-30
