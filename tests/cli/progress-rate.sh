# of inputs whose size is known: how far, how fast, how long still
echo 'One.' >a.txt
mkfifo in
(sleep 0.8; echo 'Two.') >in &
script -qec "'$PITH' sentences --lang en -j1 a.txt in a.txt >/dev/null" typescript >/dev/null </dev/null
wait
tr '\r' '\n' <typescript | grep -a -m 1 -c '^\[#*-*\] *[0-9]*%  [0-9]* done, [0-9.]* MB/s, [0-9]*:[0-9][0-9] left'
