mkdir -p in/sub/deep
for name in a.txt sub/b.html sub/deep/c .hidden; do echo "This is $name here" >in/$name; done
printf '{"id":1,"text":"One."}\n{"id":2,"text":"Two."}\n' >in/sub/r.jsonl
: >in/none.jsonl
pith sentences --lang en in -o out
pith sentences --lang en in -o out --json
pith sentences --lang en in -o out/ --jsonl
find out -type f | LC_ALL=C sort
cat out/a.txt out/sub/r.txt
jq -c 'if type == "array" then map(.id) else .source end' out/sub/b.json out/sub/r.json out/none.json
jq -c .id out/sub/r.jsonl
wc -c <out/none.jsonl | tr -d ' '
