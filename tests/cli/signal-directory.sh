# what is finished stays under its name, what is not has none
mkdir in
mkfifo pipe
echo 'One.' >in/1.txt
pith sentences --lang en -j1 --from jsonl --jsonl --keep-going in/1.txt pipe -o out/ 2>/dev/null &
exec 3>pipe
echo '{"text":"a."}' >&3
sleep 0.5
kill -TERM $!
{ wait $!; echo $?; } 2>/dev/null
ls -A out
