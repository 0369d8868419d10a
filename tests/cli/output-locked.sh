# two runs that write the same file: one does, the other says so
mkdir out
mkfifo in
pith sentences --lang en -o out/a.txt in &
exec 3>in
until [ -e out/.a.txt.pith-tmp ]; do sleep 0.05; done
echo 'Second.' | pith sentences --lang en -o out/a.txt
echo $?
echo 'First.' >&3
exec 3>&-
wait $!
cat out/a.txt
ls -A out
