printf '{"id":"a\342\200\250","text":7}\n{"id":2,"text":"Fine."}\nbad\n' >a.jsonl
pith sentences --lang en --jsonl --failures list a.jsonl nowhere.txt >/dev/null 2>&1
echo $?
cat list
# what failed can be tried again
jq -r 'select(.line == null) | .source' list | pith sentences --files -
# nothing failed: the list is there, and empty
echo 'One.' | pith sentences --lang en --failures list && cat list
pith sentences --failures nowhere/list a.jsonl
