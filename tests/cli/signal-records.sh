# a signal ends the reading: every record that was begun is written whole, and the exit tells
mkfifo in
pith sentences --lang en --from jsonl --jsonl -o out.jsonl <in 2>errors &
exec 3>in
for i in 1 2 3; do echo "{\"id\":$i,\"text\":\"One.\"}" >&3; done
sleep 0.5
kill -TERM $!
{ wait $!; echo $?; } 2>/dev/null
cut -d , -f 1 out.jsonl
cat errors
