mkdir in
mkfifo in/pipe
echo 'A file.' >in/a.txt
pith sentences --lang en in
