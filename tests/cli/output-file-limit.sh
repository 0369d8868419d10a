# no room for an output, here by a limit on the size of files: nothing half written stays
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "{\"id\":%d,\"text\":\"One.\"}\n", i }' >a.jsonl
mkdir in
cp a.jsonl in
echo 'One.' >in/0.txt
ulimit -f 100
pith sentences --lang en --jsonl a.jsonl -o out.jsonl
echo $?
pith sentences --lang en --jsonl -j1 in -o out
echo $?
ls -A . out
