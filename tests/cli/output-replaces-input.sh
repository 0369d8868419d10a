mkdir in
echo 'One.' >in/a.txt
pith sentences --lang en in -o in
