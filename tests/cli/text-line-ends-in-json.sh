# U+0085, U+2028 and U+2029 are escaped, so that every reader of lines sees one line
printf 'One\342\200\250two\342\200\251three\302\205four.\n' | pith sentences --lang en --jsonl | tr -d -c '\n' | wc -l | tr -d ' '
printf '{"id":"a\342\200\250b","text":"x\342\200\251y","title":"t\302\205u"}\n' | pith sentences --lang en --from jsonl --jsonl | grep -c '"a\\u2028b".*"t\\u0085u"'
