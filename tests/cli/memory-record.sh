# too little memory for one record is an error for that record
awk 'BEGIN { print "{\"id\":1,\"text\":\"One.\"}"; printf "{\"id\":2,\"text\":\""; for (i = 0; i < 3000000; i++) printf "Ten bytes. "; print "\"}"; print "{\"id\":3,\"text\":\"Three.\"}" }' >a.jsonl
for limit in 50000 70000 100000; do
    (ulimit -v $limit; pith -j1 --lang en --jsonl a.jsonl 2>/dev/null) | jq -c '.error.code // .id' | tr '\n' ' '
    echo
done
awk 'BEGIN { for (i = 0; i < 3000000; i++) printf "Ten bytes. "; print "" }' >a.txt
(ulimit -v 70000; pith -j1 --lang en --jsonl a.txt)
echo $?
