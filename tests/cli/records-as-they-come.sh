# whoever feeds a pipe slowly gets his answers before the next record
mkfifo in out
pith sentences --lang en --from jsonl --jsonl <in >out &
exec 3>in 4<out
for n in 1 2 3; do
    echo "{\"id\":$n,\"text\":\"One.\"}" >&3
    head -n 1 <&4 | cut -d , -f 1
done
exec 3>&-
wait
