printf 'A \360\237\230\200 \303\251. Then.\n' >a.txt
for unit in codepoint byte utf16; do pith sentences --lang en --jsonl --offsets $unit a.txt | jq -c '[.offsets, [.sentences[] | [.start, .end]]]'; done
